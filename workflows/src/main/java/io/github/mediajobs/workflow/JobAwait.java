package io.github.mediajobs.workflow;

import io.github.mediajobs.failure.InvalidRequestException;
import io.github.mediajobs.job.MediaJob;
import io.github.mediajobs.operation.JobOperation;
import io.github.mediajobs.outcome.JobOutcome;
import io.github.mediajobs.wire.AwaitAttempt;
import io.github.mediajobs.wire.AwaitRequest;
import io.github.mediajobs.wire.AwaitTerms;
import io.github.mediajobs.wire.Polling;
import io.github.mediajobs.wire.WireInput;
import io.temporal.failure.ApplicationFailure;
import io.temporal.workflow.Promise;
import java.time.Duration;
import java.util.List;

/**
 * A wait that a user's workflow describes and then starts. Immutable: each call gives a new one.
 *
 * @param <J> the job's record
 */
public final class JobAwait<J extends MediaJob> {
  private final String taskQueue;
  private final JobOperation<J> operation;
  private final String jobId;
  private final AwaitTerms terms;

  JobAwait(String taskQueue, JobOperation<J> operation, String jobId) {
    this(taskQueue, operation, jobId, AwaitTerms.DEFAULT);
  }

  private JobAwait(String taskQueue, JobOperation<J> operation, String jobId, AwaitTerms terms) {
    this.taskQueue = taskQueue;
    this.operation = operation;
    this.jobId = jobId;
    this.terms = terms;
  }

  private JobAwait<J> on(AwaitTerms other) {
    return new JobAwait<>(taskQueue, operation, jobId, other);
  }

  /**
   * Says where the job lives.
   *
   * @param value such as {@code cn-shanghai}; default the worker's own region
   * @return a new wait
   */
  public JobAwait<J> in(String value) {
    return on(terms.in(value));
  }

  /**
   * Says how long to wait.
   *
   * @param value above zero, at most 30 days; default 24 hours
   * @return a new wait
   */
  public JobAwait<J> within(Duration value) {
    return on(terms.within(value));
  }

  /**
   * Says at which raw statuses the wait ends as succeeded.
   *
   * @param statuses in place of the operation's own: name those too at which it shall end as well
   * @return a new wait
   */
  public JobAwait<J> until(String... statuses) {
    return on(terms.until(statuses));
  }

  /**
   * Says how to poll.
   *
   * @param value default exponential from 5 s by 1.5 to 5 min, 10 % jitter
   * @return a new wait
   */
  public JobAwait<J> polling(Polling value) {
    return on(terms.polling(value));
  }

  /**
   * Waits on the run that all who share this job's wait have in common, which polls for all of
   * them; the first starts it. The wait keeps its own deadline, and ends up to 2 s later with a
   * read of its own when that run goes on for longer. Who cannot join polls by itself. A child
   * workflow does the waiting.
   *
   * @return a new wait
   */
  public JobAwait<J> shared() {
    return on(terms.onSharedRun());
  }

  /**
   * Waits. Three history events, whatever the number of polls.
   *
   * @return how the wait ended; a failed job is a value
   * @throws ApplicationFailure of one of the wire's failure types when the state could not be found
   *     out, {@code InvalidRequest} for a wrong input among them
   */
  public JobOutcome<J> outcome() {
    return async().get();
  }

  /**
   * Begins to wait.
   *
   * @return completes as {@link #outcome} returns
   */
  public Promise<JobOutcome<J>> async() {
    return start().outcome();
  }

  /**
   * Begins to wait.
   *
   * @return the wait, which events can hurry
   * @throws ApplicationFailure not retryable, {@code InvalidRequest}, for a wrong input
   */
  public RunningWait<J> start() {
    try {
      AwaitRequest request = terms.request(operation, jobId);
      AwaitAttempt attempt = Waits.fromNow(request, operation);
      JobWait wait =
          Boolean.TRUE.equals(request.shared())
              ? JobWait.startChild(attempt, request, taskQueue)
              : JobWait.start(attempt, taskQueue);
      return new RunningWait<>(operation, wait);
    } catch (InvalidRequestException e) {
      throw WireInput.invalid(e);
    }
  }

  /**
   * Adds steps for a job that succeeds.
   *
   * @param steps up to 20; they run in parallel once the job has ended
   * @return a pipeline
   */
  @SafeVarargs
  @SuppressWarnings("varargs")
  public final JobPipeline<J> onSuccess(PipelineStep<J>... steps) {
    return new JobPipeline<>(this, List.of(steps), List.of());
  }

  /**
   * Adds steps for every other outcome.
   *
   * @param steps up to 20; they run in parallel once the wait has ended
   * @return a pipeline
   */
  @SafeVarargs
  @SuppressWarnings("varargs")
  public final JobPipeline<J> onFailure(PipelineStep<J>... steps) {
    return new JobPipeline<>(this, List.of(), List.of(steps));
  }

  JobOperation<J> operation() {
    return operation;
  }

  NamedSteps namedSteps() {
    return new NamedSteps(taskQueue);
  }
}
