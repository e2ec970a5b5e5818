package io.github.mediajobs.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mediajobs.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How values are put into lines. */
class TextTest {
  @Test
  void aLineHoldsNoBreaksAndNoEscapes() {
    assertThat(Line.of(" a\n\tb\033[31mc\u2028d\n")).isEqualTo("a b [31mc d");
    assertThat(Line.of(null)).isEmpty();
    assertThat(Line.of("abcdefgh", 5)).isEqualTo("abc..");
    assertThat(Line.of("abcde", 5)).isEqualTo("abcde");
  }

  @Test
  void aCommandLineIsQuotedForTheShell() {
    assertThat(Line.command(List.of("mediajobs", "await", "a*b", "it's", "", "PT6H")))
        .isEqualTo("mediajobs await 'a*b' 'it'\\''s' '' PT6H");
  }

  @ParameterizedTest
  @CsvSource({
    "PT-5S,0 s",
    "PT0.4S,0 s",
    "PT0.5S,1 s",
    "PT59S,59 s",
    "PT59.6S,1 min 00 s",
    "PT3M5S,3 min 05 s",
    "PT2H10M,2 h 10 min",
    "P4DT6H,4 d 06 h"
  })
  void spans(Duration duration, String text) {
    assertThat(Span.of(duration)).isEqualTo(text);
  }

  @Test
  void aTableIsAsWideAsItsCells() {
    Table table = new Table(List.of(List.of("A", "LONG", "B"), List.of("three", "x", "")));
    assertThat(table.linesUnderHeader())
        .containsExactly("A      LONG  B", "-----  ----  -", "three  x");
  }

  @Test
  void aJobIsOneRowForEachValue() throws IOException {
    String job =
        "{\"Id\":\"a\\n\",\"In\":[{\"Type\":\"OSS\"},{\"N\":1.25}],\"Out\":{},\"No\":null}";
    assertThat(JobFields.of(Json.read(job.getBytes(StandardCharsets.UTF_8))))
        .containsExactly(
            List.of("Id", "a"),
            List.of("In[0].Type", "OSS"),
            List.of("In[1].N", "1.25"),
            List.of("Out", "{}"),
            List.of("No", "null"));
  }

  @Test
  void whoLeavesIsToldTheCommandAndTheWorkflows() {
    assertThat(ComeBack.lines(List.of("await"), List.of())).isEmpty();
    assertThat(ComeBack.lines(List.of("await", "package", "a b"), List.of("media-job/r/o/a b")))
        .containsExactly(
            "The wait goes on, on the Temporal service. Come back to it with:",
            "  mediajobs await package 'a b'",
            "Its workflow id:",
            "  media-job/r/o/a b");
  }

  @Test
  void ofManyWorkflowsSomeAreNamed() {
    List<String> ids = IntStream.range(0, 300).mapToObj(Integer::toString).toList();
    assertThat(ComeBack.lines(List.of("await"), ids))
        .hasSize(24)
        .startsWith("300 waits go on, on the Temporal service. Come back to them with:")
        .endsWith("  and 280 more");
  }
}
