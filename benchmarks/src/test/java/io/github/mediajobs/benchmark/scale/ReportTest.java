package io.github.mediajobs.benchmark.scale;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mediajobs.benchmark.report.Machine;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ReportTest {
  private static final Instant START = Instant.parse("2026-01-02T03:04:05Z");

  @Test
  void theBusiestSecondIsTold() {
    List<Second> seconds =
        Second.all(
            START,
            new TreeMap<>(Map.of(START.plusSeconds(1), 40, START.plusSeconds(3), 90)),
            Map.of(START, 180L, START.plusSeconds(2), 199L),
            Map.of(START.plusSeconds(3), 7L));
    assertThat(seconds)
        .containsExactly(
            new Second(180, 0, 0),
            new Second(0, 0, 40),
            new Second(199, 0, 40),
            new Second(0, 7, 90));
    Worker.Usage usage = new Worker.Usage(256 << 20, 100 << 20, 12);
    Report report =
        new Report(Machine.here(), new Effort(2_000, 5, 200), 1_990, 10, 3, 17, usage, seconds);
    assertThat(report.markdown())
        .contains(
            "| outcomes that are right | 1,990 |",
            "ICE | 199 |",
            "MPS | 7 |",
            "| 100 MiB |",
            "jobs | 17 |");
    assertThat(report.json().path("wrong").asInt()).isEqualTo(10);
    assertThat(report.plot().svg()).startsWith("<svg").contains("polyline", "calls a second, ICE");
  }
}
