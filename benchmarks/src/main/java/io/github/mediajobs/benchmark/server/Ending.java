package io.github.mediajobs.benchmark.server;

import io.github.mediajobs.emulator.job.JobScript;
import io.github.mediajobs.operation.JobOperation;
import io.github.mediajobs.operation.JobState;
import io.github.mediajobs.outcome.OutcomeKind;
import java.time.Duration;

/** How the jobs of a measurement end. */
public final class Ending {
  private Ending() {}

  /**
   * Whether jobs of an operation can fail.
   *
   * @param operation what they are
   * @return whether one of its statuses says so
   */
  public static boolean mayFail(JobOperation<?> operation) {
    return operation.statuses().containsValue(JobState.FAILED);
  }

  /**
   * What the emulator plays.
   *
   * @param operation what the job is
   * @param id its id
   * @param length how long it takes
   * @param end {@code FAILED}, or any other for a job that succeeds
   * @return the script
   */
  public static JobScript script(
      JobOperation<?> operation, String id, Duration length, OutcomeKind end) {
    return end == OutcomeKind.FAILED
        ? JobScript.failing(operation, id, length, "InvalidFile", "not a video")
        : JobScript.succeeding(operation, id, length);
  }
}
