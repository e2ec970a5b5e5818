import io.github.mediajobs.client.MediaJobsClient;
import io.github.mediajobs.failure.JobStateUnknownException;
import io.github.mediajobs.operation.Catalogue;
import io.github.mediajobs.wire.Outcome;
import io.temporal.client.WorkflowClient;
import io.temporal.common.converter.GlobalDataConverter;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.time.Duration;

/**
 * Awaits a media job from plain Java, and prints its outcome as JSON.
 *
 * <pre>TEMPORAL_ADDRESS=127.0.0.1:7233 java -cp cli/target/mediajobs.jar examples/java/AwaitJob.java GetPackageJob JOB_ID</pre>
 *
 * A worker of mediajobs serves the task queue. Whoever awaits the same job meets the same run, from whatever language.
 */
public final class AwaitJob {
  public static void main(String[] args) {
    WorkflowServiceStubs temporal =
        WorkflowServiceStubs.newServiceStubs(
            WorkflowServiceStubsOptions.newBuilder().setTarget(System.getenv("TEMPORAL_ADDRESS")).build());
    try {
      Outcome outcome =
          MediaJobsClient.create(WorkflowClient.newInstance(temporal))
              .await(Catalogue.standard().require(args[0]), args[1])
              .within(Duration.ofHours(6))
              .startUntyped()
              .result();
      System.out.println(GlobalDataConverter.get().toPayload(outcome).orElseThrow().getData().toStringUtf8());
    } catch (JobStateUnknownException e) {
      System.err.println(e.getMessage());
      System.exit(1);
    } finally {
      temporal.shutdown();
    }
  }
}
