package io.github.mediajobs.polling;

import java.time.Duration;
import java.util.Objects;

/**
 * A schedule with its bounds.
 *
 * @param schedule picks the delay
 * @param floor the shortest delay
 * @param ceiling the longest delay
 * @param jitter the share by which a delay is moved at random, either way; 0 to 1
 * @param notFoundGrace how long from the start of the wait a job may be unknown to the API
 */
public record PollPolicy(
    PollSchedule schedule,
    Duration floor,
    Duration ceiling,
    double jitter,
    Duration notFoundGrace) {
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
    double seconds = Seconds.in(bounded(schedule.next(waited)));
    return bounded(Seconds.of(seconds * (1 + jitter * (2 * random - 1))));
  }

  private Duration bounded(Duration delay) {
    if (delay.compareTo(floor) < 0) {
      return floor;
    }
    return delay.compareTo(ceiling) > 0 ? ceiling : delay;
  }
}
