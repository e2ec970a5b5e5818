package io.github.mediajobs.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimeLeftTest {
  private final AtomicLong nanoTime = new AtomicLong(Long.MAX_VALUE);
  private final TimeLeft left = new TimeLeft(Duration.ofSeconds(20), nanoTime::get);

  @Test
  void isWhatThePassedTimeLeaves() throws Exception {
    nanoTime.addAndGet(Duration.ofSeconds(20).toNanos() - 1);
    assertThat(left.orTimedOut()).isEqualTo(Duration.ofNanos(1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT20S", "PT21S"})
  void isOverOnceTheWholeTimePassed(Duration passed) {
    nanoTime.addAndGet(passed.toNanos());
    assertThatThrownBy(left::orTimedOut)
        .isInstanceOf(InterruptedIOException.class)
        .hasMessage("the call timeout was over before the call");
  }
}
