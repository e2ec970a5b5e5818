package io.github.mediajobs.benchmark.start;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mediajobs.benchmark.report.Machine;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportTest {
  @Test
  void oursIsComparedWithTheOthers() {
    Row ours = new Row("ours", List.of(0.3, 0.2, 0.4));
    Row other = new Row("other", List.of(0.9, 0.5, 0.6));
    Report report = new Report(Machine.here(), new Effort(3), List.of(ours, other));
    assertThat(report.markdown())
        .contains("| ours | 0.30 | 0.40 | 1.00 |", "| other | 0.60 | 0.90 | 0.50 |");
    assertThat(report.json().path("rows").path(0).path("seconds")).hasSize(3);
  }
}
