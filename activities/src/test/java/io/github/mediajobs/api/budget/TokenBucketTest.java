package io.github.mediajobs.api.budget;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenBucketTest {
  private static final Instant START = Instant.parse("2026-01-02T03:04:05Z");

  private final TokenBucket bucket = new TokenBucket();

  @Test
  void hasATokenAtOnce() {
    assertThat(bucket.wait(START)).isZero();
  }

  @Test
  void spacesTokensEvenly() {
    List<Duration> waits = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      waits.add(bucket.wait(START));
      bucket.take(START, 10);
    }

    assertThat(waits)
        .containsExactly(
            Duration.ZERO, Duration.ofMillis(102), Duration.ofMillis(204), Duration.ofMillis(306));
  }

  @Test
  void savesNothingUpWhileNobodyCalls() {
    bucket.take(START, 10);
    Instant later = START.plusSeconds(60);
    bucket.take(later, 10);

    assertThat(bucket.wait(later)).isEqualTo(Duration.ofMillis(102));
  }

  @Test
  void takesTheNextTokenAtTheNewRateWhenTheRateChanges() {
    bucket.take(START, 10);
    bucket.take(START, 2);

    assertThat(bucket.wait(START)).isEqualTo(Duration.ofMillis(612));
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 3, 7, 50, 100, 999, 5000})
  void holdsNoMoreTokensInASecondThanTheRateHoweverLateTheyAreTaken(double rate) {
    Random random = new Random(1);
    List<Instant> tokens = new ArrayList<>();
    Instant now = START;
    while (now.isBefore(START.plusSeconds(5))) {
      now = now.plus(bucket.wait(now)).plusNanos(lateNanos(random, rate));
      bucket.takeAwaited(now, rate);
      tokens.add(now);
    }

    int perSecond = (int) rate;
    for (int i = perSecond; i < tokens.size(); i++) {
      assertThat(Duration.between(tokens.get(i - perSecond), tokens.get(i)))
          .isGreaterThanOrEqualTo(Duration.ofSeconds(1));
    }
    assertThat(tokens).hasSizeGreaterThan((int) (0.9 * 5 * rate));
  }

  /** Mostly a tenth of a millisecond, every other second more than is made up for. */
  private static long lateNanos(Random random, double rate) {
    return random.nextDouble() < 0.5 / rate ? 40_000_000 : random.nextInt(100_000);
  }

  @Test
  void keepsItsPaceWhenTheClockJumpsBack() {
    bucket.take(START, 2);
    Instant hourBefore = START.minus(Duration.ofHours(1));

    assertThat(bucket.wait(hourBefore)).isEqualTo(Duration.ofMillis(510));
    bucket.take(hourBefore, 2);
    assertThat(bucket.wait(hourBefore)).isEqualTo(Duration.ofMillis(1020));
  }

  @Test
  void keepsItsPaceWhenTheClockJumpsBackAfterAWait() {
    bucket.takeAwaited(START, 2);

    assertThat(bucket.wait(START.minus(Duration.ofHours(1)))).isEqualTo(Duration.ofMillis(500));
  }

  @Test
  void hasATokenAtOnceWhenTheClockJumpsAhead() {
    bucket.take(START, 0.001);

    assertThat(bucket.wait(START.plus(Duration.ofDays(1)))).isZero();
  }
}
