package io.github.mediajobs.client;

import io.github.mediajobs.failure.InvalidRequestException;
import io.github.mediajobs.failure.JobStateUnknownException;
import io.github.mediajobs.job.MediaJob;
import io.github.mediajobs.operation.JobOperation;
import io.github.mediajobs.wire.AwaitRequest;
import io.github.mediajobs.wire.MediaJobPipelineWorkflow;
import io.github.mediajobs.wire.PipelineOutcome;
import io.github.mediajobs.wire.PipelineRequest;
import io.github.mediajobs.wire.Step;
import io.github.mediajobs.workflow.PipelineResult;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * A wait and what follows it, that a client describes and then starts or joins. Immutable: each
 * call gives a new one.
 *
 * @param <J> the job's record
 */
public final class PipelineCall<J extends MediaJob> {
  private final AwaitCall<J> wait;
  private final List<Step> onSuccess;
  private final List<Step> onFailure;

  PipelineCall(AwaitCall<J> wait, List<Step> onSuccess, List<Step> onFailure) {
    this.wait = wait;
    this.onSuccess = onSuccess;
    this.onFailure = onFailure;
  }

  /**
   * Adds steps for a job that succeeds.
   *
   * @param steps up to 20 in all, by type name
   * @return a new pipeline
   */
  public PipelineCall<J> onSuccess(Step... steps) {
    return new PipelineCall<>(wait, joined(onSuccess, steps), onFailure);
  }

  /**
   * Adds steps for every other outcome: failed, timed out, not found.
   *
   * @param steps up to 20 in all, by type name
   * @return a new pipeline
   */
  public PipelineCall<J> onFailure(Step... steps) {
    return new PipelineCall<>(wait, onSuccess, joined(onFailure, steps));
  }

  /**
   * Starts the pipeline, or joins the run for the same job: then its steps run, not these.
   *
   * @return a handle on the run
   * @throws InvalidRequestException for a wrong input
   * @throws JobStateUnknownException when the Temporal service does not take the start
   */
  public JobHandle<PipelineResult<J>> start() {
    AwaitRequest request = wait.request();
    JobOperation<J> operation = wait.operation();
    String id = WorkflowIds.pipeline(request.region(), operation, request.jobId(), request.until());
    OwnDeadline own =
        new Start(wait.place())
            .startOrJoin(
                MediaJobPipelineWorkflow.TYPE,
                id,
                request,
                new PipelineRequest(request, onSuccess, onFailure));
    return new JobHandle<>(
        wait.place().client(),
        id,
        new Run<>(
            PipelineOutcome.class,
            it -> new PipelineResult<>(it.outcome().typed(operation), it.steps()),
            it -> new PipelineResult<>(it.typed(operation), List.of())),
        own);
  }

  /**
   * Starts or joins, and waits for the job and the steps.
   *
   * @return how the wait and each step ended
   * @throws InvalidRequestException for a wrong input
   * @throws JobStateUnknownException when the job's state could not be found out
   */
  public PipelineResult<J> run() {
    return start().result();
  }

  /**
   * Starts or joins, and waits without a thread.
   *
   * @return completes as {@link #run} returns
   */
  public CompletableFuture<PipelineResult<J>> async() {
    return start().async();
  }

  private static List<Step> joined(List<Step> some, Step... more) {
    List<Step> all = new ArrayList<>(some);
    all.addAll(List.of(more));
    return List.copyOf(all);
  }
}
