package io.github.mediajobs.benchmark.chaos;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

class TroublesPlotTest {
  private static Spell spell(String lane, String trouble, int from, int until) {
    return new Spell(
        lane, trouble, Duration.ofSeconds(from), Duration.ofSeconds(until), () -> {}, () -> {});
  }

  @Test
  void drawsABarForEachTroubleAndACurveForWhatEndedAndForWhatIsKnown() throws Exception {
    TroublesPlot plot =
        new TroublesPlot(
            7,
            List.of(
                spell("worker 1", "killed", 5, 9),
                spell("worker 1", "paused", 12, 14),
                spell("API", "throttles", 3, 30)),
            List.of(4.0, 2.0, 40.0),
            List.of(41.5, 6.0, 3.0));
    Document svg =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(plot.svg().getBytes(UTF_8)));

    assertThat(svg.getElementsByTagName("title").getLength()).isEqualTo(3);
    assertThat(svg.getElementsByTagName("polyline").getLength()).isEqualTo(2);
    assertThat(plot.svg()).contains("3 jobs", "seed 7", ">worker 1<", ">API<", ">60<");
  }
}
