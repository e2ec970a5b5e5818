package io.github.mediajobs.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgressEstimateTest {
  @ParameterizedTest
  @CsvSource({"60,50,120", "60,10,600", "3600,90,4000", "10,1,1000"})
  void halfOfTheJobsEndBeforeTheTimeThatSteadyProgressTakes(
      double elapsed, int progress, double end) {
    ProgressEstimate estimate = new ProgressEstimate(elapsed, progress);
    assertThat(estimate.surviving(elapsed)).isEqualTo(1);
    assertThat(estimate.surviving(end)).isCloseTo(0.5, within(1e-9));
    assertThat(estimate.density(elapsed)).isZero();
  }

  @Test
  void nearItsEndsProgressTellsLess() {
    assertThat(spread(99)).isGreaterThan(spread(50) * 2);
    assertThat(spread(1)).isGreaterThan(spread(50) * 2);
  }

  @Test
  void theNextPollIsNearTheEnd() {
    double next = PollPlan.of(new ProgressEstimate(600, 50), 5).after(600);
    assertThat(next).isBetween(1_000.0, 1_300.0);
  }

  /** How much longer than the median a tenth of the jobs takes, relative to the time left. */
  private static double spread(int progress) {
    ProgressEstimate estimate = new ProgressEstimate(100, progress);
    double median = estimate.outlasting(0.5);
    return (estimate.outlasting(0.1) - median) / (median - 100);
  }
}
