package io.github.mediajobs.activity;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mediajobs.failure.JobPending;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailuresTest {
  @ParameterizedTest
  @CsvSource({"PT-1S, PT0.001S", "PT0S, PT0.001S", "PT0.002S, PT0.002S", "PT5M, PT5M"})
  void aDelayIsAboveZeroForZeroEndsTheActivity(Duration delay, Duration asked) {
    assertThat(
            Failures.pending("going", new JobPending(null, 0, 1, TestActivities.NOW), delay)
                .getNextRetryDelay())
        .isEqualTo(asked);
  }
}
