package io.github.mediajobs.workflow;

import io.github.mediajobs.operation.Catalogue;
import io.github.mediajobs.wire.AwaitAttempt;
import io.github.mediajobs.wire.AwaitMediaJobWorkflow;
import io.github.mediajobs.wire.AwaitRequest;
import io.github.mediajobs.wire.JoinAnswer;
import io.github.mediajobs.wire.Joiner;
import io.github.mediajobs.wire.Outcome;
import io.github.mediajobs.wire.Progress;
import io.github.mediajobs.wire.WireInput;
import io.temporal.common.converter.RawValue;
import io.temporal.failure.TemporalFailure;
import io.temporal.workflow.Workflow;

/** Waits for one job: 11 history events whatever the number of polls. */
public final class AwaitMediaJob implements AwaitMediaJobWorkflow {
  private final Catalogue catalogue;
  private final String region;
  private final Joiners joiners = new Joiners();
  private final Answers answers = new Answers();
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
    try {
      outcome = outcome(argument);
    } catch (TemporalFailure e) {
      if (attempt != null) {
        Workflow.setCurrentDetails(Summary.stopped(attempt, e));
      }
      StatusAttribute.unknown();
      joiners.tell(e);
      throw e;
    }
    Workflow.setCurrentDetails(Summary.ended(outcome));
    StatusAttribute.ended(outcome);
    joiners.tell(outcome);
    return outcome;
  }

  private Outcome outcome(RawValue argument) {
    AwaitRequest request =
        WireInput.read(
            argument,
            it -> {
              AwaitRequest read = AwaitRequest.read(it);
              attempt = Waits.fromStart(read, catalogue, region);
              return read;
            });
    Workflow.setCurrentDetails(Summary.waiting(attempt));
    wait = start(request);
    return wait.end().get();
  }

  private JobWait start(AwaitRequest request) {
    return Boolean.TRUE.equals(request.shared())
        ? JobWait.startShared(attempt, answers)
        : JobWait.start(attempt, null);
  }

  @Override
  public void join(Joiner joiner) {
    joiners.add(joiner);
  }

  @Override
  public void mediaJobEnded(JoinAnswer answer) {
    answers.ended(answer);
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
