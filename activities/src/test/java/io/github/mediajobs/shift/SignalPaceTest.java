package io.github.mediajobs.shift;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignalPaceTest {
  private static final int JOBS = 2_500;
  private static final SignalPace PACE = new SignalPace(JOBS);

  @ParameterizedTest
  @ValueSource(longs = {10, 100, 1_000, 10_000, 100_000, 1_000_000})
  void jobsThatEndAtAnyPaceTakeAtMost200Signals(long millisBetween) {
    int signals = 0;
    int waiting = 0;
    long oldest = 0;
    for (int job = 1; job <= JOBS; job++) {
      long now = job * millisBetween;
      if (waiting > 0 && PACE.tellAt(signals, waiting, oldest) <= now) {
        signals++;
        waiting = 0;
      }
      if (waiting++ == 0) {
        oldest = now;
      }
    }
    assertThat(signals).isBetween(1, 200);
  }

  @Test
  void anEndIsToldWithinASecondWhileSignalsAreToSpare() {
    assertThat(PACE.tellAt(0, 1, 500)).isEqualTo(1_500);
    assertThat(PACE.tellAt(9, 1, 500)).isEqualTo(1_500);
    assertThat(PACE.tellAt(10, 1, 500)).isGreaterThan(1_500 - 1);
    assertThat(PACE.tellAt(30, 1, 3_600_000)).isEqualTo(3_601_000);
    assertThat(PACE.tellAt(100, 1, 3_600_000)).isGreaterThan(3_601_000);
  }

  @Test
  void aGroupIsToldWhateverWasSent() {
    assertThat(PACE.tellAt(1_000, 42, 500)).isEqualTo(1_500);
    assertThat(new SignalPace(20).tellAt(1_000, 1, 500)).isEqualTo(1_500);
  }
}
