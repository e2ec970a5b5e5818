package io.github.mediajobs.benchmark.frontier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.mediajobs.planning.Mixture;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunTest {
  private static final Truth MINUTES = new Truth("lognormal 300 s", new Shape.Lognormal(300, 0.5));
  private static final Truth HUMPS =
      new Truth(
          "two humps", new Mixture(0.6, new Shape.Lognormal(60, 0.3), new Shape.Weibull(900, 3)));

  @Test
  void everyContenderIsMeasuredInEveryCase() {
    Report report = Run.measured(new Effort(200), List.of(MINUTES, HUMPS));
    assertThat(report.rows()).hasSize(2 * Contender.all().size());
    for (Contender contender : Contender.all()) {
      assertThat(report.markdown()).contains("| " + contender.name() + " |");
    }
    assertThat(report.plot().svg()).startsWith("<svg").contains("two humps", "gax");
    assertThat(report.json().get("rows")).hasSize(report.rows().size());
  }

  @Test
  void anExponentialDistributionHasTheOptimumThatIsKnown() {
    // The best schedule is a fixed interval d: 1 / (1 - exp(-d/m)) polls, and d times that less m.
    Optimum optimum = new Optimum(new Shape.Weibull(300, 1));
    double interval = 60;
    double polls = 1 / (1 - Math.exp(-interval / 300));
    assertThat(optimum.delay(polls)).isCloseTo(interval * polls - 300, within(0.3));
    assertThat(optimum.delay(1_000)).isCloseTo(0.15, within(0.001));
  }
}
