package io.github.mediajobs.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.mediajobs.operation.Catalogue;
import io.github.mediajobs.operation.JobOperation;
import io.github.mediajobs.planning.Suite.Lognormal;
import io.github.mediajobs.planning.Suite.Weibull;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DurationEstimateTest {
  private static final Durations PRIOR = DurationEstimate.prior(60);

  static Stream<JobOperation<?>> learnt() {
    return Catalogue.standard().operations().stream().filter(JobOperation::ends);
  }

  @ParameterizedTest
  @MethodSource("learnt")
  void withoutAnyPastJobNoScaleCostsMoreThanTwiceTheOptimum(JobOperation<?> operation) {
    PollPlan cold = PollPlan.of(DurationEstimate.prior(operation.typicalSeconds()), 5);
    for (double median = 10; median <= 10_800; median *= Math.pow(1080, 1.0 / 12)) {
      for (double sigma : new double[] {0.3, 0.5, 0.7, 1}) {
        Durations truth = new Lognormal(median, sigma);
        double cost = ScheduleCost.of(cold::after, truth).total(5);
        assertThat(cost / Suite.cost(truth, 5).total(5))
            .as("median %.0f s, sigma %.1f", median, sigma)
            .isLessThan(2.2);
      }
    }
  }

  static Stream<Arguments> learning() {
    Durations twoHumps = new Mixture(0.6, new Lognormal(60, 0.3), new Lognormal(900, 0.3));
    return Stream.of(
        Arguments.of(new Lognormal(300, 0.3), 30, 1.07),
        Arguments.of(new Lognormal(300, 0.3), 100, 1.04),
        Arguments.of(new Lognormal(10_800, 1), 30, 1.07),
        Arguments.of(new Lognormal(10_800, 1), 100, 1.04),
        Arguments.of(new Weibull(300, 2), 30, 1.07),
        Arguments.of(new Weibull(300, 2), 100, 1.04),
        Arguments.of(twoHumps, 30, 1.12),
        Arguments.of(twoHumps, 100, 1.08));
  }

  @ParameterizedTest
  @MethodSource("learning")
  void fewPastJobsAreEnoughToComeNearTheOptimum(Durations truth, int jobs, double most) {
    Random random = new Random(11);
    int plans = 25;
    double polls = 0;
    double delay = 0;
    for (int i = 0; i < plans; i++) {
      Durations estimate = DurationEstimate.of(PRIOR, Suite.sample(truth, jobs, random));
      ScheduleCost cost = ScheduleCost.of(PollPlan.of(estimate, 5)::after, truth);
      polls += cost.polls() / plans;
      delay += cost.delaySeconds() / plans;
    }
    assertThat(delay / Suite.leastDelay(truth, polls)).isBetween(1.0, most);
  }

  @Test
  void theDensityIsTheSlopeOfWhatSurvives() {
    Durations estimate =
        DurationEstimate.of(PRIOR, Suite.sample(new Lognormal(100, 0.5), 5, new Random(2)));
    double before = 1;
    for (double time = 1; time < 10_000; time *= 1.1) {
      double step = time * 1e-5;
      double slope = estimate.surviving(time - step) - estimate.surviving(time + step);
      assertThat(estimate.density(time)).isCloseTo(slope / (2 * step), within(1e-6));
      assertThat(estimate.surviving(time)).isBetween(0.0, before);
      before = estimate.surviving(time);
    }
    assertThat(estimate.surviving(0)).isEqualTo(1);
  }

  @Test
  void whatEndedLatelyCountsByItsWeight() {
    List<PastDuration> past = List.of(new PastDuration(10, 1), new PastDuration(1_000, 9));
    assertThat(DurationEstimate.of(PRIOR, past).surviving(100)).isBetween(0.65, 0.95);
  }
}
