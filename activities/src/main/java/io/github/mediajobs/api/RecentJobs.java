package io.github.mediajobs.api;

import io.github.mediajobs.job.MediaJob;
import io.github.mediajobs.operation.JobOperation;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How long the jobs of an operation took lately, from its List operation. */
public final class RecentJobs {
  /** Among younger jobs those that have ended are the short ones. */
  private static final Duration SETTLED = Duration.ofHours(1);

  /** Some List operations look at 30 days at most. */
  private static final Duration LATELY = Duration.ofDays(29);

  private static final int ENOUGH = 30;

  private final MediaApi api;
  private final InstantSource clock;

  /**
   * Reads through a client; nothing is called yet.
   *
   * @param api lists the jobs
   * @param clock the time
   */
  public RecentJobs(MediaApi api, InstantSource clock) {
    this.api = api;
    this.clock = clock;
  }

  /**
   * The times from submission to end of the newest finished jobs. Jobs that were submitted an hour
   * ago to 29 days ago are asked for first; where they are fewer than 30, the last hour's too, and
   * then one call more is made.
   *
   * @param operation reads one of the jobs; without a List operation nothing is called
   * @param region where the jobs live; null for the client's own
   * @return seconds above zero of at most 200 jobs, those of the newest jobs last; empty where the
   *     API lists no jobs or does not say when they ended
   * @throws ApiException when the jobs cannot be listed
   */
  public List<Double> seconds(JobOperation<?> operation, String region) throws ApiException {
    if (operation.list() == null) {
      return List.of();
    }
    Instant settled = clock.instant().minus(SETTLED);
    List<Double> seconds =
        new ArrayList<>(
            listed(operation, ListQuery.newest().created(settled.minus(LATELY), settled), region));
    if (seconds.size() < ENOUGH) {
      // Times of creation count to the second: one later, so that no job is listed twice.
      ListQuery young = ListQuery.newest().created(settled.plusSeconds(1), null);
      seconds.addAll(listed(operation, young, region));
    }
    return List.copyOf(seconds);
  }

  private List<Double> listed(JobOperation<?> operation, ListQuery query, String region)
      throws ApiException {
    List<Double> seconds = new ArrayList<>();
    for (MediaJob job : api.list(operation, query, region).jobs()) {
      seconds(job).ifPresent(each -> seconds.add(0, each));
    }
    return seconds;
  }

  private static Optional<Double> seconds(MediaJob job) {
    if (!job.state().ended() || job.submittedAt().isEmpty() || job.finishedAt().isEmpty()) {
      return Optional.empty();
    }
    Duration took = Duration.between(job.submittedAt().get(), job.finishedAt().get());
    return Optional.of(took.toMillis() / 1000.0).filter(seconds -> seconds > 0);
  }
}
