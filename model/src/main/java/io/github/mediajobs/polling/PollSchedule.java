package io.github.mediajobs.polling;

import io.github.mediajobs.planning.PollPlan;
import io.github.mediajobs.planning.ProgressEstimate;
import java.time.Duration;

/** When to look next: a pure function of what is known. {@link PollPolicy} bounds its answer. */
public sealed interface PollSchedule {
  /**
   * The next poll.
   *
   * @param waited what is known after a poll that found the job still going
   * @return the delay before jitter and bounds
   */
  NextPoll next(Waited waited);

  /**
   * The same delay always.
   *
   * @param interval between two polls
   */
  record Fixed(Duration interval) implements PollSchedule {
    @Override
    public NextPoll next(Waited waited) {
      return NextPoll.in(interval);
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
    public NextPoll next(Waited waited) {
      return NextPoll.in(Seconds.of(Seconds.in(first) * Math.pow(factor, waited.polls() - 1.0)));
    }
  }

  /**
   * A share of the time elapsed, so that the end is noticed late by at most that share.
   *
   * @param ratio above zero
   */
  record Proportional(double ratio) implements PollSchedule {
    @Override
    public NextPoll next(Waited waited) {
      return NextPoll.in(Seconds.of(Seconds.in(waited.elapsed()) * ratio));
    }
  }

  /**
   * Where the next poll costs least, as {@link PollPlan} tells: by the job's progress where it
   * reports one, else by the durations of jobs like it. Without either, as exponential by default.
   *
   * @param secondsPerPoll the seconds of delay that one poll is worth, above zero
   */
  record Planned(double secondsPerPoll) implements PollSchedule {
    /** What else is known of no job: exponential by default, up to five minutes. */
    private static final PollSchedule UNPLANNED = new Exponential(Duration.ofSeconds(5), 1.5);

    private static final Duration LONGEST_UNPLANNED = Duration.ofMinutes(5);

    /** A job that is still going after so many looks at its progress is stuck. */
    private static final int MOST_POLLS_BY_PROGRESS = 12;

    @Override
    public NextPoll next(Waited waited) {
      double elapsed = Seconds.in(waited.elapsed());
      int progress = waited.progress().orElse(0);
      boolean steady = progress > 0 && progress < 100 && waited.polls() <= MOST_POLLS_BY_PROGRESS;
      if (steady && elapsed > 0) {
        ProgressEstimate estimate = new ProgressEstimate(elapsed, progress);
        PollPlan plan = PollPlan.of(estimate, secondsPerPoll);
        return from(elapsed, plan, plan.after(elapsed));
      }
      return waited
          .plan()
          .map(plan -> from(elapsed, plan, planned(waited, plan)))
          .orElseGet(() -> unplanned(waited));
    }

    /** A job that reports no progress yet is looked at once it should. */
    private static double planned(Waited waited, PollPlan plan) {
      double elapsed = Seconds.in(waited.elapsed());
      return waited.progress().orElse(100) == 0 ? plan.firstLook(elapsed) : plan.after(elapsed);
    }

    private static NextPoll from(double elapsed, PollPlan plan, double next) {
      double delay = next - elapsed;
      return new NextPoll(Seconds.of(delay), Seconds.of(Math.min(delay, plan.after(next) - next)));
    }

    private static NextPoll unplanned(Waited waited) {
      Duration delay = UNPLANNED.next(waited).delay();
      return NextPoll.in(delay.compareTo(LONGEST_UNPLANNED) < 0 ? delay : LONGEST_UNPLANNED);
    }
  }
}
