package io.github.mediajobs.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.mediajobs.planning.Suite.Lognormal;
import io.github.mediajobs.planning.Suite.Weibull;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PollPlanTest {
  static Stream<Durations> suite() {
    return Stream.of(
        new Lognormal(10, 0.3),
        new Lognormal(300, 0.1),
        new Lognormal(300, 1),
        new Lognormal(10_800, 0.5),
        new Weibull(300, 1),
        new Weibull(300, 4),
        new Mixture(0.6, new Lognormal(60, 0.3), new Lognormal(900, 0.3)));
  }

  @ParameterizedTest
  @MethodSource("suite")
  void noPeerCostsLess(Durations durations) {
    for (double secondsPerPoll : new double[] {5, 30}) {
      double least = Suite.cost(durations, secondsPerPoll).total(secondsPerPoll);
      for (PeerSchedule peer : PeerSchedule.values()) {
        assertThat(peer.cost(durations, new Random(1)).total(secondsPerPoll))
            .isGreaterThan(least * 0.999);
      }
    }
  }

  /** The end of a job that has shown its progress takes one poll more, and is then known. */
  @ParameterizedTest
  @MethodSource("suite")
  void noOtherFirstLookAtTheProgressCostsMuchLess(Durations durations) {
    PollPlan plan = PollPlan.of(durations, 5);
    double look = plan.firstLook(0);
    assertThat(look).isPositive().isLessThanOrEqualTo(plan.after(0));
    double cost = costOfLook(durations, look);
    IntStream.range(1, 200)
        .mapToDouble(it -> durations.outlasting(it / 200.0))
        .forEach(other -> assertThat(costOfLook(durations, other)).isGreaterThan(cost / 1.025));
    assertThat(plan.firstLook(look)).isEqualTo(plan.after(look));
  }

  private static double costOfLook(Durations durations, double look) {
    int steps = 2_000;
    double delay =
        IntStream.range(0, steps)
            .mapToDouble(it -> 1 - durations.surviving(look * (it + 0.5) / steps))
            .average()
            .orElseThrow();
    return 5 * (1 + durations.surviving(look)) + look * delay;
  }

  @ParameterizedTest
  @MethodSource("suite")
  void movingAPollMakesItNoBetter(Durations durations) {
    PollPlan plan = PollPlan.of(durations, 5);
    double least = ScheduleCost.of(plan::after, durations).total(5);
    List<Double> polls = plan.polls();
    for (int moved : IntStream.range(0, Math.min(6, polls.size() - 1)).toArray()) {
      double before = moved == 0 ? 0 : polls.get(moved - 1);
      double after = polls.get(moved + 1);
      for (double share : new double[] {0.1, 0.9}) {
        double instead = before + share * (after - before);
        double cost =
            ScheduleCost.of(
                    time -> time == before ? instead : time == instead ? after : plan.after(time),
                    durations)
                .total(5);
        assertThat(cost).isGreaterThan(least * 0.9995);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("suite")
  void theNextPollIsLaterWhateverTheTime(Durations durations) {
    isLater(PollPlan.of(durations, 30));
  }

  @Test
  void theNextPollIsLaterWhenNothingIsKnown() {
    isLater(PollPlan.of(DurationEstimate.prior(60), 30));
  }

  private static void isLater(PollPlan plan) {
    Random random = new Random(3);
    for (int i = 0; i < 2_000; i++) {
      double elapsed = Math.exp(random.nextDouble() * 20 - 3);
      assertThat(plan.after(elapsed)).isGreaterThan(elapsed);
    }
  }

  @ParameterizedTest
  @CsvSource({"120", "400", "2000"})
  void aJobThatHasLastedIsPlannedOnThatCondition(double lasted) {
    Durations durations = new Mixture(0.6, new Lognormal(60, 0.3), new Lognormal(900, 0.5));
    Durations conditional =
        new Durations() {
          @Override
          public double surviving(double seconds) {
            return seconds <= 0
                ? 1
                : durations.surviving(lasted + seconds) / durations.surviving(lasted);
          }

          @Override
          public double density(double seconds) {
            return durations.density(lasted + seconds) / durations.surviving(lasted);
          }
        };
    PollPlan plan = PollPlan.of(durations, 5);
    double least = Suite.cost(conditional, 5).total(5);
    ScheduleCost cost = ScheduleCost.of(time -> plan.after(lasted + time) - lasted, conditional);
    assertThat(cost.total(5)).isBetween(least * 0.999, least * 1.005);
  }

  @Test
  void itsPollsReachTwiceTheTimeThatOneJobInTenThousandOutlasts() {
    Durations durations = new Lognormal(300, 0.5);
    PollPlan plan = PollPlan.of(durations, 5);
    List<Double> polls = plan.polls();
    double late = polls.stream().filter(it -> durations.surviving(it) <= 1e-4).findFirst().get();
    assertThat(polls).isSorted().doesNotHaveDuplicates();
    assertThat(polls.get(polls.size() - 1)).isGreaterThanOrEqualTo(2 * late);
    assertThat(polls.get(polls.size() - 2)).isLessThan(2 * late);
  }

  @Test
  void theLongerAPollIsWorthTheFewerThereAre() {
    Durations durations = new Lognormal(300, 0.5);
    double before = Double.POSITIVE_INFINITY;
    for (double secondsPerPoll : new double[] {0.1, 1, 10, 100, 1_000, 100_000}) {
      double polls = Suite.cost(durations, secondsPerPoll).polls();
      assertThat(polls).isLessThan(before);
      before = polls;
    }
    assertThat(before).isCloseTo(1, within(0.01));
  }

  @Test
  void needlesAndOutliersArePlanned() {
    List<PastDuration> past =
        Stream.concat(
                IntStream.range(0, 50).mapToObj(i -> new PastDuration(60, 1)),
                Stream.of(new PastDuration(0.5, 1), new PastDuration(40_000, 1)))
            .toList();
    PollPlan plan = PollPlan.of(DurationEstimate.of(DurationEstimate.prior(60), past), 5);
    assertThat(plan.after(50)).isBetween(60.0, 64.0);
    assertThat(plan.polls().size()).isLessThan(1_000);
  }
}
