package io.github.mediajobs.workflow;

import io.github.mediajobs.job.MediaJob;
import io.github.mediajobs.operation.JobOperation;
import io.github.mediajobs.outcome.JobOutcome;
import io.github.mediajobs.wire.Outcome;
import io.temporal.workflow.Promise;

/**
 * A wait that goes on in a user's workflow.
 *
 * @param <J> the job's record
 */
public final class RunningWait<J extends MediaJob> {
  private final JobOperation<J> operation;
  private final JobWait wait;

  RunningWait(JobOperation<J> operation, JobWait wait) {
    this.operation = operation;
    this.wait = wait;
  }

  /**
   * The outcome once it is there.
   *
   * @return completes with the outcome; fails with an ApplicationFailure of one of the wire's types
   *     when the state could not be found out, or with a CanceledFailure
   */
  public Promise<JobOutcome<J>> outcome() {
    return wait.end().thenApply(end -> end.typed(operation));
  }

  /**
   * Says that the job may have ended: one read beside the waiting activity. Events that come while
   * it reads make one read more; after 200 reads they are ignored. For a signal method of the
   * user's workflow.
   */
  public void nudge() {
    wait.nudge();
  }

  Outcome untyped() {
    return wait.end().get();
  }
}
