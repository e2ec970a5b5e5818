package io.github.mediajobs.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is drawn on a terminal. */
class TerminalTest {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

  @ParameterizedTest
  @CsvSource({"0,----------", "45,####------", "100,##########", "-3,----------", "250,##########"})
  void aBarShowsTheShareThatIsDone(int percent, String bar) {
    assertThat(Bar.of(percent, 10, Glyphs.ASCII)).isEqualTo(bar);
  }

  @Test
  void withoutProgressAMarkerGoesToAndFro() {
    assertThat(IntStream.range(0, 7).mapToObj(i -> Bar.moving(i, 6, Glyphs.ASCII)))
        .containsExactly("###---", "-###--", "--###-", "---###", "--###-", "-###--", "###---");
    assertThat(Bar.moving(5, 2, Glyphs.ASCII)).isEqualTo("##");
  }

  @Test
  void coloursAreUsedUnlessNoColorIsSet() {
    Style coloured = Terminal.live(Map.of("NO_COLOR", ""), () -> 80, () -> 24).style();
    assertThat(coloured.paint(Style.Colour.RED, "x")).isEqualTo("\033[31mx\033[0m");
    Style plain = Terminal.live(Map.of("NO_COLOR", "1"), () -> 80, () -> 24).style();
    assertThat(plain.paint(Style.Colour.RED, "x")).isEqualTo("x");
  }

  @Test
  void barsAreOfTheLocalesCharacters() {
    assertThat(Glyphs.asAskedBy(Map.of("LANG", "zh_CN.UTF-8"))).isEqualTo(Glyphs.UNICODE);
    assertThat(Glyphs.asAskedBy(Map.of("LANG", "en_US.utf8", "LC_ALL", "C")))
        .isEqualTo(Glyphs.ASCII);
    assertThat(Glyphs.asAskedBy(Map.of())).isEqualTo(Glyphs.ASCII);
  }

  @Test
  void aDrawingTakesThePlaceOfTheOneBefore() {
    LiveRegion region = new LiveRegion(out);
    region.draw(List.of("one", "two"));
    bytes.reset();
    region.draw(List.of("three"));
    assertThat(bytes.toString(StandardCharsets.UTF_8))
        .contains("\r\033[2A" + "three\033[K\n" + "\033[J");
  }

  @Test
  void aLineAboveStays() {
    LiveRegion region = new LiveRegion(out);
    region.draw(List.of("one", "two"));
    bytes.reset();
    region.above(out, "done");
    region.draw(List.of("two"));
    assertThat(bytes.toString(StandardCharsets.UTF_8))
        .startsWith("\r\033[2A\033[Jdone\n")
        .contains("\rtwo\033[K\n");
  }

  @Test
  void onceClosedNothingIsDrawnAndTheCursorIsBack() {
    LiveRegion region = new LiveRegion(out);
    region.draw(List.of("one"));
    region.close();
    assertThat(bytes.toString(StandardCharsets.UTF_8)).endsWith("\033[J\033[?25h");
    bytes.reset();
    region.draw(List.of("two"));
    region.above(out, "three");
    region.close();
    assertThat(bytes.size()).isZero();
  }
}
