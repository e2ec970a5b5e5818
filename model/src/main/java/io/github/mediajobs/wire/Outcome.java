package io.github.mediajobs.wire;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.mediajobs.job.MediaJob;
import io.github.mediajobs.operation.JobOperation;
import io.github.mediajobs.outcome.JobOutcome;
import io.github.mediajobs.outcome.JobReference;
import io.github.mediajobs.outcome.OutcomeKind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How a wait ended, as it stands on the wire. Components that do not apply are null and omitted.
 *
 * @param outcome how the wait ended; null only in a {@link JobEnd} that tells why there is none
 * @param operation the API's name of the operation
 * @param jobId the job's id, as given
 * @param region where the job lives
 * @param status the raw status last seen
 * @param job the job object under the API's own names, as last read
 * @param code the code beside the status, or the API's error Code of a job not found
 * @param message the message beside the code, or what happened in words
 * @param polls how often the job was read
 * @param submittedAt when the job was submitted, where the API tells it
 * @param finishedAt when the job ended, where the API tells it
 * @param truncated JSON pointers of the job's fields that were cut out to keep the payload small
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Outcome(
    OutcomeKind outcome,
    String operation,
    String jobId,
    String region,
    String status,
    JsonNode job,
    String code,
    String message,
    int polls,
    @JsonFormat(shape = JsonFormat.Shape.STRING) Instant submittedAt,
    @JsonFormat(shape = JsonFormat.Shape.STRING) Instant finishedAt,
    List<String> truncated) {
  public Outcome {
    truncated = truncated == null ? null : List.copyOf(truncated);
  }

  /**
   * Which job.
   *
   * @return the reference
   */
  public JobReference reference() {
    return new JobReference(operation, jobId, region);
  }

  /**
   * The same outcome with another count.
   *
   * @param count how often the job was read
   * @return a new outcome
   */
  public Outcome afterPolls(int count) {
    return new Outcome(
        outcome,
        operation,
        jobId,
        region,
        status,
        job,
        code,
        message,
        count,
        submittedAt,
        finishedAt,
        truncated);
  }

  /** The same outcome under another name. */
  Outcome named(JobReference other) {
    return new Outcome(
        outcome,
        other.operation(),
        other.jobId(),
        other.region(),
        status,
        job,
        code,
        message,
        polls,
        submittedAt,
        finishedAt,
        truncated);
  }

  /** The same outcome with another part of the job. */
  Outcome withJob(JsonNode part, List<String> cut) {
    return new Outcome(
        outcome,
        operation,
        jobId,
        region,
        status,
        part,
        code,
        message,
        polls,
        submittedAt,
        finishedAt,
        cut);
  }

  /** The same outcome with other words, and times or none. */
  Outcome worded(String shownStatus, String shownCode, String shownMessage, boolean times) {
    return new Outcome(
        outcome,
        operation,
        jobId,
        region,
        shownStatus,
        job,
        shownCode,
        shownMessage,
        polls,
        times ? submittedAt : null,
        times ? finishedAt : null,
        truncated);
  }

  /**
   * The outcome with the job's own type.
   *
   * @param <J> the job's record
   * @param entry the operation that read the job
   * @return the typed outcome
   * @throws IllegalArgumentException when the job does not fit the operation
   */
  public <J extends MediaJob> JobOutcome<J> typed(JobOperation<J> entry) {
    List<String> cut = truncated == null ? List.of() : truncated;
    Optional<J> read = job == null ? Optional.empty() : Optional.of(decode(entry));
    return switch (outcome) {
      case SUCCEEDED -> new JobOutcome.Succeeded<>(reference(), read.orElse(null), polls, cut);
      case FAILED -> new JobOutcome.Failed<>(reference(), read.orElse(null), polls, cut);
      case TIMED_OUT -> new JobOutcome.TimedOut<>(reference(), status, read, polls, cut);
      case NOT_FOUND -> new JobOutcome.NotFound<>(reference(), polls);
    };
  }

  private <J extends MediaJob> J decode(JobOperation<J> entry) {
    try {
      return entry.decode(job);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "The job of %s does not fit %s".formatted(reference(), entry.record().getSimpleName()),
          e);
    }
  }
}
