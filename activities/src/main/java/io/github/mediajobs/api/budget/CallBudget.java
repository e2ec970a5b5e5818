package io.github.mediajobs.api.budget;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The calls that this process may make to one API in one region. Of those who wait, one leads: it
 * sleeps until the next call is due and serves whose turn it is; the others sleep until they are
 * served or are to lead. So a call wakes two threads, however many wait. Safe for threads.
 */
public final class CallBudget {
  private static final Logger LOG = LoggerFactory.getLogger(CallBudget.class);

  /** A sleep is a little longer than it was to be; who waited it out is not sent away for that. */
  private static final Duration GRACE = Duration.ofMillis(20);

  private final String name;
  private final InstantSource clock;
  private final Pause pause;
  private final LongSupplier nanoTime;
  private final Pace pace;
  private final CallsOfASecond lastSecond;
  private final ReentrantLock lock = new ReentrantLock();
  private final WaitingLine<Waiter> line = new WaitingLine<>();
  private Waiter leader;

  CallBudget(
      String name, double callsPerSecond, InstantSource clock, Pause pause, LongSupplier nanoTime) {
    this.name = name;
    this.clock = clock;
    this.pause = pause;
    this.nanoTime = nanoTime;
    this.pace = new Pace(callsPerSecond);
    this.lastSecond = new CallsOfASecond(callsPerSecond);
  }

  /**
   * Lets somebody ask for calls.
   *
   * @param caller who asks, and for how long each call is waited for
   * @return to be closed when the last call is over
   */
  public Turn turn(Caller caller) {
    return new Turn(this, caller);
  }

  Optional<Duration> take(Caller caller, Turn turn) throws InterruptedException {
    lock.lock();
    try {
      Duration wait = wait(line.ahead(caller));
      if (wait.compareTo(caller.longestWait()) > 0) {
        return Optional.of(wait);
      }
      if (wait.isZero() && line.isEmpty()) {
        pace.take(clock.instant());
        lastSecond.begin(turn, clock.instant());
        return Optional.empty();
      }
      return served(caller, turn) ? Optional.empty() : Optional.of(wait(line.ahead(caller)));
    } finally {
      lock.unlock();
    }
  }

  void over(Turn turn) {
    lock.lock();
    try {
      lastSecond.end(turn, clock.instant());
    } finally {
      lock.unlock();
    }
  }

  private Duration wait(int others) {
    Instant now = clock.instant();
    Duration paced = pace.wait(now, others);
    Duration counted = lastSecond.wait(now);
    return paced.compareTo(counted) > 0 ? paced : counted;
  }

  private boolean served(Caller caller, Turn turn) throws InterruptedException {
    Waiter self = new Waiter(turn, lock.newCondition());
    long end = nanoTime.getAsLong() + caller.longestWait().plus(GRACE).toNanos();
    line.add(caller, self);
    try {
      long left = end - nanoTime.getAsLong();
      while (!self.served && left > 0) {
        if (leader == null || leader == self) {
          leader = self;
          lead(left);
        } else {
          self.woken.awaitNanos(left);
        }
        left = end - nanoTime.getAsLong();
      }
    } catch (InterruptedException e) {
      if (self.served && !line.isEmpty()) {
        serve(line.poll());
      }
      throw e;
    } finally {
      leave(caller, self);
    }
    return self.served;
  }

  /** Sleeps until a call is due, and serves whose turn it is then. */
  private void lead(long left) throws InterruptedException {
    Duration wait = wait(0);
    if (!wait.isZero()) {
      sleep(Math.min(left, wait.toNanos()));
      if (wait.toNanos() > left) {
        return;
      }
    }
    pace.takeAwaited(clock.instant());
    serve(line.poll());
  }

  private void serve(Waiter waiter) {
    lastSecond.begin(waiter.turn, clock.instant());
    waiter.served = true;
    waiter.woken.signal();
  }

  private void sleep(long nanos) throws InterruptedException {
    lock.unlock();
    try {
      pause.pause(Duration.ofNanos(nanos));
    } finally {
      lock.lock();
    }
  }

  /** Whoever leaves sees to it that somebody leads those who stay. */
  private void leave(Caller caller, Waiter self) {
    line.remove(caller, self);
    if (leader == self) {
      leader = null;
    }
    if (leader == null && !line.isEmpty()) {
      line.first().woken.signal();
    }
  }

  /** Tells that the API asked to call less. */
  public void throttled() {
    lock.lock();
    try {
      if (pace.throttled(clock.instant())) {
        LOG.info("{} throttles; calling at most {} times a second", name, pace.callsPerSecond());
      }
    } finally {
      lock.unlock();
    }
  }

  /** Tells that a call succeeded. */
  public void succeeded() {
    lock.lock();
    try {
      pace.succeeded(clock.instant());
    } finally {
      lock.unlock();
    }
  }

  /**
   * The rate at this time.
   *
   * @return calls per second
   */
  public double callsPerSecond() {
    lock.lock();
    try {
      return pace.callsPerSecond();
    } finally {
      lock.unlock();
    }
  }

  /** How many threads wait. */
  int waiting() {
    lock.lock();
    try {
      return line.size();
    } finally {
      lock.unlock();
    }
  }

  /** One thread that waits. */
  private static final class Waiter {
    private final Turn turn;
    private final Condition woken;
    private boolean served;

    Waiter(Turn turn, Condition woken) {
      this.turn = turn;
      this.woken = woken;
    }
  }
}
