package io.github.mediajobs.nexus;

import io.github.mediajobs.operation.Catalogue;
import io.github.mediajobs.operation.JobOperation;
import io.github.mediajobs.wire.AwaitMediaJobWorkflow;
import io.github.mediajobs.wire.AwaitMediaJobsWorkflow;
import io.github.mediajobs.wire.MediaJobAttributes;
import io.github.mediajobs.wire.MediaJobPipelineWorkflow;
import io.github.mediajobs.wire.WireInput;
import io.nexusrpc.handler.OperationHandler;
import io.nexusrpc.handler.OperationImpl;
import io.nexusrpc.handler.ServiceImpl;
import io.temporal.client.WorkflowOptions;
import io.temporal.common.SearchAttributes;
import io.temporal.common.converter.RawValue;
import io.temporal.failure.ApplicationFailure;
import io.temporal.nexus.Nexus;
import io.temporal.nexus.WorkflowHandle;
import io.temporal.nexus.WorkflowRunOperation;
import java.util.Optional;
import java.util.function.Function;

/**
 * Serves {@link MediaJobsService}: each operation is a workflow with the id {@code
 * media-jobs-nexus/<request id>}, so that a start that is tried again meets the same run. The
 * plugin registers it.
 */
@ServiceImpl(service = MediaJobsByJson.class)
public final class ServedMediaJobs {
  private final String taskQueue;
  private final Catalogue catalogue;
  private final boolean searchable;

  /**
   * Serves with workflows.
   *
   * @param taskQueue where they run
   * @param catalogue the operations that may be named
   * @param searchable whether they have search attributes, which the namespace must have
   */
  public ServedMediaJobs(String taskQueue, Catalogue catalogue, boolean searchable) {
    this.taskQueue = taskQueue;
    this.catalogue = catalogue;
    this.searchable = searchable;
  }

  /**
   * Awaits one job.
   *
   * @return the operation
   */
  @OperationImpl
  public OperationHandler<RawValue, RawValue> awaitMediaJob() {
    return workflow(AwaitMediaJobWorkflow.TYPE, MediaJobAttributes::ofOneJob);
  }

  /**
   * Awaits one job and runs steps.
   *
   * @return the operation
   */
  @OperationImpl
  public OperationHandler<RawValue, RawValue> mediaJobPipeline() {
    return workflow(MediaJobPipelineWorkflow.TYPE, MediaJobAttributes::ofOneJob);
  }

  /**
   * Awaits many jobs.
   *
   * @return the operation
   */
  @OperationImpl
  public OperationHandler<RawValue, RawValue> awaitMediaJobs() {
    return workflow(AwaitMediaJobsWorkflow.TYPE, MediaJobAttributes::ofManyJobs);
  }

  private OperationHandler<RawValue, RawValue> workflow(
      String type, Function<String, SearchAttributes> attributes) {
    return WorkflowRunOperation.fromWorkflowHandle(
        (context, details, request) -> {
          WorkflowOptions.Builder options =
              WorkflowOptions.newBuilder()
                  .setWorkflowId("media-jobs-nexus/" + details.getRequestId())
                  .setTaskQueue(taskQueue);
          if (searchable) {
            operation(request).map(attributes).ifPresent(options::setTypedSearchAttributes);
          }
          return WorkflowHandle.fromWorkflowStub(
              Nexus.getOperationContext()
                  .getWorkflowClient()
                  .newUntypedWorkflowStub(type, options.build()),
              RawValue.class,
              request);
        });
  }

  /** Empty for a request that the workflow will refuse. */
  private Optional<String> operation(RawValue request) {
    try {
      return WireInput.read(
          request,
          json ->
              json == null
                  ? Optional.empty()
                  : catalogue.find(json.path("operation").asText()).map(JobOperation::action));
    } catch (ApplicationFailure e) {
      return Optional.empty();
    }
  }
}
