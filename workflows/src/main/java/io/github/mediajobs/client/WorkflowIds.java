package io.github.mediajobs.client;

import io.github.mediajobs.operation.JobOperation;
import io.github.mediajobs.outcome.JobReference;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The workflow ids that this library picks: the same wait has the same id, so that waiters meet.
 */
public final class WorkflowIds {
  private static final Pattern OF_A_JOB =
      Pattern.compile(
          "media-job(?:-pipeline)?/([^/]+)/([^/]+)/(.+?)(?:\\?until=[^/?]*)?", Pattern.DOTALL);

  private WorkflowIds() {}

  /**
   * The id of a wait.
   *
   * @param region where the job lives
   * @param operation reads the job
   * @param jobId the job's id
   * @param until the statuses to wait for; null for the operation's own
   * @return {@code media-job/<region>/<operation>/<jobId>}, with {@code ?until=<a,b>} in
   *     alphabetical order when they are not the operation's own
   */
  public static String await(
      String region, JobOperation<?> operation, String jobId, List<String> until) {
    return id("media-job", region, operation, jobId, until);
  }

  /**
   * The id of a pipeline.
   *
   * @param region where the job lives
   * @param operation reads the job
   * @param jobId the job's id
   * @param until the statuses to wait for; null for the operation's own
   * @return {@code media-job-pipeline/...} as for a wait
   */
  public static String pipeline(
      String region, JobOperation<?> operation, String jobId, List<String> until) {
    return id("media-job-pipeline", region, operation, jobId, until);
  }

  /**
   * The id of a run of a batch.
   *
   * @param name the batch's name
   * @param run which of its runs, from 0
   * @return {@code media-jobs/<batch name>/<run>}
   */
  public static String batch(String name, int run) {
    return "media-jobs/" + name + "/" + run;
  }

  /**
   * The job of a wait or pipeline.
   *
   * @param workflowId any
   * @return which job, empty when the id is neither one of {@link #await} nor of {@link #pipeline}
   */
  public static Optional<JobReference> job(String workflowId) {
    Matcher parts = OF_A_JOB.matcher(workflowId);
    return parts.matches()
        ? Optional.of(new JobReference(parts.group(2), parts.group(3), parts.group(1)))
        : Optional.empty();
  }

  private static String id(
      String kind, String region, JobOperation<?> operation, String jobId, List<String> until) {
    String id = String.join("/", kind, region, operation.action(), jobId);
    if (until == null || Set.copyOf(until).equals(operation.awaited())) {
      return id;
    }
    return id + "?until=" + String.join(",", new TreeSet<>(until));
  }
}
