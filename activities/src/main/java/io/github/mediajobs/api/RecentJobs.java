package io.github.mediajobs.api;

import io.github.mediajobs.job.MediaJob;
import io.github.mediajobs.json.Json;
import io.github.mediajobs.operation.JobKind;
import io.github.mediajobs.operation.JobOperation;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The jobs of an operation that ended lately, and how long they took, from its List operation. */
public final class RecentJobs {
  /** Among younger jobs those that have ended are the short ones. */
  private static final Duration SETTLED = Duration.ofHours(1);

  /** Some List operations look at 30 days at most. */
  private static final Duration LATELY = Duration.ofDays(29);

  private static final int ENOUGH = 30;

  private final MediaApi api;
  private final InstantSource clock;

  /**
   * A job that has ended.
   *
   * @param kind what it has in common with others, as far as lists tell
   * @param jobId its id
   * @param seconds from its submission to its end, above zero
   */
  public record Ended(JobKind kind, String jobId, double seconds) {}

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
   * The newest finished jobs. Jobs that were submitted an hour ago to 29 days ago are asked for
   * first; where they are fewer than 30, the last hour's too, and then one call more is made.
   *
   * @param operation reads one of the jobs; without a List operation nothing is called
   * @param region where the jobs live; null for the client's own
   * @return at most 200 jobs, the newest last; empty where the API lists no jobs or does not say
   *     when they ended
   * @throws ApiException when the jobs cannot be listed
   */
  public List<Ended> ended(JobOperation<?> operation, String region) throws ApiException {
    if (operation.list() == null) {
      return List.of();
    }
    Instant settled = clock.instant().minus(SETTLED);
    List<Ended> jobs =
        new ArrayList<>(
            listed(operation, ListQuery.newest().created(settled.minus(LATELY), settled), region));
    if (jobs.size() < ENOUGH) {
      // Times of creation count to the second: one later, so that no job is listed twice.
      ListQuery young = ListQuery.newest().created(settled.plusSeconds(1), null);
      jobs.addAll(listed(operation, young, region));
    }
    return List.copyOf(jobs);
  }

  private List<Ended> listed(JobOperation<?> operation, ListQuery query, String region)
      throws ApiException {
    List<Ended> jobs = new ArrayList<>();
    for (MediaJob job : api.list(operation, query, region).jobs()) {
      seconds(job)
          .map(it -> new Ended(operation.kindOf(Json.tree(job)), job.jobId(), it))
          .ifPresent(each -> jobs.add(0, each));
    }
    return jobs;
  }

  private static Optional<Double> seconds(MediaJob job) {
    if (!job.state().ended() || job.submittedAt().isEmpty() || job.finishedAt().isEmpty()) {
      return Optional.empty();
    }
    Duration took = Duration.between(job.submittedAt().get(), job.finishedAt().get());
    return Optional.of(took.toMillis() / 1000.0).filter(seconds -> seconds > 0);
  }
}
