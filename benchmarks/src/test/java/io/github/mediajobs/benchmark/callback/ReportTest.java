package io.github.mediajobs.benchmark.callback;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mediajobs.benchmark.report.Machine;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportTest {
  @Test
  void delaysAreSummedUpByRound() {
    Row some =
        new Row("callbacks", 10, 25, List.of(0.5, 3.0, 0.1, 0.2, 0.3, 0.4, 1.0, 0.9, 2.0, 0.7));
    Report report = new Report(Machine.here(), new Effort(10, 6), List.of(some));
    assertThat(report.markdown()).contains("| callbacks | 10 | 8 | 0.70 | 3.00 | 2.5 |");
    assertThat(report.plot().svg()).startsWith("<svg").contains("50 % of the jobs", "callbacks");
    assertThat(report.json().path("rows")).hasSize(1);
  }
}
