package io.github.mediajobs.outcome;

import io.github.mediajobs.job.MediaJob;
import io.temporal.failure.ApplicationFailure;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * How a wait for a job ended. A failed job is a value; exceptions mean that the state could not be
 * found out.
 *
 * @param <J> the job's record
 */
public sealed interface JobOutcome<J extends MediaJob> {
  /**
   * Which job.
   *
   * @return the reference
   */
  JobReference reference();

  /**
   * How often the job was read.
   *
   * @return the polls; where a signal ended the wait, the reads that signals caused
   */
  int polls();

  /**
   * Fields cut out of the job because the payload would have been too large.
   *
   * @return JSON pointers into the job, such as {@code /Timeline}; empty when nothing was cut
   */
  List<String> truncated();

  /**
   * The job as last read.
   *
   * @return the job, or empty when it was never read
   */
  Optional<J> lastRead();

  /**
   * The job reached an awaited status.
   *
   * @param <J> the job's record
   * @param reference which job
   * @param job the job at its end
   * @param polls how often it was read
   * @param truncated fields cut out of the job
   */
  record Succeeded<J extends MediaJob>(
      JobReference reference, J job, int polls, List<String> truncated) implements JobOutcome<J> {
    public Succeeded {
      Objects.requireNonNull(job, "job");
      truncated = List.copyOf(truncated);
    }

    @Override
    public Optional<J> lastRead() {
      return Optional.of(job);
    }
  }

  /**
   * The job reached a status that means failure.
   *
   * @param <J> the job's record
   * @param reference which job
   * @param job the job at its end, with the API's code and message where it has them
   * @param polls how often it was read
   * @param truncated fields cut out of the job
   */
  record Failed<J extends MediaJob>(
      JobReference reference, J job, int polls, List<String> truncated) implements JobOutcome<J> {
    public Failed {
      Objects.requireNonNull(job, "job");
      truncated = List.copyOf(truncated);
    }

    @Override
    public Optional<J> lastRead() {
      return Optional.of(job);
    }
  }

  /**
   * The deadline passed and the job had not ended.
   *
   * @param <J> the job's record
   * @param reference which job
   * @param status the raw status last seen, or null
   * @param lastRead the job as last read, or empty when the last read was lost
   * @param polls how often it was read
   * @param truncated fields cut out of the job
   */
  record TimedOut<J extends MediaJob>(
      JobReference reference,
      String status,
      Optional<J> lastRead,
      int polls,
      List<String> truncated)
      implements JobOutcome<J> {
    public TimedOut {
      truncated = List.copyOf(truncated);
    }
  }

  /**
   * The API knew no such job in the region.
   *
   * @param <J> the job's record
   * @param reference which job; its region is the first thing to check
   * @param polls how often it was asked for
   */
  record NotFound<J extends MediaJob>(JobReference reference, int polls) implements JobOutcome<J> {
    @Override
    public List<String> truncated() {
      return List.of();
    }

    @Override
    public Optional<J> lastRead() {
      return Optional.empty();
    }
  }

  /**
   * Answers each way a wait can end.
   *
   * @param <R> the answer
   * @param succeeded for an awaited status
   * @param failed for a status that means failure
   * @param timedOut for a passed deadline
   * @param notFound for an unknown job
   * @return what the fitting function answers
   */
  default <R> R fold(
      Function<? super Succeeded<J>, ? extends R> succeeded,
      Function<? super Failed<J>, ? extends R> failed,
      Function<? super TimedOut<J>, ? extends R> timedOut,
      Function<? super NotFound<J>, ? extends R> notFound) {
    if (this instanceof Succeeded<J> it) {
      return succeeded.apply(it);
    }
    if (this instanceof Failed<J> it) {
      return failed.apply(it);
    }
    if (this instanceof TimedOut<J> it) {
      return timedOut.apply(it);
    }
    return notFound.apply((NotFound<J>) this);
  }

  /**
   * The job, when it succeeded.
   *
   * @return the job at its end, or empty for any other outcome
   */
  default Optional<J> succeeded() {
    return this instanceof Succeeded<J> it ? Optional.of(it.job()) : Optional.empty();
  }

  /**
   * The job, or a failure that ends the calling workflow.
   *
   * @return the job at its end
   * @throws ApplicationFailure not retryable, of type {@code JobFailed}, {@code JobTimedOut} or
   *     {@code JobNotFound}, when the job did not succeed
   */
  default J orElseThrow() {
    return succeeded().orElseThrow(this::asFailure);
  }

  private ApplicationFailure asFailure() {
    return fold(
        it -> {
          throw new IllegalStateException("succeeded");
        },
        it ->
            ApplicationFailure.newNonRetryableFailure(
                "%s ended as %s: %s %s"
                    .formatted(
                        it.reference(), it.job().status(), it.job().code(), it.job().message()),
                "JobFailed",
                it.job().code()),
        it ->
            ApplicationFailure.newNonRetryableFailure(
                "%s had not ended at the deadline, last status %s"
                    .formatted(it.reference(), it.status()),
                "JobTimedOut",
                it.status()),
        it ->
            ApplicationFailure.newNonRetryableFailure(
                "%s is unknown to the API; check the region".formatted(it.reference()),
                "JobNotFound"));
  }
}
