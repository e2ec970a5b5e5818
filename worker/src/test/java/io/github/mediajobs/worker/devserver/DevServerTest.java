package io.github.mediajobs.worker.devserver;

import static io.github.mediajobs.operation.Operations.MEDIA_PRODUCING;
import static io.github.mediajobs.operation.Operations.PACKAGE;
import static io.github.mediajobs.worker.Pollings.NEVER_AGAIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mediajobs.client.JobHandle;
import io.github.mediajobs.client.WaitDescription;
import io.github.mediajobs.emulator.job.JobScript;
import io.github.mediajobs.emulator.job.Phase;
import io.github.mediajobs.failure.FailureType;
import io.github.mediajobs.failure.JobPending;
import io.github.mediajobs.job.PackageJob;
import io.github.mediajobs.json.Json;
import io.github.mediajobs.operation.Catalogue;
import io.github.mediajobs.outcome.JobOutcome;
import io.github.mediajobs.outcome.OutcomeKind;
import io.github.mediajobs.wire.AwaitMediaJobActivity;
import io.github.mediajobs.wire.AwaitMediaJobWorkflow;
import io.github.mediajobs.wire.Outcome;
import io.github.mediajobs.wire.Polling;
import io.github.mediajobs.wire.Step;
import io.github.mediajobs.worker.MediaJobsPlugin;
import io.github.mediajobs.workflow.AwaitMediaJob;
import io.github.mediajobs.workflow.PipelineResult;
import io.temporal.api.enums.v1.EventType;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowStub;
import io.temporal.common.converter.RawValue;
import io.temporal.failure.ApplicationFailure;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactory;
import io.temporal.worker.WorkerFactoryOptions;
import io.temporal.worker.WorkerOptions;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What only a real server can show. */
@ExtendWith(DevServer.class)
@Timeout(120)
@Execution(ExecutionMode.CONCURRENT)
class DevServerTest {
  private static final Polling FAST =
      new Polling(
          "fixed", Duration.ofMillis(20), null, null, Duration.ofMillis(20), null, 0.0, null, null);

  private Bench bench;

  @BeforeEach
  void open(Bench own) {
    bench = own;
  }

  @ParameterizedTest
  @ValueSource(ints = {5, 50})
  void theHistoryOfAWaitHasElevenEventsWhateverTheNumberOfPolls(int polls) {
    bench.emulator().add(JobScript.succeeding(PACKAGE, bench.jobId(), Bench.polls(polls)));
    bench.startWorker();
    JobHandle<JobOutcome<PackageJob>> handle =
        bench.jobs().await(PACKAGE, bench.jobId()).polling(FAST).start();
    assertThat(handle.result().polls()).isEqualTo(polls);
    assertThat(bench.events(handle.workflowId())).hasSize(11);
    assertThat(attempts(handle)).isEqualTo(polls);
  }

  @Test
  void eachEventThatTellsNothingNewCostsTenHistoryEvents() {
    bench.emulator().add(JobScript.succeeding(PACKAGE, bench.jobId(), Bench.polls(1_000)));
    bench.startWorker();
    JobHandle<JobOutcome<PackageJob>> handle =
        bench.jobs().await(PACKAGE, bench.jobId()).polling(NEVER_AGAIN).start();
    Bench.until(() -> handle.describe().lastSeen().isPresent());
    int before = bench.events(handle.workflowId()).size();
    for (int nudge = 1; nudge <= 2; nudge++) {
      handle.nudge();
      int expected = before + 10 * nudge;
      Bench.until(() -> bench.events(handle.workflowId()).size() >= expected);
    }
    assertThat(bench.events(handle.workflowId())).hasSize(before + 20);
    assertThat(bench.emulator().polls(bench.jobId()).total()).isEqualTo(3);
    handle.cancel();
  }

  @Test
  void oneSlotServesManyWaitsBecauseNoneIsHeldBetweenPolls() {
    List<String> ids = IntStream.range(0, 20).mapToObj(i -> bench.jobId() + i).toList();
    ids.forEach(id -> bench.emulator().add(JobScript.succeeding(PACKAGE, id, Bench.polls(41))));
    WorkerFactory factory =
        WorkerFactory.newInstance(
            bench.client(),
            WorkerFactoryOptions.newBuilder()
                .setPlugins(new MediaJobsPlugin(bench.config()))
                .build());
    factory.newWorker(
        bench.taskQueue(),
        WorkerOptions.newBuilder().setMaxConcurrentActivityExecutionSize(1).build());
    factory.start();
    List<JobHandle<JobOutcome<PackageJob>>> waits =
        ids.stream()
            .map(
                id ->
                    bench.jobs().await(PACKAGE, id).polling(Polling.fixed(Duration.ofMillis(300))))
            .map(it -> it.start())
            .toList();
    assertThat(waits).allSatisfy(it -> assertThat(it.result().succeeded()).isPresent());
    factory.shutdownNow();
  }

  @Test
  void aWorkerIsKilledBetweenPollsAndAnotherFinishesTheJob(DevServer.Running server)
      throws Exception {
    bench.emulator().add(JobScript.succeeding(PACKAGE, bench.jobId(), Bench.polls(6)));
    JobHandle<JobOutcome<PackageJob>> handle =
        bench
            .jobs()
            .await(PACKAGE, bench.jobId())
            .polling(Polling.fixed(Duration.ofMillis(1_500)))
            .start();
    Process first = bench.startWorkerProcess(server.target());
    Bench.until(() -> handle.describe().lastSeen().filter(it -> it.polls() >= 2).isPresent());
    first.destroyForcibly().waitFor();
    long atTheKill = bench.emulator().polls(bench.jobId()).total();
    bench.startWorkerProcess(server.target());
    JobOutcome<PackageJob> outcome = handle.result();
    assertThat(outcome.succeeded()).isPresent();
    assertThat(outcome.polls()).isGreaterThan((int) atTheKill);
    assertThat(bench.events(handle.workflowId()).size()).isBetween(11, 14);
  }

  @Test
  void describeShowsThePendingStatusWithoutAWorker() {
    bench
        .emulator()
        .add(
            JobScript.of(
                MEDIA_PRODUCING,
                bench.jobId(),
                new Phase(Duration.ZERO, "Processing", 40),
                new Phase(Duration.ofDays(1), "Success", 100)));
    JobHandle<?> handle = bench.jobs().await(MEDIA_PRODUCING, bench.jobId()).start();
    bench.startWorker();
    Bench.until(() -> handle.describe().lastSeen().isPresent());
    bench.stopWorker();
    WaitDescription wait = handle.describe();
    assertThat(wait.running()).isTrue();
    JobPending seen = wait.lastSeen().orElseThrow();
    assertThat(seen.status()).isEqualTo("Processing");
    assertThat(seen.progress()).isEqualTo(40);
    assertThat(seen.polls()).isEqualTo(1);
    assertThat(seen.nextPollAt()).isAfter(wait.startedAt());
    assertThat(wait.nextPollAt()).isPresent();
    handle.cancel();
  }

  @Test
  void twoWaitersShareOneRunAndAJoinerKeepsItsOwnDeadline() {
    bench.emulator().add(JobScript.succeeding(PACKAGE, bench.jobId(), Bench.polls(1_000)));
    bench.startWorker();
    JobHandle<JobOutcome<PackageJob>> first = bench.jobs().await(PACKAGE, bench.jobId()).start();
    Bench.until(() -> first.describe().lastSeen().isPresent());
    JobHandle<JobOutcome<PackageJob>> second =
        bench.jobs().await(PACKAGE, bench.jobId()).within(Duration.ofSeconds(1)).start();
    assertThat(second.describe().runId()).isEqualTo(first.describe().runId());
    JobOutcome.TimedOut<PackageJob> late = (JobOutcome.TimedOut<PackageJob>) second.result();
    assertThat(late.status()).isEqualTo("Init");
    assertThat(first.describe().running()).isTrue();
    first.cancel();
  }

  @Test
  void plainJsonByNameGivesTheContractsFields() throws Exception {
    bench
        .emulator()
        .add(
            JobScript.failing(
                PACKAGE, bench.jobId(), Bench.polls(3), "Bad.Input", "No such bucket"));
    bench.startWorker();
    WorkflowStub run =
        bench.start(
            "AwaitMediaJob",
            "by-name-" + bench.taskQueue(),
            json(
                """
                {"operation":"package","jobId":"%s","region":"cn-shanghai","deadline":"PT1M",
                 "polling":{"schedule":"fixed","first":"PT0.05S","floor":"PT0.05S"},"future":1}
                """
                    .formatted(bench.jobId())));
    JsonNode result = run.getResult(JsonNode.class);
    assertThat(result.path("outcome").asText()).isEqualTo("FAILED");
    assertThat(result.path("operation").asText()).isEqualTo("GetPackageJob");
    assertThat(result.path("jobId").asText()).isEqualTo(bench.jobId());
    assertThat(result.path("region").asText()).isEqualTo("cn-shanghai");
    assertThat(result.path("status").asText()).isEqualTo("Fail");
    assertThat(result.path("code").asText()).isEqualTo("Bad.Input");
    assertThat(result.path("message").asText()).isEqualTo("No such bucket");
    assertThat(result.path("polls").asInt()).isEqualTo(3);
    assertThat(Instant.parse(result.path("submittedAt").asText())).isNotNull();
    assertThat(Instant.parse(result.path("finishedAt").asText())).isNotNull();
    assertThat(result.at("/job/JobId").asText()).isEqualTo(bench.jobId());
    assertThat(result.toString()).doesNotContain("null");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"operation\":\"package\",\"jobId\":5}",
        "{\"operation\":\"package\",\"jobId\":\"x\",\"deadline\":\"soon\"}",
        "{\"operation\":\"nothing\",\"jobId\":\"x\"}",
        "{\"operation\":\"package\",\"jobId\":\"x\",\"until\":[\"Done\"]}",
        "[]",
        "\"text\""
      })
  void aWrongInputFailsAtOnceAndIsNamed(String input) throws Exception {
    bench.startWorker();
    for (String type : List.of("AwaitMediaJob", "MediaJobPipeline")) {
      WorkflowStub run =
          bench.start(type, type + bench.taskQueue() + input.hashCode(), json(input));
      assertThatThrownBy(() -> run.getResult(JsonNode.class))
          .isInstanceOf(WorkflowFailedException.class)
          .cause()
          .isInstanceOfSatisfying(
              ApplicationFailure.class,
              failure -> {
                assertThat(failure.getType()).isEqualTo("InvalidRequest");
                assertThat(failure.getOriginalMessage())
                    .matches("(jobId|deadline|operation|until|input): .+");
              });
    }
  }

  @Test
  void aMisspeltStepFailsAtItsTimeoutAndSpoilsNothing() {
    bench.emulator().add(JobScript.succeeding(PACKAGE, bench.jobId(), Bench.polls(1)));
    bench.startWorker();
    PipelineResult<PackageJob> result =
        bench
            .jobs()
            .await(PACKAGE, bench.jobId())
            .onSuccess(
                Step.activity("misspelt", "Publsih")
                    .onTaskQueue("nobody-listens-here")
                    .within(Duration.ofSeconds(1)))
            .run();
    assertThat(result.outcome().succeeded()).isPresent();
    assertThat(result.step("misspelt").orElseThrow().failure().type()).isEqualTo("Timeout");
  }

  /** Says that the next poll is due past the end of the wait. */
  public static final class Overshooting implements AwaitMediaJobActivity {
    @Override
    public Outcome await(RawValue attempt) {
      throw ApplicationFailure.newBuilder()
          .setType(FailureType.JOB_PENDING.wireName())
          .setMessage("pending")
          .setDetails(new JobPending("Init", null, 7, Instant.now()))
          .setNextRetryDelay(Duration.ofHours(1))
          .build();
    }
  }

  @Test
  void aDelayPastTheDeadlineIsATimeoutWithWhatWasLastSeen() {
    WorkerFactory factory = WorkerFactory.newInstance(bench.client());
    Worker worker = factory.newWorker(bench.taskQueue());
    worker.registerWorkflowImplementationFactory(
        AwaitMediaJobWorkflow.class, () -> new AwaitMediaJob(Catalogue.standard(), "cn-shanghai"));
    worker.registerActivitiesImplementations(new Overshooting());
    factory.start();
    Outcome outcome =
        bench
            .jobs()
            .await(PACKAGE, bench.jobId())
            .within(Duration.ofSeconds(2))
            .startUntyped()
            .result();
    assertThat(outcome.outcome()).isEqualTo(OutcomeKind.TIMED_OUT);
    assertThat(outcome.status()).isEqualTo("Init");
    assertThat(outcome.polls()).isEqualTo(7);
    factory.shutdownNow();
  }

  @Test
  @Timeout(300)
  void aDeadlineThatNoWorkerIsThereForIsATimeoutWithWhatWasLastSeen() {
    bench.emulator().add(JobScript.succeeding(PACKAGE, bench.jobId(), Bench.polls(1_000)));
    bench.startWorker();
    JobHandle<Outcome> handle =
        bench
            .jobs()
            .await(PACKAGE, bench.jobId())
            .within(Duration.ofSeconds(5))
            .polling(Polling.fixed(Duration.ofMillis(700)))
            .startUntyped();
    Bench.until(() -> handle.describe().lastSeen().isPresent());
    bench.stopWorker();
    Bench.until(
        () ->
            bench
                .eventTypes(handle.workflowId())
                .contains(EventType.EVENT_TYPE_ACTIVITY_TASK_TIMED_OUT));
    bench.startWorker();
    Outcome outcome = handle.result();
    assertThat(outcome.outcome()).isEqualTo(OutcomeKind.TIMED_OUT);
    assertThat(outcome.status()).isEqualTo("Init");
    assertThat(outcome.polls()).isPositive();
  }

  private int attempts(JobHandle<?> handle) {
    return bench.events(handle.workflowId()).stream()
        .filter(it -> it.getEventType() == EventType.EVENT_TYPE_ACTIVITY_TASK_STARTED)
        .mapToInt(it -> it.getActivityTaskStartedEventAttributes().getAttempt())
        .sum();
  }

  private static JsonNode json(String text) throws Exception {
    return Json.read(text.getBytes(StandardCharsets.UTF_8));
  }
}
