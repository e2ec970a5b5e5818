package io.github.mediajobs.wire;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;

/**
 * The answer of the query {@code progress}: what the workflow itself knows. The job's live status
 * is with the pending activity.
 *
 * @param phase what the workflow does now
 * @param operation the API's name of the operation
 * @param jobId the job's id
 * @param region where the job lives
 * @param deadlineAt when the wait ends
 * @param outcome how the wait ended, once it has
 * @param steps how steps ended, those that have
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Progress(
    Phase phase,
    String operation,
    String jobId,
    String region,
    @JsonFormat(shape = JsonFormat.Shape.STRING) Instant deadlineAt,
    Outcome outcome,
    List<StepResult> steps) {
  /** What a workflow does. */
  public enum Phase {
    /** It waits for the job. */
    WAITING,
    /** It runs the steps of a branch. */
    STEPS,
    /** It is done. */
    DONE
  }

  /**
   * Before the workflow has read its input.
   *
   * @return the answer, with nothing but the phase
   */
  public static Progress beforeStart() {
    return new Progress(Phase.WAITING, null, null, null, null, null, null);
  }

  /**
   * Once the input is read.
   *
   * @param phase what the workflow does now
   * @param attempt which job, and until when
   * @param outcome how the wait ended, or null
   * @param steps how steps ended, or null
   * @return the answer
   */
  public static Progress of(
      Phase phase, AwaitAttempt attempt, Outcome outcome, List<StepResult> steps) {
    return new Progress(
        phase,
        attempt.operation(),
        attempt.jobId(),
        attempt.region(),
        attempt.deadlineAt(),
        outcome,
        steps);
  }
}
