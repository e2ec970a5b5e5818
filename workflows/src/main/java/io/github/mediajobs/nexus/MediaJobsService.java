package io.github.mediajobs.nexus;

import io.github.mediajobs.wire.AwaitMediaJobWorkflow;
import io.github.mediajobs.wire.AwaitMediaJobsWorkflow;
import io.github.mediajobs.wire.AwaitRequest;
import io.github.mediajobs.wire.BatchRequest;
import io.github.mediajobs.wire.BatchResult;
import io.github.mediajobs.wire.MediaJobPipelineWorkflow;
import io.github.mediajobs.wire.Outcome;
import io.github.mediajobs.wire.PipelineOutcome;
import io.github.mediajobs.wire.PipelineRequest;
import io.nexusrpc.Operation;
import io.nexusrpc.Service;

/**
 * The workflows as a Nexus service, for callers in other namespaces: {@code
 * Workflow.newNexusServiceStub(MediaJobsService.class, options)} with an endpoint that leads to a
 * worker's task queue. Operations are named after the workflows, and take and answer the same JSON,
 * so that a caller in another language needs nothing of this library. Each fails as its workflow
 * does, with an ApplicationFailure of one of the wire's types as the cause; one that is cancelled
 * cancels its workflow.
 */
@Service(name = MediaJobsService.NAME)
public interface MediaJobsService {
  /** The service's name. */
  String NAME = "MediaJobs";

  /**
   * Awaits one job.
   *
   * @param request which job, and for how long; with {@code shared} any number of callers poll it
   *     once
   * @return how the wait ended; a failed job is an outcome
   */
  @Operation(name = AwaitMediaJobWorkflow.TYPE)
  Outcome awaitMediaJob(AwaitRequest request);

  /**
   * Awaits one job and runs steps, in the namespace of the worker.
   *
   * @param request which job, and the steps of both branches
   * @return how the wait and each step ended
   */
  @Operation(name = MediaJobPipelineWorkflow.TYPE)
  PipelineOutcome mediaJobPipeline(PipelineRequest request);

  /**
   * Awaits many jobs.
   *
   * @param request at most 2,500 jobs
   * @return an entry for each job, in the order of the request
   */
  @Operation(name = AwaitMediaJobsWorkflow.TYPE)
  BatchResult awaitMediaJobs(BatchRequest request);
}
