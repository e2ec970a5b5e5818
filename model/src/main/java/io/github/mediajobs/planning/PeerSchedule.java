package io.github.mediajobs.planning;

import java.util.random.RandomGenerator;

/** How others poll by default, to compare with. Delays are seconds. */
public enum PeerSchedule {
  /** As Airflow's operators and waiters often do. */
  FIXED_5("fixed 5 s", 5, 1, 5, false),
  /** A fixed interval. */
  FIXED_10("fixed 10 s", 10, 1, 10, false),
  /** A fixed interval. */
  FIXED_30("fixed 30 s", 30, 1, 30, false),
  /** A fixed interval. */
  FIXED_60("fixed 60 s", 60, 1, 60, false),
  /** Google gax, long-running operations. */
  GAX("gax", 5, 1.5, 45, true),
  /** AWS durable execution SDK for Java, waitForCondition. */
  AWS_DURABLE("AWS durable SDK", 5, 1.5, 300, true),
  /** A Temporal activity that fails until the job has ended, with the default retry policy. */
  TEMPORAL_RETRY("Temporal's default retry", 1, 2, 100, false),
  /** Terraform's StateChangeConf. */
  TERRAFORM("Terraform", 0.1, 2, 10, false),
  /** Step Functions' .sync of AWS Glue: 60 s for ten minutes, then 300 s. */
  STEP_FUNCTIONS("Step Functions", 60, 1, 60, false) {
    @Override
    double unjittered(int polls, double elapsed) {
      return elapsed < 600 ? 60 : 300;
    }
  };

  private final String title;
  private final double first;
  private final double factor;
  private final double ceiling;
  private final boolean fullJitter;

  PeerSchedule(String title, double first, double factor, double ceiling, boolean fullJitter) {
    this.title = title;
    this.first = first;
    this.factor = factor;
    this.ceiling = ceiling;
    this.fullJitter = fullJitter;
  }

  /**
   * The name that people know.
   *
   * @return such as {@code gax}
   */
  public String title() {
    return title;
  }

  /**
   * The delay until the next poll.
   *
   * @param polls polls so far, 0 at the submission
   * @param elapsed seconds since the submission
   * @param random for jitter
   * @return seconds
   */
  public double delay(int polls, double elapsed, RandomGenerator random) {
    double delay = unjittered(polls, elapsed);
    return fullJitter ? delay * random.nextDouble() : delay;
  }

  double unjittered(int polls, double elapsed) {
    return Math.min(ceiling, first * Math.pow(factor, polls));
  }

  /**
   * What it is expected to cost for one job.
   *
   * @param durations how long jobs take
   * @param random for jitter
   * @return the mean over some random schedules where there is jitter
   */
  public ScheduleCost cost(Durations durations, RandomGenerator random) {
    int draws = fullJitter ? 20 : 1;
    double polls = 0;
    double delay = 0;
    for (int i = 0; i < draws; i++) {
      int[] made = {0};
      ScheduleCost cost = ScheduleCost.of(time -> time + delay(made[0]++, time, random), durations);
      polls += cost.polls() / draws;
      delay += cost.delaySeconds() / draws;
    }
    return new ScheduleCost(polls, delay);
  }
}
