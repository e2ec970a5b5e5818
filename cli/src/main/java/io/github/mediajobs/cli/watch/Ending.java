package io.github.mediajobs.cli.watch;

import io.github.mediajobs.cli.text.Line;
import io.github.mediajobs.cli.text.Span;
import io.github.mediajobs.job.MediaJob;
import io.github.mediajobs.outcome.JobOutcome;
import io.github.mediajobs.outcome.JobReference;
import io.github.mediajobs.outcome.OutcomeKind;
import io.github.mediajobs.wire.Outcome;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How a wait ended, as it is told.
 *
 * @param job which job
 * @param kind how the wait ended
 * @param status the raw status last seen, or null
 * @param code the code beside it, or null
 * @param message the message beside the code, or null
 * @param polls how often the job was read
 */
public record Ending(
    JobReference job, OutcomeKind kind, String status, String code, String message, int polls) {
  /**
   * Takes what is told from an outcome on the wire.
   *
   * @param outcome the outcome
   * @return the ending
   */
  public static Ending of(Outcome outcome) {
    return new Ending(
        outcome.reference(),
        outcome.outcome(),
        outcome.status(),
        outcome.code(),
        outcome.message(),
        outcome.polls());
  }

  /**
   * Takes what is told from a typed outcome.
   *
   * @param outcome the outcome
   * @return the ending
   */
  public static Ending of(JobOutcome<?> outcome) {
    MediaJob job = outcome.lastRead().map(MediaJob.class::cast).orElse(null);
    OutcomeKind kind =
        outcome.fold(
            it -> OutcomeKind.SUCCEEDED,
            it -> OutcomeKind.FAILED,
            it -> OutcomeKind.TIMED_OUT,
            it -> OutcomeKind.NOT_FOUND);
    return new Ending(
        outcome.reference(),
        kind,
        job == null ? null : job.status(),
        job == null ? null : job.code(),
        job == null ? null : job.message(),
        outcome.polls());
  }

  /**
   * The ending in words, without the job's name.
   *
   * @param waited since the run began
   * @return one line, with what to do where there is something
   */
  public String line(Duration waited) {
    return "%s%s after %s in %s%s"
        .formatted(
            kind,
            status == null ? "" : ", status " + Line.of(status),
            polls == 1 ? "1 poll" : polls + " polls",
            Span.of(waited),
            remark());
  }

  private String remark() {
    return switch (kind) {
      case SUCCEEDED -> "";
      case FAILED -> said();
      case TIMED_OUT -> "; the job may go on: wait for it again, with a longer --deadline";
      case NOT_FOUND -> "; check the job id and the region " + job.region();
    };
  }

  private String said() {
    String said =
        Stream.of(Line.of(code), Line.of(message))
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining(": "));
    return said.isEmpty() ? "" : "; " + said;
  }
}
