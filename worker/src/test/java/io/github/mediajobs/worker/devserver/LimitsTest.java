package io.github.mediajobs.worker.devserver;

import static io.github.mediajobs.operation.Operations.MEDIA_PRODUCING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mediajobs.client.JobHandle;
import io.github.mediajobs.emulator.job.JobScript;
import io.github.mediajobs.failure.FailureType;
import io.github.mediajobs.job.MediaProducingJob;
import io.github.mediajobs.wire.Step;
import io.github.mediajobs.wire.StepRetry;
import io.github.mediajobs.wire.StepStatus;
import io.github.mediajobs.workflow.PipelineResult;
import io.temporal.activity.Activity;
import io.temporal.activity.DynamicActivity;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowStub;
import io.temporal.common.converter.EncodedValues;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is too large for a real server is left out and marked, or refused; nothing is retried for
 * ever.
 */
@ExtendWith(DevServer.class)
@Timeout(120)
class LimitsTest {
  private static final int PAYLOAD = 512 * 1024;

  private Bench bench;

  @BeforeEach
  void open(Bench own) {
    bench = own;
  }

  /** Steps by their types. */
  private static final class Steps implements DynamicActivity {
    @Override
    public Object execute(EncodedValues arguments) {
      return switch (Activity.getExecutionContext().getInfo().getActivityType()) {
        case "Large" -> "x".repeat(3_000_000);
        case "LargeFailure" ->
            throw ApplicationFailure.newNonRetryableFailure("x".repeat(3_000_000), "Large");
        default -> "done";
      };
    }
  }

  private PipelineResult<MediaProducingJob> run(JobScript script, Step... steps) {
    bench.emulator().add(script);
    bench.startWorker(
        worker -> {
          UsersOfHistories.registerWorkflows(worker);
          worker.registerActivitiesImplementations(new Steps());
        });
    JobHandle<PipelineResult<MediaProducingJob>> handle =
        bench.jobs().await(MEDIA_PRODUCING, bench.jobId()).onSuccess(steps).start();
    PipelineResult<MediaProducingJob> result = handle.result();
    assertThat(bench.events(handle.workflowId()))
        .extracting(HistoryEvent::getSerializedSize)
        .allMatch(size -> size < 2 * PAYLOAD);
    return result;
  }

  private JobScript succeeding() {
    return JobScript.succeeding(MEDIA_PRODUCING, bench.jobId(), Duration.ZERO);
  }

  @Test
  void aTimelineOfFiveMegabytesIsCutOutAndNamed() {
    PipelineResult<MediaProducingJob> result =
        run(
            succeeding().with("Timeline", "t".repeat(5_000_000)).with("UserData", "small"),
            Step.activity("publish", "Publish"));
    assertThat(result.outcome().truncated()).containsExactly("/Timeline");
    assertThat(result.outcome().succeeded().orElseThrow().userData()).isEqualTo("small");
    assertThat(result.step("publish").orElseThrow().status()).isEqualTo(StepStatus.COMPLETED);
  }

  @Test
  void aMegabyteOfUserDataIsCutOutAndNamed() {
    PipelineResult<MediaProducingJob> result =
        run(succeeding().with("UserData", "u".repeat(1_000_000)), Step.workflow("child", "Child"));
    assertThat(result.outcome().truncated()).containsExactly("/UserData");
    assertThat(result.step("child").orElseThrow().status()).isEqualTo(StepStatus.COMPLETED);
  }

  static Stream<String> tooLarge() {
    return Stream.of("Large", "LargeFailure");
  }

  @ParameterizedTest
  @MethodSource("tooLarge")
  void aStepThatAnswersThreeMegabytesEndsWithItsTimeout(String type) {
    PipelineResult<MediaProducingJob> result =
        run(
            succeeding(),
            Step.activity("large", type)
                .within(Duration.ofSeconds(5))
                .retried(new StepRetry(2, Duration.ofMillis(100), null)),
            Step.activity("other", "Other"));
    assertThat(result.step("other").orElseThrow().status()).isEqualTo(StepStatus.COMPLETED);
    assertThat(result.step("large").orElseThrow().status()).isEqualTo(StepStatus.FAILED);
    assertThat(result.step("large").orElseThrow().failure().message())
        .isNotBlank()
        .hasSizeLessThan(10_000);
  }

  static Stream<Arguments> refused() {
    Map<String, Object> job = Map.of("operation", "package", "jobId", "j");
    List<Map<String, String>> steps =
        IntStream.range(0, 10_000)
            .mapToObj(i -> Map.of("name", "step-" + i, "activity", "Publish"))
            .toList();
    return Stream.of(
        Arguments.of(
            "MediaJobPipeline",
            Map.of("operation", "package", "jobId", "j", "onSuccess", steps),
            "onSuccess"),
        Arguments.of(
            "AwaitMediaJobs", Map.of("jobs", List.of(job), "onFailure", steps), "onFailure"),
        Arguments.of(
            "AwaitMediaJob", Map.of("operation", "package", "jobId", "j".repeat(1_000)), "jobId"),
        Arguments.of(
            "AwaitMediaJobs",
            Map.of("operation", "package", "jobIds", List.of("j".repeat(1_000))),
            "jobIds[0]"),
        Arguments.of(
            "AwaitMediaJob",
            Map.of("operation", "package", "jobId", "j", "region", "x".repeat(1_000_000)),
            "region"));
  }

  @ParameterizedTest
  @MethodSource("refused")
  void whatIsAskedForTooMuchIsRefusedByName(String type, Map<String, Object> input, String field) {
    bench.startWorker();
    WorkflowStub run = bench.start(type, "refused-" + bench.taskQueue(), input);
    assertThatThrownBy(() -> run.getResult(JsonNode.class))
        .isInstanceOf(WorkflowFailedException.class)
        .cause()
        .isInstanceOfSatisfying(
            ApplicationFailure.class,
            it -> {
              assertThat(it.getType()).isEqualTo(FailureType.INVALID_REQUEST.wireName());
              assertThat(it.getOriginalMessage()).startsWith(field + ":").hasSizeLessThan(500);
            });
  }

  /** The longest there are, in bytes too. */
  static Stream<String> ids() {
    return Stream.of(
            "作业",
            "работа",
            "עבודה",
            "وظيفة",
            "काम",
            "งาน",
            "작업",
            "ジョブ",
            "🎬",
            "e\u0301",
            "a\tb ",
            "%2F/?&=#+")
        .map(text -> text.repeat(256 / text.length()));
  }

  @ParameterizedTest
  @MethodSource("ids")
  void anIdOfAnyScriptIsAwaitedAndFollowed(String jobId) {
    bench.emulator().add(JobScript.succeeding(MEDIA_PRODUCING, jobId, Duration.ZERO));
    bench.startWorker(UsersOfHistories::registerWorkflows);
    PipelineResult<MediaProducingJob> result =
        bench
            .jobs()
            .await(MEDIA_PRODUCING, jobId)
            .onSuccess(Step.workflow("s".repeat(64), "Child"))
            .run();
    assertThat(result.outcome().succeeded()).isPresent();
    assertThat(result.outcome().reference().jobId()).isEqualTo(jobId);
    assertThat(result.steps()).allMatch(it -> it.status() == StepStatus.COMPLETED);
  }
}
