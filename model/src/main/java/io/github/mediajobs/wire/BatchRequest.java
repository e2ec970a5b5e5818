package io.github.mediajobs.wire;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.mediajobs.failure.InvalidRequestException;
import io.github.mediajobs.outcome.JobReference;
import java.time.Duration;
import java.util.List;

/**
 * The input of the workflow {@code AwaitMediaJobs}. Which jobs is said by {@code jobs}, or shorter
 * by {@code jobIds} with one operation; {@link BatchJobs} resolves and checks them.
 *
 * @param jobs the jobs, each with its id; operation and region default to those beside
 * @param jobIds ids of jobs of one operation and region, in place of {@code jobs}
 * @param operation the API's name of the operation or its alias, for jobs that name none
 * @param region where jobs live that name no region; null for the worker's own
 * @param deadline how long to wait from the workflow's start, at most P30D; null for PT24H
 * @param until raw statuses that end the wait in place of the operations' own; null for those
 * @param polling how to poll; null for the defaults
 * @param onSuccess up to 20 steps for each job that succeeded
 * @param onFailure up to 20 steps for each other outcome
 * @param includeJobs whether the result holds the job objects, as far as they fit; null for no
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BatchRequest(
    List<JobReference> jobs,
    List<String> jobIds,
    String operation,
    String region,
    @JsonFormat(shape = JsonFormat.Shape.STRING) Duration deadline,
    List<String> until,
    Polling polling,
    List<Step> onSuccess,
    List<Step> onFailure,
    Boolean includeJobs) {
  /**
   * Checks every value but the jobs, which {@link BatchJobs} checks with the catalogue at hand.
   *
   * @throws InvalidRequestException naming the first field that is missing or out of bounds
   */
  public BatchRequest {
    jobs = jobs == null ? null : List.copyOf(jobs);
    jobIds = jobIds == null ? null : List.copyOf(jobIds);
    if ((jobs == null) == (jobIds == null)) {
      throw new InvalidRequestException(
          "jobs", "give either \"jobs\" or \"operation\" with \"jobIds\"");
    }
    Limits.name("operation", operation);
    Limits.region(region);
    Limits.deadline(Limits.aboveZero("deadline", deadline));
    until = Limits.until(until);
    onSuccess = onSuccess == null ? List.of() : List.copyOf(onSuccess);
    onFailure = onFailure == null ? List.of() : List.copyOf(onFailure);
    PipelineRequest.checkSteps(names(onSuccess), names(onFailure));
  }

  private static List<String> names(List<Step> steps) {
    return steps.stream().map(Step::name).toList();
  }

  /**
   * The same request with the region named.
   *
   * @param defaultRegion where jobs live that name no region
   * @return a new request, or this one when it names a region
   */
  public BatchRequest in(String defaultRegion) {
    return region != null
        ? this
        : new BatchRequest(
            jobs,
            jobIds,
            operation,
            defaultRegion,
            deadline,
            until,
            polling,
            onSuccess,
            onFailure,
            includeJobs);
  }

  /**
   * Whether anything follows the jobs.
   *
   * @return true when a branch has a step
   */
  public boolean hasSteps() {
    return !onSuccess.isEmpty() || !onFailure.isEmpty();
  }

  /**
   * Reads the input from outside.
   *
   * @param input the workflow's input
   * @return the request
   * @throws InvalidRequestException naming the first field of a wrong type or value
   */
  public static BatchRequest read(JsonNode input) {
    return read(Fields.of(input));
  }

  static BatchRequest read(Fields fields) {
    return new BatchRequest(
        fields.objects(
            "jobs",
            it -> new JobReference(it.text("operation"), it.text("jobId"), it.text("region"))),
        fields.texts("jobIds"),
        fields.text("operation"),
        fields.text("region"),
        fields.duration("deadline"),
        fields.texts("until"),
        fields.object("polling", Polling::read),
        fields.objects("onSuccess", Step::read),
        fields.objects("onFailure", Step::read),
        fields.bool("includeJobs"));
  }
}
