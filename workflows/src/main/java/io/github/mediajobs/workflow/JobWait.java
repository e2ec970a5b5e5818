package io.github.mediajobs.workflow;

import io.github.mediajobs.outcome.OutcomeKind;
import io.github.mediajobs.polling.PollPolicy;
import io.github.mediajobs.wire.AwaitAttempt;
import io.github.mediajobs.wire.AwaitMediaJobActivity;
import io.github.mediajobs.wire.AwaitMediaJobWorkflow;
import io.github.mediajobs.wire.AwaitRequest;
import io.github.mediajobs.wire.Outcome;
import io.github.mediajobs.wire.Polling;
import io.temporal.activity.ActivityOptions;
import io.temporal.api.enums.v1.ParentClosePolicy;
import io.temporal.common.RetryOptions;
import io.temporal.failure.CanceledFailure;
import io.temporal.failure.TemporalFailure;
import io.temporal.workflow.Async;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.ChildWorkflowCancellationType;
import io.temporal.workflow.ChildWorkflowOptions;
import io.temporal.workflow.CompletablePromise;
import io.temporal.workflow.Promise;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Function;

/**
 * One wait inside a workflow: the waiting activity, whose attempts the server spaces, and beside it
 * a single read for each event that says the job may have ended.
 */
final class JobWait {
  /** Past it events are ignored: each costs 10 history events, and the waiting activity goes on. */
  static final int MAX_PROBES = 200;

  /** What the last poll may take past the deadline: 90 s of tries, and 30 s for the last. */
  private static final Duration DEADLINE_SLACK = Duration.ofMinutes(2);

  private static final Duration PROBE = Duration.ofMinutes(1);

  private final AwaitAttempt attempt;
  private final String taskQueue;
  private final CompletablePromise<Outcome> end = Workflow.newPromise();
  private final CancellationScope waiting;
  private int probes;
  private boolean probing;
  private boolean probeAgain;

  private JobWait(
      AwaitAttempt attempt, String taskQueue, Function<JobWait, Promise<Outcome>> waits) {
    this.attempt = attempt;
    this.taskQueue = taskQueue;
    this.waiting = Workflow.newCancellationScope(() -> await(waits.apply(this)));
  }

  /** Begins to wait; a null queue is the workflow's own. */
  static JobWait start(AwaitAttempt attempt, String taskQueue) {
    return started(new JobWait(attempt, taskQueue, JobWait::poll));
  }

  /** Begins to wait on the shared run, and polls only when that cannot tell. */
  static JobWait startShared(AwaitAttempt attempt, Answers answers) {
    return started(
        new JobWait(
            attempt,
            null,
            self ->
                Async.function(
                    () ->
                        new SharedWait(attempt, answers)
                            .outcome()
                            .orElseGet(() -> self.poll().get()))));
  }

  /** Begins to wait in a child workflow. */
  static JobWait startChild(AwaitAttempt attempt, AwaitRequest request, String taskQueue) {
    return started(
        new JobWait(
            attempt,
            taskQueue,
            self ->
                Workflow.newUntypedChildWorkflowStub(
                        AwaitMediaJobWorkflow.TYPE, childOptions(attempt, taskQueue))
                    .executeAsync(Outcome.class, request)));
  }

  private static JobWait started(JobWait wait) {
    wait.waiting.run();
    return wait;
  }

  Promise<Outcome> end() {
    return end;
  }

  /** Reads the job once, soon. Events that come meanwhile make one read more. */
  void nudge() {
    if (probing) {
      probeAgain = true;
    } else if (!end.isCompleted() && probes < MAX_PROBES) {
      probing = true;
      Async.procedure(this::probe);
    }
  }

  private void await(Promise<Outcome> waited) {
    waited.handle(
        (outcome, failure) -> {
          if (!end.isCompleted()) {
            complete(outcome, failure);
          }
          return null;
        });
  }

  private Promise<Outcome> poll() {
    return Workflow.newUntypedActivityStub(waitingOptions())
        .executeAsync(AwaitMediaJobActivity.TYPE, Outcome.class, attempt);
  }

  private void complete(Outcome outcome, RuntimeException failure) {
    if (failure == null) {
      end.complete(outcome);
      return;
    }
    try {
      end.complete(WaitEnd.of(failure, attempt));
    } catch (TemporalFailure e) {
      end.completeExceptionally(e);
    }
  }

  private void probe() {
    do {
      probeAgain = false;
      probes++;
      Outcome outcome = readNow();
      if (outcome != null && ended(outcome) && !end.isCompleted()) {
        end.complete(outcome.afterPolls(probes));
        waiting.cancel("an event ended the wait");
      }
    } while (probeAgain && !end.isCompleted() && probes < MAX_PROBES);
    probing = false;
  }

  /** The waiting activity with its deadline now: it reads once and answers. Null: no answer. */
  private Outcome readNow() {
    AwaitAttempt now =
        new AwaitAttempt(
            attempt.operation(),
            attempt.jobId(),
            attempt.region(),
            Instant.ofEpochMilli(Workflow.currentTimeMillis()),
            attempt.until(),
            attempt.polling());
    try {
      return Workflow.newUntypedActivityStub(probeOptions())
          .execute(AwaitMediaJobActivity.TYPE, Outcome.class, now);
    } catch (CanceledFailure e) {
      probeAgain = false;
      return null;
    } catch (TemporalFailure e) {
      return null;
    }
  }

  private static boolean ended(Outcome outcome) {
    return outcome.outcome() == OutcomeKind.SUCCEEDED || outcome.outcome() == OutcomeKind.FAILED;
  }

  private ActivityOptions waitingOptions() {
    PollPolicy policy = Objects.requireNonNullElse(attempt.polling(), Polling.DEFAULT).policy();
    Duration left =
        Duration.between(Instant.ofEpochMilli(Workflow.currentTimeMillis()), attempt.deadlineAt());
    return options()
        .setScheduleToCloseTimeout((left.isNegative() ? Duration.ZERO : left).plus(DEADLINE_SLACK))
        .setRetryOptions(
            RetryOptions.newBuilder()
                .setInitialInterval(policy.floor())
                .setBackoffCoefficient(1)
                .build())
        .setSummary(attempt.operation() + " " + attempt.jobId())
        .build();
  }

  private static ChildWorkflowOptions childOptions(AwaitAttempt attempt, String taskQueue) {
    return ChildWorkflowOptions.newBuilder()
        .setTaskQueue(taskQueue)
        .setCancellationType(ChildWorkflowCancellationType.TRY_CANCEL)
        .setParentClosePolicy(ParentClosePolicy.PARENT_CLOSE_POLICY_REQUEST_CANCEL)
        .setStaticSummary(attempt.operation() + " " + attempt.jobId())
        .build();
  }

  private ActivityOptions probeOptions() {
    return options()
        .setScheduleToCloseTimeout(PROBE)
        .setRetryOptions(RetryOptions.newBuilder().setMaximumAttempts(1).build())
        .setSummary("an event came: " + attempt.operation() + " " + attempt.jobId())
        .build();
  }

  private ActivityOptions.Builder options() {
    ActivityOptions.Builder options =
        ActivityOptions.newBuilder().setStartToCloseTimeout(AwaitMediaJobActivity.START_TO_CLOSE);
    if (taskQueue != null) {
      options.setTaskQueue(taskQueue);
    }
    return options;
  }
}
