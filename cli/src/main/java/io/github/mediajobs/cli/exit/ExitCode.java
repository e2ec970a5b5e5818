package io.github.mediajobs.cli.exit;

import io.github.mediajobs.failure.FailureType;
import io.github.mediajobs.outcome.OutcomeKind;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;

/** What the command ends with; the numbers are a contract with scripts. */
public enum ExitCode {
  /** Everything went well, and 0 is also for a read of a job in whatever status. */
  SUCCEEDED(0),
  /** A job failed. */
  JOB_FAILED(1),
  /** The command line, the configuration or the request is wrong. */
  BAD_INPUT(2),
  /** The API knows no such job. */
  NOT_FOUND(3),
  /** A job had not ended at the deadline. */
  TIMED_OUT(4),
  /** The state of a job could not be found out. */
  NOT_FOUND_OUT(5);

  private static final Map<OutcomeKind, ExitCode> BY_OUTCOME =
      Map.of(
          OutcomeKind.SUCCEEDED, SUCCEEDED,
          OutcomeKind.FAILED, JOB_FAILED,
          OutcomeKind.NOT_FOUND, NOT_FOUND,
          OutcomeKind.TIMED_OUT, TIMED_OUT);
  private static final Map<FailureType, ExitCode> BY_FAILURE =
      Map.of(FailureType.JOB_NOT_FOUND, NOT_FOUND, FailureType.INVALID_REQUEST, BAD_INPUT);

  private final int number;

  ExitCode(int number) {
    this.number = number;
  }

  /**
   * The number that the process ends with.
   *
   * @return 0 to 5
   */
  public int number() {
    return number;
  }

  /**
   * The code for one wait that ended.
   *
   * @param outcome how it ended
   * @return the code
   */
  public static ExitCode of(OutcomeKind outcome) {
    return BY_OUTCOME.get(outcome);
  }

  /**
   * The code for a read that brought no job.
   *
   * @param failure why
   * @return the code; {@link #NOT_FOUND_OUT} for all that is neither the request nor the job
   */
  public static ExitCode of(FailureType failure) {
    return BY_FAILURE.getOrDefault(failure, NOT_FOUND_OUT);
  }

  /**
   * The code for a run that brought no outcome.
   *
   * @param type the wire name of the failure type, or what else ended the run
   * @return the code; {@link #NOT_FOUND_OUT} for names that no failure type has
   */
  public static ExitCode ofFailure(String type) {
    return Arrays.stream(FailureType.values())
        .filter(it -> it.wireName().equals(type))
        .findFirst()
        .map(ExitCode::of)
        .orElse(NOT_FOUND_OUT);
  }

  /**
   * The code for all waits: that of a single one as it is; of several the first that applies of 5,
   * 4, 3, 1, 0, where bad input counts as {@link #NOT_FOUND_OUT}.
   *
   * @param codes one of each wait
   * @return the code; {@link #SUCCEEDED} for none
   */
  public static ExitCode ofAll(Collection<ExitCode> codes) {
    return codes.stream()
        .map(code -> codes.size() > 1 && code == BAD_INPUT ? NOT_FOUND_OUT : code)
        .max(Comparator.comparingInt(ExitCode::number))
        .orElse(SUCCEEDED);
  }
}
