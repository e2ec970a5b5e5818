package io.github.mediajobs.workflow;

import io.github.mediajobs.operation.Catalogue;
import io.github.mediajobs.wire.AwaitAttempt;
import io.github.mediajobs.wire.AwaitMediaJobWorkflow;
import io.github.mediajobs.wire.AwaitRequest;
import io.github.mediajobs.wire.Outcome;
import io.github.mediajobs.wire.Progress;
import io.github.mediajobs.wire.WireInput;
import io.temporal.common.converter.RawValue;
import io.temporal.workflow.Workflow;

/** Waits for one job: 11 history events whatever the number of polls. */
public final class AwaitMediaJob implements AwaitMediaJobWorkflow {
  private final Catalogue catalogue;
  private final String region;
  private AwaitAttempt attempt;
  private JobWait wait;
  private Outcome outcome;

  /**
   * Gathers what the workflow needs.
   *
   * @param catalogue the operations that may be named
   * @param region where jobs live whose request names no region
   */
  public AwaitMediaJob(Catalogue catalogue, String region) {
    this.catalogue = catalogue;
    this.region = region;
  }

  @Override
  public Outcome await(RawValue argument) {
    attempt =
        WireInput.read(argument, it -> Waits.fromStart(AwaitRequest.read(it), catalogue, region));
    Workflow.setCurrentDetails(Summary.waiting(attempt));
    wait = JobWait.start(attempt, null);
    outcome = wait.end().get();
    Workflow.setCurrentDetails(Summary.ended(outcome));
    return outcome;
  }

  @Override
  public void jobEvent(RawValue event) {
    if (wait != null) {
      wait.nudge();
    }
  }

  @Override
  public Progress progress() {
    return attempt == null
        ? Progress.beforeStart()
        : Progress.of(
            outcome == null ? Progress.Phase.WAITING : Progress.Phase.DONE, attempt, outcome, null);
  }
}
