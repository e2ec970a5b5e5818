package io.github.mediajobs.api.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AdaptiveRateTest {
  private static final Instant START = Instant.parse("2026-01-02T03:04:05Z");

  private final AdaptiveRate rate = new AdaptiveRate(100);

  @Test
  void startsAtItsCeiling() {
    assertThat(rate.callsPerSecond()).isEqualTo(100);
  }

  @Test
  void fallsByThreeTwentiethsWhenThrottled() {
    assertThat(rate.throttled(START)).isTrue();
    assertThat(rate.callsPerSecond()).isCloseTo(85, within(1e-9));
  }

  @Test
  void fallsOnceASecondHoweverOftenItIsThrottled() {
    rate.throttled(START);

    assertThat(rate.throttled(START.plusMillis(999))).isFalse();
    assertThat(rate.callsPerSecond()).isCloseTo(85, within(1e-9));
    assertThat(rate.throttled(START.plusMillis(1000))).isTrue();
    assertThat(rate.callsPerSecond()).isCloseTo(72.25, within(1e-9));
  }

  @Test
  void neverFallsBelowOneASecond() {
    for (int second = 0; second < 100; second++) {
      rate.throttled(START.plusSeconds(second));
    }

    assertThat(rate.callsPerSecond()).isEqualTo(1);
    assertThat(rate.throttled(START.plusSeconds(100))).isFalse();
  }

  @Test
  void staysWhereItIsWhenItsCeilingIsBelowOneASecond() {
    AdaptiveRate slow = new AdaptiveRate(0.5);

    assertThat(slow.throttled(START)).isFalse();
    assertThat(slow.callsPerSecond()).isEqualTo(0.5);
  }

  @Test
  void risesByAHundredthOfTheCeilingForEachSecondOfSuccess() {
    rate.throttled(START);
    succeedEvery(Duration.ofMillis(10), START, START.plusSeconds(2));

    assertThat(rate.callsPerSecond()).isCloseTo(87, within(1e-6));
  }

  @Test
  void endsAtTheCeiling() {
    rate.throttled(START);
    succeedEvery(Duration.ofMillis(500), START, START.plusSeconds(60));

    assertThat(rate.callsPerSecond()).isEqualTo(100);
  }

  @Test
  void countsAnHourWithoutCallsAsOneSecondOfSuccess() {
    rate.throttled(START);
    rate.succeeded(START.plus(Duration.ofHours(1)));

    assertThat(rate.callsPerSecond()).isCloseTo(86, within(1e-9));
  }

  @Test
  void fallsAndRisesOnWhenTheClockJumpsBack() {
    rate.throttled(START);
    Instant hourBefore = START.minus(Duration.ofHours(1));

    rate.succeeded(hourBefore);
    assertThat(rate.callsPerSecond()).isCloseTo(85, within(1e-9));
    rate.succeeded(hourBefore.plusSeconds(1));
    assertThat(rate.callsPerSecond()).isCloseTo(86, within(1e-9));
    assertThat(rate.throttled(hourBefore.plusSeconds(1))).isTrue();
  }

  private void succeedEvery(Duration step, Instant after, Instant until) {
    for (Instant at = after.plus(step); !at.isAfter(until); at = at.plus(step)) {
      rate.succeeded(at);
    }
  }
}
