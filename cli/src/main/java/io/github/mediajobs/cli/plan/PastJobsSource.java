package io.github.mediajobs.cli.plan;

import io.github.mediajobs.api.ApiException;
import io.github.mediajobs.api.MediaApi;
import io.github.mediajobs.api.RecentJobs;
import io.github.mediajobs.operation.JobOperation;
import io.github.mediajobs.planning.PastDuration;
import io.github.mediajobs.wire.LearntDurations;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Past jobs, and who tells of them.
 *
 * @param told a line for people, such as which worker it was
 * @param kinds the jobs by kind; none where nothing is known
 */
public record PastJobsSource(String told, List<PastJobs> kinds) {
  /**
   * Copies what could be modified.
   *
   * @throws NullPointerException when a component is null
   */
  public PastJobsSource {
    kinds = List.copyOf(kinds);
  }

  /**
   * Jobs that ended lately, from the API's List operation.
   *
   * @param api lists them
   * @param operation reads the jobs
   * @param region where they live
   * @return the jobs by kind
   * @throws ApiException when they cannot be listed
   */
  public static PastJobsSource recent(MediaApi api, JobOperation<?> operation, String region)
      throws ApiException {
    Map<String, List<Double>> seconds = new LinkedHashMap<>();
    for (RecentJobs.Ended each :
        new RecentJobs(api, InstantSource.system()).ended(operation, region)) {
      seconds.computeIfAbsent(each.kind().variant(), kind -> new ArrayList<>()).add(each.seconds());
    }
    List<PastJobs> kinds = new ArrayList<>();
    seconds.forEach((kind, each) -> kinds.add(new PastJobs(kind, PastDuration.aging(each))));
    return new PastJobsSource("jobs in %s that ended lately".formatted(region), kinds);
  }

  /**
   * What a worker learnt.
   *
   * @param learnt its answer
   * @param taskQueue where it listens
   * @return the jobs by kind
   */
  public static PastJobsSource learnt(LearntDurations learnt, String taskQueue) {
    return new PastJobsSource(
        "learnt by the worker %s on the task queue %s; others learn by themselves"
            .formatted(learnt.worker(), taskQueue),
        learnt.kinds().stream()
            .map(it -> new PastJobs(it.kind(), PastDuration.aging(it.durations())))
            .toList());
  }
}
