package io.github.mediajobs.polling;

import java.time.Duration;

/** When to look next: a pure function of what is known. {@link PollPolicy} bounds its answer. */
public sealed interface PollSchedule {
  /**
   * The delay until the next poll.
   *
   * @param waited what is known after a poll that found the job still going
   * @return the delay before jitter and bounds
   */
  Duration next(Waited waited);

  /**
   * The same delay always.
   *
   * @param interval between two polls
   */
  record Fixed(Duration interval) implements PollSchedule {
    @Override
    public Duration next(Waited waited) {
      return interval;
    }
  }

  /**
   * Each delay is the one before times a factor.
   *
   * @param first the delay after the first poll
   * @param factor at least 1
   */
  record Exponential(Duration first, double factor) implements PollSchedule {
    @Override
    public Duration next(Waited waited) {
      return Seconds.of(Seconds.in(first) * Math.pow(factor, waited.polls() - 1.0));
    }
  }

  /**
   * A share of the time elapsed, so that the end is noticed late by at most that share.
   *
   * @param ratio above zero
   */
  record Proportional(double ratio) implements PollSchedule {
    @Override
    public Duration next(Waited waited) {
      return Seconds.of(Seconds.in(waited.elapsed()) * ratio);
    }
  }
}
