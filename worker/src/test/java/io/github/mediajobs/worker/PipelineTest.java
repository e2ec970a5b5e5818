package io.github.mediajobs.worker;

import static io.github.mediajobs.operation.Operations.PACKAGE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mediajobs.client.JobHandle;
import io.github.mediajobs.client.PipelineCall;
import io.github.mediajobs.emulator.job.JobScript;
import io.github.mediajobs.emulator.job.Phase;
import io.github.mediajobs.job.PackageJob;
import io.github.mediajobs.json.Json;
import io.github.mediajobs.operation.Catalogue;
import io.github.mediajobs.operation.JobOperation;
import io.github.mediajobs.outcome.JobOutcome;
import io.github.mediajobs.outcome.OutcomeKind;
import io.github.mediajobs.wire.Polling;
import io.github.mediajobs.wire.Progress;
import io.github.mediajobs.wire.Step;
import io.github.mediajobs.wire.StepFailure;
import io.github.mediajobs.wire.StepResult;
import io.github.mediajobs.wire.StepRetry;
import io.github.mediajobs.wire.StepStatus;
import io.github.mediajobs.workflow.PipelineResult;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What follows a wait, over skipped time; with cached workflows and with every task replayed. */
@ParameterizedClass(name = "{0} cached workflows")
@ValueSource(ints = {600, 0})
class PipelineTest {
  /** A child workflow that a user's team runs. */
  @WorkflowInterface
  public interface PublishWorkflow {
    @WorkflowMethod(name = "Publish")
    JsonNode publish(JsonNode input);
  }

  /** Answers with its own id and what it was given. */
  public static final class PublishWorkflowImpl implements PublishWorkflow {
    @Override
    public JsonNode publish(JsonNode input) {
      return Json.tree(Map.of("id", Workflow.getInfo().getWorkflowId(), "input", input));
    }
  }

  @Parameter private int cachedWorkflows;
  private final RecordedSteps steps = new RecordedSteps();
  private Engine engine;

  @BeforeEach
  void start() {
    engine =
        new Engine(
            cachedWorkflows,
            Catalogue.standard(),
            worker -> {
              worker.registerActivitiesImplementations(steps);
              worker.registerWorkflowImplementationTypes(PublishWorkflowImpl.class);
            });
  }

  @AfterEach
  void stop() {
    engine.close();
  }

  static Stream<Arguments> operationsAndStatuses() {
    return AwaitTest.operationsAndStatuses();
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("operationsAndStatuses")
  void everyStatusOfEveryOperationTakesItsBranch(String alias, String status) {
    JobOperation<?> operation = Catalogue.standard().require(alias);
    engine.emulator().add(JobScript.of(operation, "job-1", Phase.at(Duration.ZERO, status)));
    PipelineResult<?> result =
        engine
            .client()
            .await(operation, "job-1")
            .within(Duration.ofMinutes(10))
            .onSuccess(Step.activity("publish", "Publish"))
            .onFailure(Step.activity("alert", "Alert"))
            .run();
    boolean succeeded = AwaitTest.expected(operation, status) == OutcomeKind.SUCCEEDED;
    assertThat(result.outcome().succeeded().isPresent()).isEqualTo(succeeded);
    assertThat(result.steps())
        .extracting(StepResult::name, StepResult::status)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                succeeded ? "publish" : "alert", StepStatus.COMPLETED));
    assertThat(result.allStepsCompleted()).isTrue();
    assertThat(steps.inputs())
        .singleElement()
        .satisfies(
            input -> {
              assertThat(input.at("/outcome/operation").asText()).isEqualTo(operation.action());
              assertThat(input.at("/outcome/status").asText()).isEqualTo(status);
              assertThat(input.path("idempotencyKey").asText())
                  .isEqualTo(
                      "media-job-pipeline/cn-shanghai/%s/job-1/%s"
                          .formatted(operation.action(), succeeded ? "publish" : "alert"));
            });
  }

  @Test
  void aJobThatIsNotFoundGoesToTheFailureBranch() {
    PipelineResult<PackageJob> result =
        pipeline(
                "no-such-job", Step.activity("publish", "Publish"), Step.activity("alert", "Alert"))
            .run();
    assertThat(result.outcome()).isInstanceOf(JobOutcome.NotFound.class);
    assertThat(result.step("alert").orElseThrow().status()).isEqualTo(StepStatus.COMPLETED);
    assertThat(result.step("publish")).isEmpty();
  }

  @Test
  void aStepThatFailsDoesNotStopTheOthers() {
    job("job-1");
    PipelineResult<PackageJob> result =
        engine
            .client()
            .await(PACKAGE, "job-1")
            .onSuccess(Step.activity("fails", "Fail"), Step.activity("publishes", "Publish"))
            .run();
    assertThat(result.steps())
        .containsExactly(
            new StepResult(
                "fails", StepStatus.FAILED, null, new StepFailure("DiskFull", "no disk")),
            new StepResult(
                "publishes", StepStatus.COMPLETED, Json.tree(Map.of("done", "Publish")), null));
    assertThat(result.allStepsCompleted()).isFalse();
  }

  @Test
  void aStepIsTriedAgainUnderTheSameKey() {
    job("job-1");
    PipelineResult<PackageJob> result =
        engine
            .client()
            .await(PACKAGE, "job-1")
            .onSuccess(
                Step.activity("stubborn", "FailTwice")
                    .retried(new StepRetry(5, Duration.ofMinutes(1), 3.0)))
            .run();
    assertThat(result.step("stubborn").orElseThrow().result().asText()).isEqualTo("third time");
    assertThat(steps.inputs())
        .hasSize(3)
        .extracting(it -> it.path("idempotencyKey").asText())
        .containsOnly("media-job-pipeline/cn-shanghai/GetPackageJob/job-1/stubborn");
  }

  @Test
  void aStepIsTriedAsOftenAsItsPolicySays() {
    job("job-1");
    PipelineResult<PackageJob> result =
        engine
            .client()
            .await(PACKAGE, "job-1")
            .onSuccess(Step.activity("once", "FailTwice").retried(new StepRetry(2, null, null)))
            .run();
    assertThat(result.step("once").orElseThrow().failure())
        .isEqualTo(new StepFailure("NotYet", "not yet"));
  }

  @Test
  void aChildWorkflowRunsUnderTheKey() {
    job("job-1");
    PipelineResult<PackageJob> result =
        pipeline("job-1", Step.workflow("publish", "Publish"), null).run();
    JsonNode answer = result.step("publish").orElseThrow().result();
    String key = "media-job-pipeline/cn-shanghai/GetPackageJob/job-1/publish";
    assertThat(answer.path("id").asText()).isEqualTo(key);
    assertThat(answer.at("/input/idempotencyKey").asText()).isEqualTo(key);
    assertThat(answer.at("/input/outcome/outcome").asText()).isEqualTo("SUCCEEDED");
  }

  @Test
  void aWebhookIsPostedSignedUntilItIsTaken() throws Exception {
    job("job-1");
    try (WebhookReceiver receiver = new WebhookReceiver()) {
      receiver.refuse(2);
      PipelineResult<PackageJob> result =
          pipeline("job-1", Step.webhook("tell", receiver.url()), null).run();
      assertThat(result.step("tell").orElseThrow().status()).isEqualTo(StepStatus.COMPLETED);
      assertThat(receiver.posts())
          .hasSize(3)
          .allSatisfy(
              post -> {
                assertThat(post.key())
                    .isEqualTo("media-job-pipeline/cn-shanghai/GetPackageJob/job-1/tell");
                assertThat(post.signature())
                    .isEqualTo("v1=" + hmac(post.timestamp() + "." + post.body()));
                JsonNode body = Json.read(post.body().getBytes(StandardCharsets.UTF_8));
                assertThat(body.at("/outcome/status").asText()).isEqualTo("Success");
                assertThat(body.path("idempotencyKey").asText()).isEqualTo(post.key());
              });
    }
  }

  @Test
  void aWebhookGoesOnlyToHostsThatTheWorkerNames() {
    job("job-1");
    PipelineResult<PackageJob> result =
        pipeline("job-1", Step.webhook("tell", "https://elsewhere.example.com/"), null).run();
    assertThat(result.step("tell").orElseThrow().failure())
        .satisfies(it -> assertThat(it.type()).isEqualTo("InvalidRequest"))
        .satisfies(it -> assertThat(it.message()).contains("elsewhere.example.com"));
  }

  @Test
  void aLargeResultIsLeftOutAndMarked() {
    job("job-1");
    PipelineResult<PackageJob> result =
        engine
            .client()
            .await(PACKAGE, "job-1")
            .onSuccess(Step.activity("large", "Large"), Step.activity("nothing", "Nothing"))
            .run();
    assertThat(result.step("large").orElseThrow().result())
        .isEqualTo(Json.tree(Map.of("truncated", true)));
    assertThat(result.step("nothing").orElseThrow().result()).isNull();
  }

  @Test
  void manySizableResultsStillFitOnePayload() {
    job("job-1");
    PipelineResult<PackageJob> result =
        engine
            .client()
            .await(PACKAGE, "job-1")
            .onSuccess(
                IntStream.range(0, 20)
                    .mapToObj(i -> Step.activity("step-" + i, "Sizable"))
                    .toArray(Step[]::new))
            .run();
    assertThat(result.steps()).hasSize(20).allMatch(it -> it.status() == StepStatus.COMPLETED);
    assertThat(Json.write(result.steps())).hasSizeBetween(400 * 1024, 512 * 1024);
  }

  @Test
  void manyLoudFailuresStillFitOnePayload() {
    job("job-1");
    PipelineResult<PackageJob> result =
        engine
            .client()
            .await(PACKAGE, "job-1")
            .onSuccess(
                IntStream.range(0, 20)
                    .mapToObj(i -> Step.activity("step-" + i, "FailLoudly"))
                    .toArray(Step[]::new))
            .run();
    assertThat(result.steps())
        .hasSize(20)
        .allSatisfy(it -> assertThat(it.failure().type()).isEqualTo("Loud"))
        .allSatisfy(it -> assertThat(it.failure().message()).startsWith("no no").endsWith("..."));
    assertThat(Json.write(result.steps())).hasSizeLessThan(64 * 1024);
  }

  @Test
  void progressTellsThePhase() {
    job("job-1");
    JobHandle<PipelineResult<PackageJob>> handle =
        pipeline("job-1", Step.activity("publish", "Publish"), null).start();
    engine.temporal().sleep(Duration.ofSeconds(30));
    Progress waiting = progress(handle);
    assertThat(waiting.phase()).isEqualTo(Progress.Phase.WAITING);
    assertThat(waiting.operation()).isEqualTo("GetPackageJob");
    assertThat(waiting.jobId()).isEqualTo("job-1");
    assertThat(waiting.region()).isEqualTo("cn-shanghai");
    assertThat(waiting.deadlineAt()).isAfter(engine.now());
    assertThat(waiting.outcome()).isNull();
    handle.result();
    Progress done = progress(handle);
    assertThat(done.phase()).isEqualTo(Progress.Phase.DONE);
    assertThat(done.outcome().outcome()).isEqualTo(OutcomeKind.SUCCEEDED);
    assertThat(done.steps()).extracting(StepResult::name).containsExactly("publish");
  }

  @Test
  void anEventHurriesAPipelineToo() {
    engine.emulator().add(JobScript.succeeding(PACKAGE, "job-1", Duration.ofHours(2)));
    Polling daily =
        new Polling("fixed", Duration.ofDays(1), null, null, null, Duration.ofDays(1), 0.0, null);
    JobHandle<PipelineResult<PackageJob>> handle =
        engine
            .client()
            .await(PACKAGE, "job-1")
            .polling(daily)
            .onSuccess(Step.activity("publish", "Publish"))
            .start();
    engine.temporal().sleep(Duration.ofHours(3));
    handle.nudge();
    assertThat(handle.result().outcome().polls()).isEqualTo(1);
    assertThat(engine.emulator().polls("job-1").total()).isEqualTo(2);
  }

  private void job(String jobId) {
    engine.emulator().add(JobScript.succeeding(PACKAGE, jobId, Duration.ofMinutes(3)));
  }

  private PipelineCall<PackageJob> pipeline(String jobId, Step onSuccess, Step onFailure) {
    PipelineCall<PackageJob> call = engine.client().await(PACKAGE, jobId).onSuccess(onSuccess);
    return onFailure == null ? call : call.onFailure(onFailure);
  }

  private Progress progress(JobHandle<?> handle) {
    return engine
        .temporal()
        .getWorkflowClient()
        .newUntypedWorkflowStub(handle.workflowId())
        .query("progress", Progress.class);
  }

  private static String hmac(String text) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(
        new SecretKeySpec(Engine.WEBHOOK_SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
  }
}
