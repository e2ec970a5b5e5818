package io.github.mediajobs.worker.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The README's Java stands word for word in code that compiles. */
class ReadmeTest {
  private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

  @Test
  void everyJavaBlockStandsInAnExample() throws Exception {
    String example =
        flat(
            Files.readString(
                Path.of("src/test/java/io/github/mediajobs/worker/example/PublishPackage.java")));
    Matcher block = JAVA.matcher(Files.readString(Path.of("../README.md")));
    int blocks = 0;
    while (block.find()) {
      assertThat(example).contains(flat(block.group(1)));
      blocks++;
    }
    assertThat(blocks).isPositive();
  }

  private static String flat(String code) {
    return code.replaceAll("\\s+", "");
  }
}
