import com.fasterxml.jackson.databind.JsonNode;
import io.github.mediajobs.nexus.MediaJobsService;
import io.github.mediajobs.wire.AwaitRequest;
import io.github.mediajobs.wire.Outcome;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.temporal.worker.WorkerFactory;
import io.temporal.workflow.NexusOperationOptions;
import io.temporal.workflow.NexusServiceOptions;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.time.Duration;

/**
 * A workflow of another namespace that awaits a media job through Nexus; prints the job's outcome as JSON.
 *
 * <pre>TEMPORAL_ADDRESS=127.0.0.1:7233 TEMPORAL_NAMESPACE=callers java -cp cli/target/mediajobs.jar \
 *   examples/java/AwaitJobThroughNexus.java GetPackageJob JOB_ID</pre>
 *
 * The endpoint {@code media} leads to the namespace and the task queue that a worker of mediajobs serves.
 */
public final class AwaitJobThroughNexus {
  private static final String TASK_QUEUE = "callers";

  @WorkflowInterface
  public interface Caller {
    @WorkflowMethod
    Outcome await(String operation, String jobId);
  }

  public static final class CallerImpl implements Caller {
    private final MediaJobsService mediaJobs =
        Workflow.newNexusServiceStub(
            MediaJobsService.class,
            NexusServiceOptions.newBuilder()
                .setEndpoint("media")
                .setOperationOptions(
                    NexusOperationOptions.newBuilder().setScheduleToCloseTimeout(Duration.ofHours(7)).build())
                .build());

    @Override
    public Outcome await(String operation, String jobId) {
      return mediaJobs.awaitMediaJob(new AwaitRequest(operation, jobId, null, Duration.ofHours(6), null, null));
    }
  }

  public static void main(String[] args) {
    WorkflowServiceStubs temporal =
        WorkflowServiceStubs.newServiceStubs(
            WorkflowServiceStubsOptions.newBuilder().setTarget(System.getenv("TEMPORAL_ADDRESS")).build());
    WorkflowClient client =
        WorkflowClient.newInstance(
            temporal, WorkflowClientOptions.newBuilder().setNamespace(System.getenv("TEMPORAL_NAMESPACE")).build());
    WorkerFactory workers = WorkerFactory.newInstance(client);
    workers.newWorker(TASK_QUEUE).registerWorkflowImplementationTypes(CallerImpl.class);
    workers.start();
    try {
      WorkflowStub caller =
          client.newUntypedWorkflowStub(
              "Caller", WorkflowOptions.newBuilder().setTaskQueue(TASK_QUEUE).setWorkflowId("caller-" + args[1]).build());
      caller.start(args[0], args[1]);
      System.out.println(caller.getResult(JsonNode.class));
    } finally {
      workers.shutdownNow();
      temporal.shutdown();
    }
  }
}
