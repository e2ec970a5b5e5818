package io.github.mediajobs.learning;

import io.github.mediajobs.outcome.JobReference;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * When jobs were last seen going whose API tells no times: their end lies between that and the
 * first read that finds them ended. Only of waits that this worker saw from their first poll on.
 * Safe for threads.
 */
final class Sightings {
  private static final int MOST = 10_000;

  private final Map<JobReference, Sighting> going = new LinkedHashMap<>();

  private record Sighting(Instant startedAt, Instant lastSeen) {}

  synchronized void going(JobReference job, Instant startedAt, int polls, Instant now) {
    if ((polls == 1 && going.size() < MOST) || going.containsKey(job)) {
      going.put(job, new Sighting(startedAt, now));
    }
  }

  /** Seconds from the start of the wait to the middle of the interval in which the job ended. */
  synchronized OptionalDouble ended(JobReference job, Instant now) {
    Sighting sighting = going.remove(job);
    if (sighting == null) {
      return OptionalDouble.empty();
    }
    Duration least = Duration.between(sighting.startedAt(), sighting.lastSeen());
    Duration most = Duration.between(sighting.startedAt(), now);
    return OptionalDouble.of(least.plus(most).toNanos() / 2e9);
  }
}
