package io.github.mediajobs.shift;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class SubmissionTimesTest {
  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

  @Test
  void whatIsPackedComesBackAndIsSmall() {
    Random random = new Random(1);
    SubmissionTimes times = new SubmissionTimes(2_500);
    for (int job = 0; job < 2_500; job++) {
      times.learn(job, NOW.minusSeconds(random.nextInt(100_000)));
    }
    times.learn(0, Instant.MAX);
    times.learn(1, Instant.MIN);
    times.forget(2);
    String packed = times.pack();
    assertThat(packed.length()).isLessThan(10_000);
    SubmissionTimes back = SubmissionTimes.unpack(packed, 2_500);
    for (int job = 0; job < 2_500; job++) {
      assertThat(back.known(job)).isEqualTo(times.known(job)).isEqualTo(job != 1 && job != 2);
      assertThat(back.of(job)).isEqualTo(times.of(job));
    }
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "no base64!", "AAAA", "eJwDAAAAAAE="})
  void ofWhatCannotBeReadNothingIsKnown(String packed) {
    SubmissionTimes times = SubmissionTimes.unpack(packed, 2);
    assertThat(times.known(0) || times.known(1)).isFalse();
  }
}
