package io.github.mediajobs.benchmark.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SectionTest {
  @TempDir Path folder;

  @Test
  void replacesItsPartAndNothingElse() throws IOException {
    Path document = document("before\n<!-- a -->\nold\n<!-- /a -->\n<!-- b -->\n<!-- /b -->\n");
    new Section(document, "a").write("new\n");
    new Section(document, "a").write("newer\n");
    assertThat(document)
        .hasContent("before\n<!-- a -->\nnewer\n<!-- /a -->\n<!-- b -->\n<!-- /b -->\n");
  }

  @Test
  void isMissingWhereADocumentLacksIt() throws IOException {
    Path document = document("<!-- /a -->\n<!-- a -->\n");
    assertThatThrownBy(() -> new Section(document, "a").write("new\n"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("<!-- a -->");
    assertThat(document).hasContent("<!-- /a -->\n<!-- a -->\n");
  }

  private Path document(String text) throws IOException {
    return Files.writeString(folder.resolve("document.md"), text);
  }
}
