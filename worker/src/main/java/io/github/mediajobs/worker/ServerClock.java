package io.github.mediajobs.worker;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;

/**
 * The Temporal service's time, so that this machine's clock may jump: what the service said last,
 * and monotonic time since. Before it has said anything, the machine's clock at the start.
 */
public final class ServerClock implements InstantSource {
  /** What is heard was said some milliseconds ago; a difference past this is another time. */
  private static final Duration TOLERANCE = Duration.ofSeconds(1);

  private final LongSupplier nanoTime;
  private final AtomicReference<Heard> heard;

  /**
   * A clock that nothing was told yet.
   *
   * @param start the time now
   * @param nanoTime monotonic, as {@link System#nanoTime}
   */
  public ServerClock(Instant start, LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    this.heard = new AtomicReference<>(new Heard(start, nanoTime.getAsLong()));
  }

  /**
   * A clock for production.
   *
   * @return begins at the machine's time
   */
  public static ServerClock system() {
    return new ServerClock(Instant.now(), System::nanoTime);
  }

  @Override
  public Instant instant() {
    return heard.get().at(nanoTime.getAsLong());
  }

  /**
   * Takes the service's word.
   *
   * @param serverTime when the service handed out the task that just came
   */
  public void hear(Instant serverTime) {
    long now = nanoTime.getAsLong();
    heard.updateAndGet(
        before -> {
          Duration ahead = Duration.between(serverTime, before.at(now));
          boolean agrees = !ahead.isNegative() && ahead.compareTo(TOLERANCE) < 0;
          return agrees ? before : new Heard(serverTime, now);
        });
  }

  private record Heard(Instant time, long nanos) {
    Instant at(long now) {
      return time.plusNanos(now - nanos);
    }
  }
}
