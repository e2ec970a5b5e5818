package io.github.mediajobs.client;

import io.github.mediajobs.failure.FailureType;
import io.github.mediajobs.failure.JobStateUnknownException;
import io.github.mediajobs.wire.Outcome;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowException;
import io.temporal.client.WorkflowStub;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A run that awaits a job.
 *
 * @param <R> what it ends with
 */
public final class JobHandle<R> {
  /** What a run may take past its deadline to say so. */
  private static final Duration SLACK = Duration.ofMinutes(3);

  private static final Duration AS_LONG_AS_IT_TAKES = Duration.ofDays(3650);

  private final WorkflowStub stub;
  private final Describe describe;
  private final String workflowId;
  private final Run<?, R> run;
  private final OwnDeadline deadline;

  JobHandle(WorkflowClient client, String workflowId, Run<?, R> run, OwnDeadline deadline) {
    this.stub = client.newUntypedWorkflowStub(workflowId);
    this.describe = new Describe(client);
    this.workflowId = workflowId;
    this.run = run;
    this.deadline = deadline;
  }

  /**
   * The run's workflow id; with it anyone can come back to the wait.
   *
   * @return the id
   */
  public String workflowId() {
    return workflowId;
  }

  /**
   * Waits for the end. Gives up at the caller's own deadline, with a timed-out outcome, when the
   * run was joined and goes on for longer. In Temporal's test environment time is skipped
   * meanwhile.
   *
   * @return what the run ended with
   * @throws JobStateUnknownException when the run ended without an outcome
   */
  public R result() {
    return result(run);
  }

  private <W> R result(Run<W, R> kind) {
    try {
      Optional<W> end = end(kind, deadline.none() ? AS_LONG_AS_IT_TAKES : deadline.left());
      if (end.isEmpty()) {
        PastDeadline past = pastDeadline();
        if (past.givenUp().isPresent()) {
          return kind.timedOut().apply(past.givenUp().get());
        }
        end = end(kind, past.patience());
      }
      return kind.typed().apply(end.orElseThrow(TimeoutException::new));
    } catch (WorkflowException | TimeoutException e) {
      throw translated(e);
    }
  }

  private <W> Optional<W> end(Run<W, R> kind, Duration patience) {
    try {
      return Optional.of(stub.getResult(patience.toMillis(), TimeUnit.MILLISECONDS, kind.wire()));
    } catch (TimeoutException e) {
      return Optional.empty();
    }
  }

  /**
   * Waits for the end without a thread.
   *
   * @return completes as {@link #result} returns; cancelling it leaves the run alone
   */
  public CompletableFuture<R> async() {
    return async(run);
  }

  private <W> CompletableFuture<R> async(Run<W, R> kind) {
    return endAsync(kind, deadline.none() ? AS_LONG_AS_IT_TAKES : deadline.left())
        .exceptionallyCompose(
            failure -> {
              if (!timedOut(failure)) {
                return CompletableFuture.failedFuture(failure);
              }
              PastDeadline past = pastDeadline();
              return past.givenUp()
                  .map(outcome -> CompletableFuture.completedFuture(kind.timedOut().apply(outcome)))
                  .orElseGet(() -> endAsync(kind, past.patience()));
            })
        .exceptionallyCompose(failure -> CompletableFuture.failedFuture(translated(failure)));
  }

  private <W> CompletableFuture<R> endAsync(Run<W, R> kind, Duration patience) {
    return stub.getResultAsync(patience.toMillis(), TimeUnit.MILLISECONDS, kind.wire())
        .thenApply(kind.typed());
  }

  /** Past the caller's own deadline: what to answer, or how much longer the run may take. */
  private record PastDeadline(Optional<Outcome> givenUp, Duration patience) {}

  private PastDeadline pastDeadline() {
    WaitDescription wait = describe.wait(workflowId);
    boolean waiting = wait.running() && wait.attempt() > 0;
    if (waiting && !deadline.starter().equals(wait.starter())) {
      return new PastDeadline(Optional.of(deadline.timedOut(wait)), Duration.ZERO);
    }
    boolean inSteps = wait.running() && !waiting && !wait.workflowTaskPending();
    return new PastDeadline(Optional.empty(), inSteps ? AS_LONG_AS_IT_TAKES : SLACK);
  }

  private JobStateUnknownException translated(Throwable failure) {
    Throwable cause = unwrapped(failure);
    if (cause instanceof JobStateUnknownException unknown) {
      return unknown;
    }
    if (timedOut(cause)) {
      return new JobStateUnknownException(
          FailureType.SERVICE_UNAVAILABLE.wireName(),
          null,
          "%s has not ended past its deadline; is a worker running on its task queue?"
              .formatted(workflowId),
          cause);
    }
    return RunFailures.of(workflowId, cause);
  }

  private static boolean timedOut(Throwable failure) {
    return unwrapped(failure) instanceof TimeoutException;
  }

  private static Throwable unwrapped(Throwable failure) {
    return failure instanceof CompletionException && failure.getCause() != null
        ? failure.getCause()
        : failure;
  }

  /**
   * Looks at the wait: one call, no worker, no history event.
   *
   * @return what the last poll saw, and when the next is due
   * @throws JobStateUnknownException when the Temporal service does not answer
   */
  public WaitDescription describe() {
    return describe.wait(workflowId);
  }

  /** Stops the wait at once; the remote job goes on. */
  public void cancel() {
    stub.cancel();
  }

  /** Says that the job may have ended: the run reads it once, soon. */
  public void nudge() {
    stub.signal("jobEvent");
  }
}
