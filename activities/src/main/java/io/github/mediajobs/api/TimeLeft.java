package io.github.mediajobs.api;

import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.function.LongSupplier;

/** What one read has left of the call timeout, in time that passes whatever the clock says. */
final class TimeLeft {
  private final Duration whole;
  private final LongSupplier nanoTime;
  private final long start;

  TimeLeft(Duration whole, LongSupplier nanoTime) {
    this.whole = whole;
    this.nanoTime = nanoTime;
    this.start = nanoTime.getAsLong();
  }

  /** The time since the read began. */
  Duration spent() {
    return Duration.ofNanos(nanosSpent());
  }

  private long nanosSpent() {
    return nanoTime.getAsLong() - start;
  }

  /**
   * The time for one more call.
   *
   * @return above zero
   * @throws InterruptedIOException when nothing is left
   */
  Duration orTimedOut() throws InterruptedIOException {
    Duration left = whole.minusNanos(nanosSpent());
    if (left.isZero() || left.isNegative()) {
      throw new InterruptedIOException("the call timeout was over before the call");
    }
    return left;
  }
}
