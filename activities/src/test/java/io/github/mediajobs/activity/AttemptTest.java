package io.github.mediajobs.activity;

import static io.github.mediajobs.operation.Operations.PACKAGE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mediajobs.outcome.JobReference;
import io.github.mediajobs.polling.PollPolicy;
import io.github.mediajobs.polling.PollSchedule;
import io.github.mediajobs.polling.Waited;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A wait from 00:00:00 to 01:00:00 with a grace of one minute; times are seconds of it. */
class AttemptTest {
  private static final Instant START = Instant.parse("2026-01-02T00:00:00Z");
  private static final double MIDDLE = 0.5;

  @ParameterizedTest
  @CsvSource({"0, false", "3599.999, false", "3600, true", "3601, true"})
  void isTheLastFromTheDeadlineOn(double now, boolean last) {
    assertThat(attempt(1).last(at(now))).isEqualTo(last);
  }

  @ParameterizedTest
  @CsvSource({"3600, false", "3689.999, false", "3690, true", "9999, true"})
  void losesItsLastPollNinetySecondsAfterTheDeadline(double now, boolean lost) {
    assertThat(attempt(1).lastPollLost(at(now))).isEqualTo(lost);
  }

  @ParameterizedTest
  @CsvSource({"0, false", "89.999, false", "90, true"})
  void triesForAsLongWhenItBeginsAfterItsDeadline(double now, boolean lost) {
    Attempt late = attempt(1, new PollSchedule.Fixed(Duration.ofSeconds(5)), at(-60));

    assertThat(late.last(at(now))).isTrue();
    assertThat(late.lastPollLost(at(now))).isEqualTo(lost);
  }

  @Test
  void hasTimeUntilADeadlineThatNeverComes() {
    Attempt endless = attempt(1, new PollSchedule.Fixed(Duration.ofSeconds(5)), Instant.MAX);

    assertThat(endless.last(START)).isFalse();
    assertThat(endless.lastPollLost(START)).isFalse();
    assertThat(endless.failedDelay(START, Duration.ZERO, MIDDLE)).isEqualTo(seconds(5));
  }

  @ParameterizedTest
  @CsvSource({"-5, false", "0, false", "59.999, false", "60, true", "61, true"})
  void givesANewJobItsGraceFromTheStart(double now, boolean over) {
    assertThat(attempt(1).graceOver(at(now))).isEqualTo(over);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 0, 5",
    "2, 10, 10",
    "3, 10, 20",
    "9, 1000, 300",
    "2147483647, 1000, 300",
    "9, 3400, 200",
    "1, 3599.9, 0.1",
  })
  void waitsAsTheScheduleSaysButNotPastTheDeadline(int polls, double now, double delay) {
    assertThat(attempt(polls).delay(at(now), waited(START, at(now), polls), MIDDLE))
        .isEqualTo(seconds(delay));
  }

  @ParameterizedTest
  @CsvSource({"0, 1000, 100", "600, 1000, 40", "1000, 1000, 5", "1001, 1000, 5"})
  void countsElapsedTimeFromTheGivenStart(double since, double now, double delay) {
    Attempt proportional = attempt(7, new PollSchedule.Proportional(0.1));

    assertThat(proportional.delay(at(now), waited(at(since), at(now), 7), MIDDLE))
        .isEqualTo(seconds(delay));
  }

  @ParameterizedTest
  @CsvSource({"0, 18", "0.5, 20", "0.75, 21"})
  void movesTheDelayByTheJitter(double random, double delay) {
    assertThat(attempt(3).delay(START, waited(START, START, 3), random)).isEqualTo(seconds(delay));
  }

  @ParameterizedTest
  @CsvSource({"1, 0, 5", "4, 30, 30", "4, 59.5, 0.5", "1, 57, 3"})
  void looksForANewJobOnceMoreAtTheEndOfItsGrace(int polls, double now, double delay) {
    assertThat(attempt(polls).notFoundDelay(at(now), MIDDLE)).isEqualTo(seconds(delay));
  }

  @ParameterizedTest
  @CsvSource({
    "1, 0, 0, 5",
    "3, 100, 1.5, 20",
    "1, 100, 90, 90",
    "1, 100, 3600, 3500",
    "1, 3599, 0, 1",
    "1, 3600, 0, 5",
    "9, 3600, 0, 10",
    "9, 3600, 25, 25",
    "1, 3600, 3600, 90",
    "9, 3689, 0, 1",
  })
  void waitsAfterAFailureAsAskedButNotPastTheEnd(
      int polls, double now, double asked, double delay) {
    assertThat(attempt(polls).failedDelay(at(now), seconds(asked), MIDDLE))
        .isEqualTo(seconds(delay));
  }

  private static Attempt attempt(int polls) {
    return attempt(polls, new PollSchedule.Exponential(Duration.ofSeconds(5), 2));
  }

  private static Attempt attempt(int polls, PollSchedule schedule) {
    return attempt(polls, schedule, at(3600));
  }

  private static Attempt attempt(int polls, PollSchedule schedule, Instant deadline) {
    return new Attempt(
        PACKAGE,
        new JobReference(PACKAGE.action(), "job-1", "cn-shanghai"),
        PACKAGE.awaited(),
        new PollPolicy(
            schedule, Duration.ofSeconds(5), Duration.ofMinutes(5), 0.1, Duration.ofMinutes(1)),
        START,
        deadline,
        polls);
  }

  private static Instant at(double seconds) {
    return START.plus(seconds(seconds));
  }

  private static Duration seconds(double seconds) {
    return Duration.ofMillis(Math.round(seconds * 1000));
  }

  private static Waited waited(Instant since, Instant now, int polls) {
    return new Waited(Duration.between(since, now), polls, OptionalInt.empty());
  }
}
