package io.github.mediajobs.worker;

import static io.github.mediajobs.operation.Operations.PACKAGE;
import static io.github.mediajobs.worker.Pollings.NEVER_AGAIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mediajobs.client.JobHandle;
import io.github.mediajobs.client.PipelineCall;
import io.github.mediajobs.emulator.job.JobScript;
import io.github.mediajobs.emulator.job.Phase;
import io.github.mediajobs.failure.JobStateUnknownException;
import io.github.mediajobs.job.PackageJob;
import io.github.mediajobs.json.Json;
import io.github.mediajobs.operation.Catalogue;
import io.github.mediajobs.operation.JobOperation;
import io.github.mediajobs.outcome.JobOutcome;
import io.github.mediajobs.outcome.OutcomeKind;
import io.github.mediajobs.wire.Progress;
import io.github.mediajobs.wire.Step;
import io.github.mediajobs.wire.StepFailure;
import io.github.mediajobs.wire.StepResult;
import io.github.mediajobs.wire.StepRetry;
import io.github.mediajobs.wire.StepStatus;
import io.github.mediajobs.workflow.MediaJobs;
import io.github.mediajobs.workflow.PipelineResult;
import io.temporal.activity.DynamicActivity;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowStub;
import io.temporal.common.converter.EncodedValues;
import io.temporal.worker.Worker;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What follows a wait, over skipped time; with cached workflows and with every task replayed. */
@CachedAndReplayed
@TestInstance(Lifecycle.PER_CLASS)
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

  /** A child workflow that takes its time. */
  @WorkflowInterface
  public interface SleepWorkflow {
    @WorkflowMethod(name = "Sleep")
    void sleep(JsonNode input);
  }

  /** Takes a year. */
  public static final class SleepWorkflowImpl implements SleepWorkflow {
    @Override
    public void sleep(JsonNode input) {
      Workflow.sleep(Duration.ofDays(365));
    }
  }

  /** A step on a task queue of its own. */
  public static final class Elsewhere implements DynamicActivity {
    @Override
    public Object execute(EncodedValues arguments) {
      return "elsewhere";
    }
  }

  /** A child workflow on a task queue of its own. */
  public static final class ElsewhereWorkflow implements PublishWorkflow {
    @Override
    public JsonNode publish(JsonNode input) {
      return Json.tree("elsewhere");
    }
  }

  @Parameter private int cachedWorkflows;
  private RecordedSteps steps;
  private Engine engine;
  private String jobId;

  @BeforeParameterizedClassInvocation
  void start() {
    steps = new RecordedSteps();
    engine =
        new Engine(
            cachedWorkflows,
            Catalogue.standard(),
            temporal -> {
              Worker worker = temporal.getWorkerFactory().getWorker(MediaJobs.TASK_QUEUE);
              worker.registerActivitiesImplementations(steps);
              worker.registerWorkflowImplementationTypes(
                  PublishWorkflowImpl.class, SleepWorkflowImpl.class);
              Worker elsewhere = temporal.newWorker("elsewhere");
              elsewhere.registerActivitiesImplementations(new Elsewhere());
              elsewhere.registerWorkflowImplementationTypes(ElsewhereWorkflow.class);
            });
  }

  @BeforeEach
  void anotherJob() {
    jobId = engine.newJobId();
  }

  @AfterParameterizedClassInvocation
  void stop() {
    engine.close();
  }

  static Stream<Arguments> operationsAndStatuses() {
    return AwaitOutcomeTest.operationsAndStatuses();
  }

  @Tag("catalogue")
  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("operationsAndStatuses")
  void everyStatusOfEveryOperationTakesItsBranch(String alias, String status) {
    JobOperation<?> operation = Catalogue.standard().require(alias);
    engine.emulator().add(JobScript.of(operation, jobId, Phase.at(Duration.ZERO, status)));
    PipelineResult<?> result =
        engine
            .client()
            .await(operation, jobId)
            .within(Duration.ofMinutes(10))
            .onSuccess(Step.activity("publish", "Publish"))
            .onFailure(Step.activity("alert", "Alert"))
            .run();
    boolean succeeded = AwaitOutcomeTest.expected(operation, status) == OutcomeKind.SUCCEEDED;
    assertThat(result.outcome().succeeded().isPresent()).isEqualTo(succeeded);
    assertThat(result.steps())
        .extracting(StepResult::name, StepResult::status)
        .containsExactly(tuple(succeeded ? "publish" : "alert", StepStatus.COMPLETED));
    assertThat(result.allStepsCompleted()).isTrue();
    assertThat(steps.inputs(jobId))
        .singleElement()
        .satisfies(
            input -> {
              assertThat(input.at("/outcome/operation").asText()).isEqualTo(operation.action());
              assertThat(input.at("/outcome/status").asText()).isEqualTo(status);
              assertThat(input.path("idempotencyKey").asText())
                  .isEqualTo(key(operation, succeeded ? "publish" : "alert"));
            });
  }

  @Test
  void aJobThatIsNotFoundGoesToTheFailureBranch() {
    PipelineResult<PackageJob> result =
        pipeline(Step.activity("publish", "Publish"), Step.activity("alert", "Alert")).run();
    assertThat(result.outcome()).isInstanceOf(JobOutcome.NotFound.class);
    assertThat(result.step("alert").orElseThrow().status()).isEqualTo(StepStatus.COMPLETED);
    assertThat(result.step("publish")).isEmpty();
  }

  @Test
  void aStepThatFailsDoesNotStopTheOthers() {
    succeedingJob();
    PipelineResult<PackageJob> result =
        engine
            .client()
            .await(PACKAGE, jobId)
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
    succeedingJob();
    PipelineResult<PackageJob> result =
        engine
            .client()
            .await(PACKAGE, jobId)
            .onSuccess(
                Step.activity("stubborn", "FailTwice")
                    .retried(new StepRetry(5, Duration.ofMinutes(1), 3.0)))
            .run();
    assertThat(result.step("stubborn").orElseThrow().result().asText()).isEqualTo("third time");
    assertThat(steps.inputs(jobId))
        .hasSize(3)
        .extracting(it -> it.path("idempotencyKey").asText())
        .containsOnly(key(PACKAGE, "stubborn"));
  }

  @Test
  void aStepWhoseWorkerDiedIsTriedAgainAfterItsAttemptTimeout() {
    succeedingJob();
    PipelineResult<PackageJob> result =
        engine
            .client()
            .await(PACKAGE, jobId)
            .onSuccess(Step.activity("publish", "HangOnce").attemptWithin(Duration.ofSeconds(2)))
            .run();
    assertThat(result.step("publish").orElseThrow().result().asText()).isEqualTo("second time");
    assertThat(steps.inputs(jobId))
        .hasSize(2)
        .extracting(it -> it.path("idempotencyKey").asText())
        .containsOnly(key(PACKAGE, "publish"));
  }

  @Test
  void aStepIsTriedAsOftenAsItsPolicySays() {
    succeedingJob();
    PipelineResult<PackageJob> result =
        engine
            .client()
            .await(PACKAGE, jobId)
            .onSuccess(Step.activity("once", "FailTwice").retried(new StepRetry(2, null, null)))
            .run();
    assertThat(result.step("once").orElseThrow().failure())
        .isEqualTo(new StepFailure("NotYet", "not yet"));
  }

  @Test
  void aChildWorkflowRunsUnderTheKey() {
    succeedingJob();
    PipelineResult<PackageJob> result = pipeline(Step.workflow("publish", "Publish"), null).run();
    JsonNode answer = result.step("publish").orElseThrow().result();
    String key = key(PACKAGE, "publish");
    assertThat(answer.path("id").asText()).isEqualTo(key);
    assertThat(answer.at("/input/idempotencyKey").asText()).isEqualTo(key);
    assertThat(answer.at("/input/outcome/outcome").asText()).isEqualTo("SUCCEEDED");
  }

  @Test
  void aStepRunsOnTheTaskQueueThatItNames() {
    succeedingJob();
    PipelineResult<PackageJob> result =
        engine
            .client()
            .await(PACKAGE, jobId)
            .onSuccess(
                Step.activity("activity", "Publish").onTaskQueue("elsewhere"),
                Step.workflow("workflow", "Publish").onTaskQueue("elsewhere"))
            .run();
    assertThat(result.steps())
        .extracting(it -> it.result().asText())
        .containsExactly("elsewhere", "elsewhere");
  }

  @Test
  void aStepThatTakesTooLongIsATimeout() {
    succeedingJob();
    PipelineResult<PackageJob> result =
        engine
            .client()
            .await(PACKAGE, jobId)
            .onSuccess(
                Step.activity("activity", "FailForever").within(Duration.ofMinutes(5)),
                Step.workflow("workflow", "Sleep").within(Duration.ofMinutes(5)))
            .run();
    assertThat(result.steps())
        .extracting(it -> it.failure().type())
        .containsExactly("NotYet", "Timeout");
  }

  @Test
  void aCancelledPipelineGivesItsStepsUp() {
    succeedingJob();
    JobHandle<PipelineResult<PackageJob>> handle =
        pipeline(Step.activity("stubborn", "FailForever"), null).start();
    engine.temporal().sleep(Duration.ofMinutes(10));
    assertThat(progress(handle).phase()).isEqualTo(Progress.Phase.STEPS);
    handle.cancel();
    assertThatThrownBy(handle::result)
        .isInstanceOfSatisfying(
            JobStateUnknownException.class, it -> assertThat(it.type()).isEqualTo("Canceled"));
  }

  @Test
  void whatTheUiShowsFollowsThePipeline() {
    succeedingJob();
    JobHandle<PipelineResult<PackageJob>> handle =
        pipeline(Step.activity("publish", "Publish"), null).start();
    engine.temporal().sleep(Duration.ofSeconds(30));
    assertThat(engine.details(handle.workflowId()))
        .startsWith("Waiting for **GetPackageJob** `" + jobId);
    handle.result();
    assertThat(engine.details(handle.workflowId()))
        .startsWith("**SUCCEEDED**: **GetPackageJob** `" + jobId);
  }

  @Test
  void anEventBeforeTheStartIsForgotten() {
    succeedingJob();
    WorkflowStub run = engine.stub("MediaJobPipeline", "early-" + jobId);
    run.signalWithStart(
        "jobEvent",
        new Object[] {Map.of()},
        new Object[] {Map.of("operation", "package", "jobId", jobId)});
    assertThat(run.getResult(JsonNode.class).at("/outcome/outcome").asText())
        .isEqualTo("SUCCEEDED");
  }

  @Test
  void aPipelineThatIsRefusedHasNoProgress() {
    WorkflowStub run = engine.start("MediaJobPipeline", "wrong-" + jobId, Map.of());
    assertThatThrownBy(() -> run.getResult(JsonNode.class))
        .isInstanceOf(WorkflowFailedException.class);
    assertThat(run.query("progress", Progress.class)).isEqualTo(Progress.beforeStart());
  }

  @Test
  void aWebhookIsPostedSignedUntilItIsTaken() throws Exception {
    succeedingJob();
    try (WebhookReceiver receiver = new WebhookReceiver()) {
      receiver.refuse(2);
      PipelineResult<PackageJob> result =
          pipeline(Step.webhook("tell", receiver.url()), null).run();
      assertThat(result.step("tell").orElseThrow().status()).isEqualTo(StepStatus.COMPLETED);
      assertThat(receiver.posts())
          .hasSize(3)
          .allSatisfy(
              post -> {
                assertThat(post.key()).isEqualTo(key(PACKAGE, "tell"));
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
    succeedingJob();
    PipelineResult<PackageJob> result =
        pipeline(Step.webhook("tell", "https://elsewhere.example.com/"), null).run();
    assertThat(result.step("tell").orElseThrow().failure())
        .satisfies(it -> assertThat(it.type()).isEqualTo("InvalidRequest"))
        .satisfies(it -> assertThat(it.message()).contains("elsewhere.example.com"));
  }

  @Test
  void aLargeResultIsLeftOutAndMarked() {
    succeedingJob();
    PipelineResult<PackageJob> result =
        engine
            .client()
            .await(PACKAGE, jobId)
            .onSuccess(Step.activity("large", "Large"), Step.activity("nothing", "Nothing"))
            .run();
    assertThat(result.step("large").orElseThrow().result())
        .isEqualTo(Json.tree(Map.of("truncated", true)));
    assertThat(result.step("nothing").orElseThrow().result()).isNull();
  }

  @Test
  void manySizableResultsStillFitOnePayload() {
    succeedingJob();
    PipelineResult<PackageJob> result =
        engine
            .client()
            .await(PACKAGE, jobId)
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
    succeedingJob();
    PipelineResult<PackageJob> result =
        engine
            .client()
            .await(PACKAGE, jobId)
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
    succeedingJob();
    JobHandle<PipelineResult<PackageJob>> handle =
        pipeline(Step.activity("publish", "Publish"), null).start();
    engine.temporal().sleep(Duration.ofSeconds(30));
    Progress waiting = progress(handle);
    assertThat(waiting.phase()).isEqualTo(Progress.Phase.WAITING);
    assertThat(waiting.operation()).isEqualTo("GetPackageJob");
    assertThat(waiting.jobId()).isEqualTo(jobId);
    assertThat(waiting.region()).isEqualTo("cn-shanghai");
    assertThat(waiting.deadlineAt()).isAfter(engine.now());
    assertThat(waiting.outcome()).isNull();
    assertThat(waiting.steps()).isNull();
    handle.result();
    Progress done = progress(handle);
    assertThat(done.phase()).isEqualTo(Progress.Phase.DONE);
    assertThat(done.outcome().outcome()).isEqualTo(OutcomeKind.SUCCEEDED);
    assertThat(done.steps()).extracting(StepResult::name).containsExactly("publish");
  }

  @Test
  void anEventHurriesAPipelineToo() {
    engine.emulator().add(JobScript.succeeding(PACKAGE, jobId, Duration.ofHours(2)));
    JobHandle<PipelineResult<PackageJob>> handle =
        engine
            .client()
            .await(PACKAGE, jobId)
            .polling(NEVER_AGAIN)
            .onSuccess(Step.activity("publish", "Publish"))
            .start();
    engine.temporal().sleep(Duration.ofHours(3));
    handle.nudge();
    assertThat(handle.result().outcome().polls()).isEqualTo(1);
    assertThat(engine.emulator().polls(jobId).total()).isEqualTo(2);
  }

  private void succeedingJob() {
    engine.emulator().add(JobScript.succeeding(PACKAGE, jobId, Duration.ofMinutes(3)));
  }

  /** The key as it stands in the contract. */
  private String key(JobOperation<?> operation, String step) {
    return "media-job-pipeline/cn-shanghai/%s/%s/%s".formatted(operation.action(), jobId, step);
  }

  private PipelineCall<PackageJob> pipeline(Step onSuccess, Step onFailure) {
    PipelineCall<PackageJob> call = engine.client().await(PACKAGE, jobId).onSuccess(onSuccess);
    return onFailure == null ? call : call.onFailure(onFailure);
  }

  private Progress progress(JobHandle<?> handle) {
    return engine.running(handle.workflowId()).query("progress", Progress.class);
  }

  private static String hmac(String text) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(
        new SecretKeySpec(Engine.WEBHOOK_SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
  }
}
