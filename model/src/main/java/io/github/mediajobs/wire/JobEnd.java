package io.github.mediajobs.wire;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.mediajobs.json.Json;
import io.github.mediajobs.outcome.JobReference;
import io.github.mediajobs.outcome.OutcomeKind;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How one job of a batch ended: the fields of an {@link Outcome}, and beside them what is there
 * only in a batch. Where {@code failure} stands the state could not be found out: {@code outcome}
 * is absent then, and nothing is claimed of the job.
 *
 * @param outcome how the wait ended; its kind is null when {@code failure} says why there is none
 * @param failure why the job's state could not be found out, or null
 * @param steps how the steps after the job ended, without their results; null when there were none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record JobEnd(@JsonUnwrapped Outcome outcome, JobFailure failure, List<StepResult> steps) {
  /**
   * Checks that there is an outcome to hold the job's name.
   *
   * @throws NullPointerException when there is none
   */
  public JobEnd {
    Objects.requireNonNull(outcome, "outcome");
    steps = steps == null ? null : List.copyOf(steps);
  }

  /**
   * A job whose wait ended.
   *
   * @param outcome how
   * @return the end, without steps
   */
  public static JobEnd of(Outcome outcome) {
    return new JobEnd(outcome, null, null);
  }

  /**
   * A job whose state could not be found out.
   *
   * @param job which job
   * @param polls how often the job was read in vain
   * @param failure why
   * @return the end, without an outcome
   */
  public static JobEnd unknown(JobReference job, int polls, JobFailure failure) {
    Outcome nothing =
        new Outcome(
            null,
            job.operation(),
            job.jobId(),
            job.region(),
            null,
            null,
            null,
            null,
            polls,
            null,
            null,
            null);
    return new JobEnd(nothing, failure, null);
  }

  /**
   * Reads the flat JSON object.
   *
   * @param json fields of an outcome, and those beside
   * @return the end
   * @throws JsonProcessingException when a field has a type that cannot be read
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static JobEnd read(JsonNode json) throws JsonProcessingException {
    Beside beside = Json.convert(json, Beside.class);
    return new JobEnd(Json.convert(json, Outcome.class), beside.failure(), beside.steps());
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  private record Beside(JobFailure failure, List<StepResult> steps) {}

  /**
   * How the wait ended.
   *
   * @return empty when the job's state could not be found out
   */
  public Optional<OutcomeKind> kind() {
    return Optional.ofNullable(outcome.outcome());
  }

  /**
   * Which job.
   *
   * @return the reference
   */
  public JobReference reference() {
    return outcome.reference();
  }

  /**
   * The same end for a place that knows the job: operation, id and region are left out.
   *
   * @return a new end
   */
  public JobEnd unnamed() {
    return named(new JobReference(null, null, null));
  }

  /**
   * The same end under a name.
   *
   * @param job which job
   * @return a new end
   */
  public JobEnd named(JobReference job) {
    return new JobEnd(outcome.named(job), failure, steps);
  }

  /**
   * The same end with what followed it.
   *
   * @param results how the steps ended; their results are left out
   * @return a new end
   */
  public JobEnd followedBy(List<StepResult> results) {
    List<StepResult> bare =
        results.stream()
            .map(it -> new StepResult(it.name(), it.status(), null, it.failure()))
            .toList();
    return new JobEnd(outcome, failure, bare);
  }

  /**
   * The same end with less of the job, or nothing.
   *
   * @param job the job object, or null
   * @param truncated JSON pointers of what it lacks, or null
   * @return a new end
   */
  public JobEnd withJob(JsonNode job, List<String> truncated) {
    return new JobEnd(outcome.withJob(job, truncated), failure, steps);
  }
}
