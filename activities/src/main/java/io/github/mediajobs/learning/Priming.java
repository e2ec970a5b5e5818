package io.github.mediajobs.learning;

import io.github.mediajobs.api.ApiException;
import io.github.mediajobs.api.RecentJobs;
import io.github.mediajobs.operation.JobOperation;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads, once for an operation in a region and off the polling path, how long its jobs took lately.
 * Safe for threads.
 */
final class Priming {
  private static final Logger LOG = LoggerFactory.getLogger(Priming.class);
  private static final Duration BEFORE_TRYING_AGAIN = Duration.ofHours(1);

  private final RecentJobs recent;
  private final Executor executor;
  private final InstantSource clock;
  private final Map<Place, Instant> due = new HashMap<>();

  private record Place(String operation, String region) {}

  Priming(RecentJobs recent, Executor executor, InstantSource clock) {
    this.recent = recent;
    this.executor = executor;
    this.clock = clock;
  }

  void prime(JobOperation<?> operation, String region, Consumer<RecentJobs.Ended> learner) {
    Place place = new Place(operation.action(), region);
    if (operation.list() != null && operation.ends() && turn(place)) {
      executor.execute(() -> read(operation, place, learner));
    }
  }

  private synchronized boolean turn(Place place) {
    Instant now = clock.instant();
    if (due.getOrDefault(place, Instant.MIN).isAfter(now)) {
      return false;
    }
    due.put(place, now.plus(BEFORE_TRYING_AGAIN));
    return true;
  }

  private synchronized void done(Place place) {
    due.put(place, Instant.MAX);
  }

  private void read(JobOperation<?> operation, Place place, Consumer<RecentJobs.Ended> learner) {
    try {
      recent.ended(operation, place.region()).forEach(learner);
      done(place);
    } catch (ApiException | RuntimeException e) {
      LOG.info(
          "durations of past jobs of {} in {} are not read, those of awaited jobs count: {}",
          place.operation(),
          place.region(),
          e.getMessage());
    }
  }
}
