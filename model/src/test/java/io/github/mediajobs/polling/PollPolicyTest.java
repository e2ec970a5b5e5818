package io.github.mediajobs.polling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.mediajobs.planning.DurationEstimate;
import io.github.mediajobs.planning.PastDuration;
import io.github.mediajobs.planning.PollPlan;
import io.github.mediajobs.wire.Polling;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PollPolicyTest {
  private static Waited waited(Duration elapsed, int polls) {
    return new Waited(elapsed, polls, OptionalInt.empty());
  }

  @ParameterizedTest
  @CsvSource({"1,PT5S", "2,PT7.5S", "3,PT11.25S", "11,PT4M48.325195313S", "12,PT5M", "2000,PT5M"})
  void byDefaultDelaysGrowByHalfFromFiveSecondsToFiveMinutes(int polls, Duration delay) {
    assertThat(Polling.DEFAULT.policy().delay(waited(Duration.ZERO, polls), 0.5)).isEqualTo(delay);
  }

  @Test
  void aFixedScheduleStaysTheSame() {
    PollPolicy policy = Polling.fixed(Duration.ofSeconds(30)).policy();
    assertThat(policy.delay(waited(Duration.ofHours(3), 400), 0.5))
        .isEqualTo(Duration.ofSeconds(30));
  }

  @ParameterizedTest
  @CsvSource({"PT0S,PT1S", "PT5S,PT1S", "PT1M40S,PT10S", "PT1H,PT1M"})
  void aProportionalScheduleFollowsTheElapsedTime(Duration elapsed, Duration delay) {
    PollPolicy policy = Polling.proportional(0.1, Duration.ofMinutes(1)).policy();
    assertThat(policy.delay(waited(elapsed, 7), 0.5)).isEqualTo(delay);
  }

  @Test
  void jitterMovesADelayEitherWayByItsShare() {
    PollPolicy policy =
        new Polling("fixed", Duration.ofSeconds(10), null, null, null, null, 0.2, null, null)
            .policy();
    assertThat(policy.delay(waited(Duration.ZERO, 1), 0)).isEqualTo(Duration.ofSeconds(8));
    assertThat(policy.delay(waited(Duration.ZERO, 1), 0.5)).isEqualTo(Duration.ofSeconds(10));
    assertThat(policy.delay(waited(Duration.ZERO, 1), 0.999999))
        .isBetween(Duration.ofMillis(11_999), Duration.ofSeconds(12));
  }

  @ParameterizedTest
  @ValueSource(strings = {"exponential", "fixed", "proportional"})
  void noDelayLeavesFloorAndCeiling(String schedule) {
    Duration floor = Duration.ofSeconds(3);
    Duration ceiling = Duration.ofSeconds(40);
    PollPolicy policy =
        new Polling(schedule, Duration.ofSeconds(2), 3.0, 0.5, floor, ceiling, 0.9, null, null)
            .policy();
    Random random = new Random(42);
    for (int polls = 1; polls < 2_000; polls++) {
      Duration elapsed = Duration.ofSeconds(random.nextInt(200_000));
      assertThat(policy.delay(waited(elapsed, polls), random.nextDouble()))
          .isBetween(floor, ceiling);
    }
  }

  @Test
  void anUnsetBoundGivesWayToASetOne() {
    assertThat(
            Polling.exponential(Duration.ofSeconds(1), 2, Duration.ofMillis(200)).policy().floor())
        .isEqualTo(Duration.ofMillis(200));
    Polling slow =
        new Polling(null, null, null, null, Duration.ofMinutes(9), null, null, null, null);
    assertThat(slow.policy().ceiling()).isEqualTo(Duration.ofMinutes(9));
  }

  private static final PollPlan SIXTY_SECONDS =
      PollPlan.of(
          DurationEstimate.of(
              DurationEstimate.prior(60),
              IntStream.range(0, 50).mapToObj(i -> new PastDuration(55 + i / 5.0, 1)).toList()),
          5);

  private static Waited planned(double elapsed, int polls, OptionalInt progress) {
    return new Waited(
        Duration.ofMillis((long) (elapsed * 1000)), polls, progress, Optional.of(SIXTY_SECONDS));
  }

  @Test
  void aPlannedScheduleWaitsForTheJobsThatTakeAsLongAsOthersDid() {
    PollPolicy policy = Polling.planned(5).policy();
    Duration first = policy.delay(planned(0, 1, OptionalInt.empty()), 0.5);
    assertThat(first).isBetween(Duration.ofSeconds(56), Duration.ofSeconds(64));
    assertThat(policy.delay(planned(50, 7, OptionalInt.empty()), 0.5).toMillis())
        .isCloseTo(first.toMillis() - 50_000, within(100L));
  }

  @Test
  void jitterMovesAPlannedPollByTheSpacingAndNotByTheDelay() {
    PollPolicy policy = Polling.planned(5).policy();
    Duration early = policy.delay(planned(0, 1, OptionalInt.empty()), 0);
    Duration late = policy.delay(planned(0, 1, OptionalInt.empty()), 0.999999);
    assertThat(late.minus(early)).isBetween(Duration.ofMillis(200), Duration.ofSeconds(3));
  }

  @Test
  void progressIsBelievedBeforePastDurationsUntilTheJobIsStuck() {
    PollPolicy policy = Polling.planned(5).policy();
    OptionalInt half = OptionalInt.of(50);
    assertThat(policy.delay(planned(600, 3, half), 0.5))
        .isBetween(Duration.ofSeconds(400), Duration.ofSeconds(700));
    assertThat(policy.delay(planned(600, 13, half), 0.5))
        .isEqualTo(policy.delay(planned(600, 13, OptionalInt.empty()), 0.5));
    assertThat(policy.delay(planned(30, 3, OptionalInt.of(100)), 0.5))
        .isEqualTo(policy.delay(planned(30, 3, OptionalInt.empty()), 0.5));
  }

  @Test
  void aJobThatHasYetToShowProgressIsLookedAtBeforeMostOthersHaveEnded() {
    PollPolicy policy = Polling.planned(5).policy();
    OptionalInt none = OptionalInt.of(0);
    Duration first = policy.delay(planned(0, 1, none), 0.5);
    assertThat(first)
        .isBetween(Duration.ofSeconds(50), Duration.ofSeconds(60))
        .isLessThan(policy.delay(planned(0, 1, OptionalInt.empty()), 0.5));
    assertThat(policy.delay(planned(80, 3, none), 0.5))
        .isEqualTo(policy.delay(planned(80, 3, OptionalInt.empty()), 0.5));
  }

  @Test
  void withoutAPlanAPlannedScheduleIsTheDefault() {
    for (int polls : new int[] {1, 3, 12, 2_000}) {
      assertThat(Polling.planned(5).policy().delay(waited(Duration.ofHours(1), polls), 0.5))
          .isEqualTo(Polling.DEFAULT.policy().delay(waited(Duration.ofHours(1), polls), 0.5));
    }
  }

  @Test
  void aRefusalIsAskedAboutEveryFiveMinutesAtLeast() {
    assertThat(Polling.planned(5).policy().patience()).isEqualTo(Duration.ofMinutes(5));
    assertThat(Polling.fixed(Duration.ofSeconds(7)).policy().patience())
        .isEqualTo(Duration.ofSeconds(7));
  }
}
