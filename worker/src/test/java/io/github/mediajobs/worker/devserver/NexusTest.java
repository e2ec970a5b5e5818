package io.github.mediajobs.worker.devserver;

import static io.github.mediajobs.operation.Operations.PACKAGE;
import static io.github.mediajobs.worker.Pollings.NEVER_AGAIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mediajobs.emulator.job.JobScript;
import io.github.mediajobs.nexus.MediaJobsService;
import io.github.mediajobs.wire.Outcome;
import io.github.mediajobs.worker.example.CallThroughNexus;
import io.temporal.api.nexus.v1.EndpointSpec;
import io.temporal.api.nexus.v1.EndpointTarget;
import io.temporal.api.operatorservice.v1.CreateNexusEndpointRequest;
import io.temporal.api.operatorservice.v1.DeleteNexusEndpointRequest;
import io.temporal.client.WorkflowStub;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.serviceclient.OperatorServiceStubs;
import io.temporal.serviceclient.OperatorServiceStubsOptions;
import io.temporal.workflow.NexusServiceOptions;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Callers that know the service and an endpoint, and nothing else. */
@ExtendWith(DevServer.class)
@Timeout(120)
class NexusTest {
  private static final String ENDPOINT = "media";

  private Bench bench;
  private OperatorServiceStubs operator;
  private io.temporal.api.nexus.v1.Endpoint endpoint;

  /** What a caller of any language does. */
  @WorkflowInterface
  public interface CallByName {
    @WorkflowMethod
    JsonNode call(String operation, Map<String, Object> request);
  }

  /** Calls an operation by its name. */
  public static final class ByName implements CallByName {
    @Override
    public JsonNode call(String operation, Map<String, Object> request) {
      return Workflow.newUntypedNexusServiceStub(
              MediaJobsService.NAME, NexusServiceOptions.newBuilder().setEndpoint(ENDPOINT).build())
          .execute(operation, JsonNode.class, request);
    }
  }

  @BeforeEach
  void serve(Bench given, DevServer.Running server) {
    bench = given;
    bench.startSearchableWorker(
        it -> it.registerWorkflowImplementationTypes(CallThroughNexus.Impl.class, ByName.class));
    operator =
        OperatorServiceStubs.newServiceStubs(
            OperatorServiceStubsOptions.newBuilder()
                .setTarget(server.target())
                .validateAndBuildWithDefaults());
    endpoint =
        operator
            .blockingStub()
            .createNexusEndpoint(
                CreateNexusEndpointRequest.newBuilder()
                    .setSpec(
                        EndpointSpec.newBuilder()
                            .setName(ENDPOINT)
                            .setTarget(
                                EndpointTarget.newBuilder()
                                    .setWorker(
                                        EndpointTarget.Worker.newBuilder()
                                            .setNamespace(
                                                bench.client().getOptions().getNamespace())
                                            .setTaskQueue(bench.taskQueue()))))
                    .build())
            .getEndpoint();
  }

  @AfterEach
  void remove() {
    operator
        .blockingStub()
        .deleteNexusEndpoint(
            DeleteNexusEndpointRequest.newBuilder()
                .setId(endpoint.getId())
                .setVersion(endpoint.getVersion())
                .build());
    operator.shutdownNow();
  }

  private Map<String, Object> request() {
    return Map.of("operation", "package", "jobId", bench.jobId());
  }

  private JsonNode called(String operation, Map<String, Object> request) {
    return bench
        .start("CallByName", operation + "-" + bench.jobId(), operation, request)
        .getResult(JsonNode.class);
  }

  @Test
  void whateverWayAJobIsAwaitedTheOutcomeIsTheSame() {
    bench.emulator().add(JobScript.succeeding(PACKAGE, bench.jobId(), Bench.polls(1)));
    WorkflowStub byName = bench.start("AwaitMediaJob", "mine-" + bench.jobId(), request());

    Outcome outcome = byName.getResult(Outcome.class);
    assertThat(bench.jobs().await(PACKAGE, bench.jobId()).startUntyped().result())
        .isEqualTo(outcome);
    assertThat(
            bench
                .start("CallThroughNexus", "typed-" + bench.jobId(), bench.jobId())
                .getResult(Outcome.class))
        .isEqualTo(outcome);
    assertThat(called("AwaitMediaJob", request())).isEqualTo(byName.getResult(JsonNode.class));
  }

  @Test
  void everyWorkflowIsCalledByNameAndJson() {
    bench.emulator().add(JobScript.failing(PACKAGE, bench.jobId(), Bench.polls(1), "Bad", "bad"));
    Map<String, Object> batch = Map.of("operation", "package", "jobIds", List.of(bench.jobId()));

    assertThat(called("AwaitMediaJob", request()).path("outcome").asText()).isEqualTo("FAILED");
    assertThat(called("MediaJobPipeline", request()).at("/outcome/outcome").asText())
        .isEqualTo("FAILED");
    assertThat(called("AwaitMediaJobs", batch).at("/outcomes/0/outcome").asText())
        .isEqualTo("FAILED");
  }

  @Test
  void itsRunsAreSearchableWhenTheWorkerSaysSo() {
    bench.emulator().add(JobScript.failing(PACKAGE, bench.jobId(), Bench.polls(1), "Bad", "bad"));
    called("AwaitMediaJob", request());
    called("AwaitMediaJobs", Map.of("operation", "package", "jobIds", List.of(bench.jobId())));

    Bench.until(() -> bench.found("MediaJobOperation='GetPackageJob'").size() == 2);
    Bench.until(() -> bench.found("MediaJobStatus='FAILED'").size() == 1);
  }

  @Test
  void aWrongRequestFailsAtOnceAndIsNamed() {
    assertThatThrownBy(() -> called("AwaitMediaJob", Map.of("operation", "package", "jobId", 5)))
        .hasStackTraceContaining("jobId: ")
        .hasRootCauseInstanceOf(ApplicationFailure.class);
  }

  @Test
  void whoCancelsTheCallerCancelsTheWait() {
    bench.emulator().add(JobScript.succeeding(PACKAGE, bench.jobId(), Bench.polls(10_000)));
    WorkflowStub caller =
        bench.start(
            "CallByName",
            "cancelled-" + bench.jobId(),
            "AwaitMediaJob",
            Map.of("operation", "package", "jobId", bench.jobId(), "polling", NEVER_AGAIN));
    Bench.until(() -> bench.emulator().polls(bench.jobId()).total() > 0);
    caller.cancel();

    assertThatThrownBy(() -> caller.getResult(JsonNode.class))
        .hasCauseInstanceOf(CanceledFailure.class);
  }
}
