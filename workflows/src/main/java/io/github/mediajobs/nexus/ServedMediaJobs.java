package io.github.mediajobs.nexus;

import io.github.mediajobs.wire.AwaitMediaJobWorkflow;
import io.github.mediajobs.wire.AwaitMediaJobsWorkflow;
import io.github.mediajobs.wire.MediaJobPipelineWorkflow;
import io.nexusrpc.handler.OperationHandler;
import io.nexusrpc.handler.OperationImpl;
import io.nexusrpc.handler.ServiceImpl;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.common.converter.RawValue;
import io.temporal.nexus.Nexus;
import io.temporal.nexus.WorkflowHandle;
import io.temporal.nexus.WorkflowRunOperation;

/**
 * Serves {@link MediaJobsService}: each operation is a workflow with the id {@code
 * media-jobs-nexus/<request id>}, so that a start that is tried again meets the same run. The
 * plugin registers it.
 */
@ServiceImpl(service = MediaJobsByJson.class)
public final class ServedMediaJobs {
  private final String taskQueue;

  /**
   * Serves with workflows.
   *
   * @param taskQueue where they run
   */
  public ServedMediaJobs(String taskQueue) {
    this.taskQueue = taskQueue;
  }

  /**
   * Awaits one job.
   *
   * @return the operation
   */
  @OperationImpl
  public OperationHandler<RawValue, RawValue> awaitMediaJob() {
    return workflow(AwaitMediaJobWorkflow.TYPE);
  }

  /**
   * Awaits one job and runs steps.
   *
   * @return the operation
   */
  @OperationImpl
  public OperationHandler<RawValue, RawValue> mediaJobPipeline() {
    return workflow(MediaJobPipelineWorkflow.TYPE);
  }

  /**
   * Awaits many jobs.
   *
   * @return the operation
   */
  @OperationImpl
  public OperationHandler<RawValue, RawValue> awaitMediaJobs() {
    return workflow(AwaitMediaJobsWorkflow.TYPE);
  }

  private OperationHandler<RawValue, RawValue> workflow(String type) {
    return WorkflowRunOperation.fromWorkflowHandle(
        (context, details, request) ->
            WorkflowHandle.fromWorkflowStub(
                stub(type, details.getRequestId()), RawValue.class, request));
  }

  private WorkflowStub stub(String type, String requestId) {
    return Nexus.getOperationContext()
        .getWorkflowClient()
        .newUntypedWorkflowStub(
            type,
            WorkflowOptions.newBuilder()
                .setWorkflowId("media-jobs-nexus/" + requestId)
                .setTaskQueue(taskQueue)
                .build());
  }
}
