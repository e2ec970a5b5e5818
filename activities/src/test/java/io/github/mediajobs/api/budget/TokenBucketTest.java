package io.github.mediajobs.api.budget;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
            Duration.ZERO, Duration.ofMillis(100), Duration.ofMillis(200), Duration.ofMillis(300));
  }

  @Test
  void savesNothingUpWhileNobodyCalls() {
    bucket.take(START, 10);
    Instant later = START.plusSeconds(60);
    bucket.take(later, 10);

    assertThat(bucket.wait(later)).isEqualTo(Duration.ofMillis(100));
  }

  @Test
  void takesTheNextTokenAtTheNewRateWhenTheRateChanges() {
    bucket.take(START, 10);
    bucket.take(START, 2);

    assertThat(bucket.wait(START)).isEqualTo(Duration.ofMillis(600));
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 3, 7, 50, 100, 999, 5000})
  void holdsNoMoreTokensInASecondThanTheRate(double rate) {
    List<Instant> tokens = new ArrayList<>();
    Instant now = START;
    while (now.isBefore(START.plusSeconds(3))) {
      now = now.plus(bucket.wait(now));
      bucket.take(now, rate);
      tokens.add(now);
    }

    int perSecond = (int) rate;
    for (int i = perSecond; i < tokens.size(); i++) {
      assertThat(Duration.between(tokens.get(i - perSecond), tokens.get(i)))
          .isGreaterThanOrEqualTo(Duration.ofSeconds(1));
    }
    assertThat(tokens).hasSizeBetween((int) (3 * rate) - 1, (int) (3 * rate) + 1);
  }

  @Test
  void keepsItsPaceWhenTheClockJumpsBack() {
    bucket.take(START, 2);
    Instant hourBefore = START.minus(Duration.ofHours(1));

    assertThat(bucket.wait(hourBefore)).isEqualTo(Duration.ofMillis(500));
    bucket.take(hourBefore, 2);
    assertThat(bucket.wait(hourBefore)).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void hasATokenAtOnceWhenTheClockJumpsAhead() {
    bucket.take(START, 0.001);

    assertThat(bucket.wait(START.plus(Duration.ofDays(1)))).isZero();
  }
}
