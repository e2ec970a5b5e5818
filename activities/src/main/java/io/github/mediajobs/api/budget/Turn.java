package io.github.mediajobs.api.budget;

import java.time.Duration;
import java.util.Optional;

/** The calls of one caller, one after the other. For one thread. */
public final class Turn implements AutoCloseable {
  private final CallBudget budget;
  private final Caller caller;

  Turn(CallBudget budget, Caller caller) {
    this.budget = budget;
    this.caller = caller;
  }

  /**
   * Takes one call out of the budget, waiting for it. The call before is over.
   *
   * @return empty when the call may be made; else how long until there is a call to take, and then
   *     none was taken: at once when that is foreseen, after the longest wait when others came
   *     between
   * @throws InterruptedException when the thread is interrupted while it waits; its place goes to
   *     the others
   */
  public Optional<Duration> take() throws InterruptedException {
    budget.over(this);
    return budget.take(caller, this);
  }

  /** Tells that the last call is over, answered or not. */
  @Override
  public void close() {
    budget.over(this);
  }
}
