package io.github.mediajobs.polling;

import java.time.Duration;
import java.util.Objects;

/**
 * A schedule with its bounds.
 *
 * @param schedule picks the delay
 * @param floor the shortest delay
 * @param ceiling the longest delay
 * @param jitter the share of the spacing by which a poll is moved at random, either way; 0 to 1
 * @param notFoundGrace how long from the start of the wait a job may be unknown to the API
 */
public record PollPolicy(
    PollSchedule schedule,
    Duration floor,
    Duration ceiling,
    double jitter,
    Duration notFoundGrace) {
  private static final Duration MOST_PATIENCE = Duration.ofMinutes(5);

  public PollPolicy {
    Objects.requireNonNull(schedule, "schedule");
    Objects.requireNonNull(floor, "floor");
    Objects.requireNonNull(ceiling, "ceiling");
    Objects.requireNonNull(notFoundGrace, "notFoundGrace");
  }

  /**
   * The delay until the next poll.
   *
   * @param waited what is known after a poll that found the job still going
   * @param random uniform in [0, 1)
   * @return the schedule's delay, jittered, from floor to ceiling
   */
  public Duration delay(Waited waited, double random) {
    NextPoll next = schedule.next(waited);
    double seconds = Seconds.in(bounded(next.delay()));
    double spacing = Math.min(seconds, Seconds.in(next.spacing()));
    return bounded(Seconds.of(seconds + spacing * jitter * (2 * random - 1)));
  }

  /**
   * How long to wait where the API refuses for a reason that only a person can mend.
   *
   * @return the ceiling, five minutes at most
   */
  public Duration patience() {
    return ceiling.compareTo(MOST_PATIENCE) < 0 ? ceiling : MOST_PATIENCE;
  }

  private Duration bounded(Duration delay) {
    if (delay.compareTo(floor) < 0) {
      return floor;
    }
    return delay.compareTo(ceiling) > 0 ? ceiling : delay;
  }
}
