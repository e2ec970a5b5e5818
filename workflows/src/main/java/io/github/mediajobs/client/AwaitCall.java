package io.github.mediajobs.client;

import io.github.mediajobs.failure.InvalidRequestException;
import io.github.mediajobs.failure.JobStateUnknownException;
import io.github.mediajobs.job.MediaJob;
import io.github.mediajobs.operation.JobOperation;
import io.github.mediajobs.outcome.JobOutcome;
import io.github.mediajobs.wire.AwaitMediaJobWorkflow;
import io.github.mediajobs.wire.AwaitRequest;
import io.github.mediajobs.wire.AwaitTerms;
import io.github.mediajobs.wire.Outcome;
import io.github.mediajobs.wire.Polling;
import io.github.mediajobs.wire.Step;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * A wait that a client describes and then starts or joins. Immutable: each call gives a new one.
 *
 * @param <J> the job's record
 */
public final class AwaitCall<J extends MediaJob> {
  private final Place place;
  private final JobOperation<J> operation;
  private final String jobId;
  private final AwaitTerms terms;

  AwaitCall(Place place, JobOperation<J> operation, String jobId, AwaitTerms terms) {
    this.place = place;
    this.operation = operation;
    this.jobId = jobId;
    this.terms = terms;
  }

  private AwaitCall<J> on(AwaitTerms other) {
    return new AwaitCall<>(place, operation, jobId, other);
  }

  /**
   * Says where the job lives.
   *
   * @param value such as {@code cn-shanghai}; default the client's region
   * @return a new wait
   */
  public AwaitCall<J> in(String value) {
    return on(terms.in(value));
  }

  /**
   * Says how long to wait.
   *
   * @param value above zero, at most 30 days; default 24 hours
   * @return a new wait
   */
  public AwaitCall<J> within(Duration value) {
    return on(terms.within(value));
  }

  /**
   * Says at which raw statuses the wait ends as succeeded.
   *
   * @param statuses in place of the operation's own: name those too at which it shall end as well
   * @return a new wait
   */
  public AwaitCall<J> until(String... statuses) {
    return on(terms.until(statuses));
  }

  /**
   * Says how to poll.
   *
   * @param value default exponential from 5 s by 1.5 to 5 min, 10 % jitter
   * @return a new wait
   */
  public AwaitCall<J> polling(Polling value) {
    return on(terms.polling(value));
  }

  /**
   * Starts the wait, or joins the run that awaits the same job.
   *
   * @return a handle on the run
   * @throws InvalidRequestException for a wrong input
   * @throws JobStateUnknownException when the Temporal service does not take the start
   */
  public JobHandle<JobOutcome<J>> start() {
    return start(it -> it.typed(operation));
  }

  /**
   * As {@link #start}, for those who want the outcome as it stands on the wire.
   *
   * @return a handle on the run
   * @throws InvalidRequestException for a wrong input
   * @throws JobStateUnknownException when the Temporal service does not take the start
   */
  public JobHandle<Outcome> startUntyped() {
    return start(it -> it);
  }

  private <R> JobHandle<R> start(Function<Outcome, R> typed) {
    AwaitRequest request = request();
    String id = WorkflowIds.await(request.region(), operation, jobId, request.until());
    OwnDeadline own =
        new Start(place).startOrJoin(AwaitMediaJobWorkflow.TYPE, id, request, request);
    return new JobHandle<>(place.client(), id, new Run<>(Outcome.class, typed, typed), own);
  }

  /**
   * Starts or joins, and waits.
   *
   * @return how the wait ended; a failed job is a value
   * @throws InvalidRequestException for a wrong input
   * @throws JobStateUnknownException when the job's state could not be found out
   */
  public JobOutcome<J> outcome() {
    return start().result();
  }

  /**
   * Starts or joins, and waits without a thread.
   *
   * @return completes as {@link #outcome} returns
   */
  public CompletableFuture<JobOutcome<J>> async() {
    return start().async();
  }

  /**
   * Adds steps for a job that succeeds.
   *
   * @param steps up to 20, by type name; they run in parallel once the job has ended
   * @return a pipeline
   */
  public PipelineCall<J> onSuccess(Step... steps) {
    return new PipelineCall<>(this, List.of(steps), List.of());
  }

  /**
   * Adds steps for every other outcome.
   *
   * @param steps up to 20, by type name; they run in parallel once the wait has ended
   * @return a pipeline
   */
  public PipelineCall<J> onFailure(Step... steps) {
    return new PipelineCall<>(this, List.of(), List.of(steps));
  }

  AwaitRequest request() {
    return terms.request(operation, jobId);
  }

  Place place() {
    return place;
  }

  JobOperation<J> operation() {
    return operation;
  }
}
