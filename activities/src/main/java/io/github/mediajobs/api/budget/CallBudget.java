package io.github.mediajobs.api.budget;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The calls that this process may make to one API in one region. Safe for threads. */
public final class CallBudget {
  private static final Logger LOG = LoggerFactory.getLogger(CallBudget.class);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);

  private final String name;
  private final InstantSource clock;
  private final Pause pause;
  private final TokenBucket bucket = new TokenBucket();
  private final AdaptiveRate rate;

  CallBudget(String name, double callsPerSecond, InstantSource clock, Pause pause) {
    this.name = name;
    this.clock = clock;
    this.pause = pause;
    this.rate = new AdaptiveRate(callsPerSecond);
  }

  /**
   * Takes one call out of the budget, waiting for it up to a second. Callers are served in the
   * order in which they ask.
   *
   * @return empty when the call may be made; else how long until there is a call to take, and then
   *     none was taken
   * @throws InterruptedException when the thread is interrupted while it waits
   */
  public Optional<Duration> take() throws InterruptedException {
    Duration wait = reserve();
    if (wait.compareTo(LONGEST_WAIT) > 0) {
      return Optional.of(wait);
    }
    if (!wait.isZero()) {
      pause.pause(wait);
    }
    return Optional.empty();
  }

  private synchronized Duration reserve() {
    Instant now = clock.instant();
    Duration wait = bucket.wait(now);
    if (wait.compareTo(LONGEST_WAIT) <= 0) {
      bucket.take(now, rate.callsPerSecond());
    }
    return wait;
  }

  /** Tells that the API asked to call less. */
  public synchronized void throttled() {
    if (rate.throttled(clock.instant())) {
      LOG.info("{} throttles; calling at most {} times a second", name, rate.callsPerSecond());
    }
  }

  /** Tells that a call succeeded. */
  public synchronized void succeeded() {
    rate.succeeded(clock.instant());
  }

  /**
   * The rate at this time.
   *
   * @return calls per second
   */
  public synchronized double callsPerSecond() {
    return rate.callsPerSecond();
  }
}
