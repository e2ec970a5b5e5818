package io.github.mediajobs.api.budget;

import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * A budget for each API, region and limit. Operations of one API that have the same limit share a
 * budget. Safe for threads.
 */
public final class CallBudgets {
  private final Map<Key, CallBudget> budgets = new ConcurrentHashMap<>();
  private final InstantSource clock;
  private final Pause pause;
  private final LongSupplier nanoTime;

  /**
   * Starts with full budgets.
   *
   * @param clock may jump, back too
   */
  public CallBudgets(InstantSource clock) {
    this(clock, duration -> TimeUnit.NANOSECONDS.sleep(duration.toNanos()), System::nanoTime);
  }

  CallBudgets(InstantSource clock, Pause pause, LongSupplier nanoTime) {
    this.clock = clock;
    this.pause = pause;
    this.nanoTime = nanoTime;
  }

  /**
   * Finds the budget of a call.
   *
   * @param api the API's short name, such as {@code ICE}
   * @param region such as {@code cn-shanghai}
   * @param callsPerSecond where the budget starts, and its ceiling; above zero
   * @return always the same for the same three
   */
  public CallBudget of(String api, String region, double callsPerSecond) {
    return budgets.computeIfAbsent(
        new Key(api, region, callsPerSecond),
        key -> new CallBudget(api + " in " + region, callsPerSecond, clock, pause, nanoTime));
  }

  private record Key(String api, String region, double callsPerSecond) {}
}
