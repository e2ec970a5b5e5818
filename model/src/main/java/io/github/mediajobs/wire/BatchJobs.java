package io.github.mediajobs.wire;

import io.github.mediajobs.failure.InvalidRequestException;
import io.github.mediajobs.json.Json;
import io.github.mediajobs.operation.Catalogue;
import io.github.mediajobs.operation.JobOperation;
import io.github.mediajobs.outcome.JobReference;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The jobs of a batch, their names resolved. */
public final class BatchJobs {
  /** The most jobs that one run takes. */
  public static final int MOST = 2_500;

  /**
   * The most bytes that the names of a run's jobs take as JSON, so that they and how each job ended
   * fit one payload.
   */
  public static final int MOST_BYTES = 384 * 1024;

  private BatchJobs() {}

  /**
   * Resolves the jobs of a request.
   *
   * @param request whose jobs
   * @param catalogue the operations that may be named
   * @param defaultRegion where jobs live that name no region; null to leave it open
   * @return the jobs in the request's order, each with the API's name of its operation
   * @throws InvalidRequestException naming the first field that is missing or out of bounds, a job
   *     that comes twice, or the limit that is passed
   */
  public static List<JobReference> of(
      BatchRequest request, Catalogue catalogue, String defaultRegion) {
    List<JobReference> given =
        request.jobs() != null
            ? request.jobs()
            : request.jobIds().stream().map(id -> new JobReference(null, id, null)).toList();
    String field = request.jobs() != null ? "jobs" : "jobIds";
    if (given.isEmpty()) {
      throw new InvalidRequestException(field, "empty; name a job");
    }
    if (given.size() > MOST) {
      throw new InvalidRequestException(
          field,
          "%d jobs; a run takes at most %d, more go into several runs"
              .formatted(given.size(), MOST));
    }
    return resolved(request, given, catalogue, defaultRegion);
  }

  private static List<JobReference> resolved(
      BatchRequest request, List<JobReference> given, Catalogue catalogue, String defaultRegion) {
    String region = request.region() == null ? defaultRegion : request.region();
    Map<JobReference, Integer> seen = new HashMap<>();
    List<JobReference> jobs = new ArrayList<>();
    int bytes = 0;
    for (JobReference job : given) {
      String at = (request.jobs() != null ? "jobs[%d]" : "jobIds[%d]").formatted(jobs.size());
      JobReference named = resolved(request, job, at, catalogue, region);
      Integer before = seen.put(named, jobs.size());
      if (before != null) {
        throw new InvalidRequestException(
            at, "%s stands at %d already; each job goes into a run once".formatted(named, before));
      }
      jobs.add(named);
      bytes += bytes(named);
    }
    if (bytes > MOST_BYTES) {
      throw new InvalidRequestException(
          "jobs",
          "their names take %d bytes; a run takes at most %d, more go into several runs"
              .formatted(bytes, MOST_BYTES));
    }
    return List.copyOf(jobs);
  }

  private static JobReference resolved(
      BatchRequest request, JobReference job, String at, Catalogue catalogue, String region) {
    String name = job.operation() == null ? request.operation() : job.operation();
    if (name == null || name.isBlank()) {
      String field = request.jobs() == null ? "operation" : at + ".operation";
      throw new InvalidRequestException(field, "missing; such as \"GetPackageJob\"");
    }
    JobOperation<?> operation = catalogue.require(name);
    operation.awaitedOr(request.until());
    return new JobReference(
        operation.action(),
        Limits.jobId(request.jobs() == null ? at : at + ".jobId", job.jobId()),
        job.region() == null ? region : Limits.region(at + ".region", job.region()));
  }

  /**
   * What a job's name takes of {@link #MOST_BYTES}.
   *
   * @param job which job
   * @return bytes as JSON
   */
  public static int bytes(JobReference job) {
    return Json.write(job).getBytes(StandardCharsets.UTF_8).length;
  }
}
