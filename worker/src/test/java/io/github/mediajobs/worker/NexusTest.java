package io.github.mediajobs.worker;

import static io.github.mediajobs.operation.Operations.PACKAGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mediajobs.emulator.job.JobScript;
import io.github.mediajobs.nexus.MediaJobsService;
import io.github.mediajobs.operation.Catalogue;
import io.github.mediajobs.outcome.OutcomeKind;
import io.github.mediajobs.wire.Outcome;
import io.github.mediajobs.worker.example.CallThroughNexus;
import io.temporal.client.WorkflowStub;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.workflow.NexusOperationOptions;
import io.temporal.workflow.NexusServiceOptions;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Users of another task queue that know the service and an endpoint, and nothing else. */
class NexusTest {
  private static final String ENDPOINT = "media";
  private static final String USERS = "users";

  private static Engine engine;

  /** What a user's workflow of any language does. */
  @WorkflowInterface
  public interface Untyped {
    @WorkflowMethod(name = "Untyped")
    JsonNode run(String operation, Map<String, Object> request);
  }

  /** Calls an operation by its name. */
  public static final class UntypedImpl implements Untyped {
    @Override
    public JsonNode run(String operation, Map<String, Object> request) {
      return Workflow.newUntypedNexusServiceStub(MediaJobsService.NAME, options())
          .execute(operation, JsonNode.class, request);
    }
  }

  private static NexusServiceOptions options() {
    return NexusServiceOptions.newBuilder()
        .setEndpoint(ENDPOINT)
        .setOperationOptions(
            NexusOperationOptions.newBuilder()
                .setScheduleToCloseTimeout(Duration.ofHours(8))
                .build())
        .build();
  }

  @BeforeAll
  static void start() {
    engine =
        new Engine(
            600,
            Catalogue.standard(),
            temporal ->
                temporal
                    .newWorker(USERS)
                    .registerWorkflowImplementationTypes(
                        CallThroughNexus.Impl.class, UntypedImpl.class));
    engine.temporal().createNexusEndpoint(ENDPOINT, "media-jobs");
  }

  @AfterAll
  static void close() {
    engine.close();
  }

  private static WorkflowStub start(String type, Object... input) {
    WorkflowStub stub = engine.stub(type, type + "-" + engine.newJobId(), USERS);
    stub.start(input);
    return stub;
  }

  private static JsonNode called(String operation, Map<String, Object> request) {
    return start("Untyped", operation, request).getResult(JsonNode.class);
  }

  @Test
  void whateverWayAJobIsAwaitedTheOutcomeIsTheSame() {
    String jobId = engine.newJobId();
    engine.emulator().add(JobScript.succeeding(PACKAGE, jobId, Duration.ZERO));
    Map<String, Object> request = Map.of("operation", "package", "jobId", jobId);
    WorkflowStub byName = engine.start("AwaitMediaJob", "by-name-" + jobId, request);

    Outcome outcome = byName.getResult(Outcome.class);
    assertThat(engine.await(PACKAGE, jobId, Duration.ofHours(6))).isEqualTo(outcome);
    assertThat(start("CallThroughNexus", jobId).getResult(Outcome.class)).isEqualTo(outcome);
    assertThat(called("AwaitMediaJob", request)).isEqualTo(byName.getResult(JsonNode.class));
  }

  @Test
  void aJobIsAwaitedWithTypes() {
    String jobId = engine.newJobId();
    engine.emulator().add(JobScript.succeeding(PACKAGE, jobId, Duration.ofHours(2)));

    Outcome outcome = start("CallThroughNexus", jobId).getResult(Outcome.class);
    assertThat(outcome.outcome()).isEqualTo(OutcomeKind.SUCCEEDED);
    assertThat(outcome.job().path("JobId").asText()).isEqualTo(jobId);
  }

  @Test
  void everyWorkflowIsCalledByNameAndJson() {
    String jobId = engine.newJobId();
    engine.emulator().add(JobScript.failing(PACKAGE, jobId, Duration.ofHours(2), "Bad", "bad"));
    Map<String, Object> one = Map.of("operation", "package", "jobId", jobId);

    assertThat(called("AwaitMediaJob", one).path("outcome").asText()).isEqualTo("FAILED");
    assertThat(called("MediaJobPipeline", one).at("/outcome/outcome").asText()).isEqualTo("FAILED");
    assertThat(
            called("AwaitMediaJobs", Map.of("operation", "package", "jobIds", List.of(jobId)))
                .at("/outcomes/0/outcome")
                .asText())
        .isEqualTo("FAILED");
  }

  @Test
  void aWrongRequestFailsAtOnceAndIsNamed() {
    assertThatThrownBy(() -> called("AwaitMediaJob", Map.of("operation", "package", "jobId", 5)))
        .hasStackTraceContaining("jobId: ")
        .hasRootCauseInstanceOf(ApplicationFailure.class);
  }

  @Test
  void whoCancelsTheCallerCancelsTheWait() {
    String jobId = engine.newJobId();
    engine.emulator().add(JobScript.succeeding(PACKAGE, jobId, Duration.ofDays(2)));
    WorkflowStub caller = start("CallThroughNexus", jobId);
    engine.untilRead(jobId, 1);
    caller.cancel();

    assertThatThrownBy(() -> caller.getResult(Outcome.class))
        .hasCauseInstanceOf(CanceledFailure.class);
  }
}
