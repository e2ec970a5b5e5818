package io.github.mediajobs.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mediajobs.json.Json;
import io.github.mediajobs.operation.Catalogue;
import io.github.mediajobs.outcome.OutcomeKind;
import io.github.mediajobs.wire.AwaitMediaJobsActivity;
import io.github.mediajobs.wire.AwaitMediaJobsWorkflow;
import io.github.mediajobs.wire.BatchCarried;
import io.github.mediajobs.wire.BatchPage;
import io.github.mediajobs.wire.BatchProgress;
import io.github.mediajobs.wire.BatchResult;
import io.github.mediajobs.wire.BatchShift;
import io.github.mediajobs.wire.EndedJobs;
import io.github.mediajobs.wire.JobEnd;
import io.github.mediajobs.wire.Outcome;
import io.github.mediajobs.wire.Progress.Phase;
import io.github.mediajobs.wire.StepStatus;
import io.github.mediajobs.wire.WireInput;
import io.temporal.activity.Activity;
import io.temporal.activity.DynamicActivity;
import io.temporal.api.sdk.v1.WorkflowMetadata;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.common.converter.EncodedValues;
import io.temporal.common.converter.RawValue;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.Worker;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A batch's run beside an activity that the test plays; every task is replayed. */
@Timeout(60)
class AwaitMediaJobsTest {
  private static final String QUEUE = "batches";
  private static final Duration LATER = Duration.ofMinutes(30);
  private static final Duration NEVER = Duration.ofDays(1000);

  private final Shifts shifts = new Shifts();
  private final Steps steps = new Steps();
  private volatile long longHistory = Long.MAX_VALUE;
  private TestWorkflowEnvironment temporal;

  /** Plays the shifts of all runs. */
  private static final class Shifts implements AwaitMediaJobsActivity {
    private final Queue<BatchShift> seen = new ConcurrentLinkedQueue<>();
    private volatile Function<BatchShift, EndedJobs> plays;

    @Override
    public EndedJobs shift(RawValue argument) {
      BatchShift shift = WireInput.read(argument, BatchShift::read);
      seen.add(shift);
      return plays.apply(shift);
    }
  }

  /** A step fails at its first attempt, and works half an hour later. */
  private static final class Steps implements DynamicActivity {
    private final Queue<String> keys = new ConcurrentLinkedQueue<>();

    @Override
    public Object execute(EncodedValues arguments) {
      keys.add(arguments.get(0, JsonNode.class).path("idempotencyKey").asText());
      if (Activity.getExecutionContext().getInfo().getAttempt() == 1) {
        throw later("Busy", LATER);
      }
      return null;
    }
  }

  @BeforeEach
  void start() {
    temporal = Replayed.environment();
    Worker worker = temporal.newWorker(QUEUE);
    worker.registerWorkflowImplementationFactory(
        AwaitMediaJobsWorkflow.class,
        () ->
            new AwaitMediaJobs(
                Catalogue.standard(),
                "cn-shanghai",
                () -> Workflow.getInfo().getHistoryLength() > longHistory));
    worker.registerActivitiesImplementations(shifts, steps);
    temporal.start();
  }

  @AfterEach
  void stop() {
    temporal.close();
  }

  @Test
  void eachJobEndsOnceAsItWasFirstTold() {
    shifts.plays =
        shift -> {
          signal(ended(1, OutcomeKind.FAILED));
          signal(ended(1, OutcomeKind.SUCCEEDED));
          signal(ended(-1, OutcomeKind.SUCCEEDED));
          signal(ended(2, OutcomeKind.SUCCEEDED));
          signal("no ends at all");
          return ended(0, OutcomeKind.SUCCEEDED);
        };
    WorkflowStub run = run(request(2));
    BatchResult result = run.getResult(BatchResult.class);
    assertThat(result.outcomes())
        .extracting(it -> it.reference().jobId())
        .containsExactly("0", "1");
    assertThat(kinds(result)).containsExactly(OutcomeKind.SUCCEEDED, OutcomeKind.FAILED);
    assertThat(result.outcomes().get(0).reference().region()).isEqualTo("cn-shanghai");
    assertThat(result.truncated()).isNull();
    assertThat(page(run, 0)).containsExactly("1", "0");
    assertThat(page(run, 1)).containsExactly("0");
    assertThatThrownBy(() -> run.query("outcomes", BatchPage.class, Map.of("from", -1)))
        .hasStackTraceContaining("from: expected a whole number of at least 0");
  }

  @Test
  void endsThatComeBeforeTheStartCount() {
    shifts.plays = shift -> ended(0, OutcomeKind.SUCCEEDED);
    WorkflowStub run = stub();
    run.signalWithStart(
        "jobsEnded", new Object[] {ended(1, OutcomeKind.FAILED)}, new Object[] {request(2)});
    assertThat(kinds(run.getResult(BatchResult.class)))
        .containsExactly(OutcomeKind.SUCCEEDED, OutcomeKind.FAILED);
  }

  @Test
  void aRunThatContinuesAnotherGoesOnWithWhatIsOpenAndHearsNoEndTwice() {
    shifts.plays =
        shift -> {
          signal(ended(1, OutcomeKind.SUCCEEDED));
          return ended(0, OutcomeKind.SUCCEEDED);
        };
    Instant began = now().minus(Duration.ofHours(2));
    BatchResult done =
        new BatchResult(ended(1, OutcomeKind.FAILED).ends(), List.of("statusMessage"));
    WorkflowStub run = run(request(2), new BatchCarried(began, List.of(1), done));
    BatchResult result = run.getResult(BatchResult.class);
    assertThat(kinds(result)).containsExactly(OutcomeKind.SUCCEEDED, OutcomeKind.FAILED);
    assertThat(result.truncated()).containsExactly("statusMessage");
    assertThat(page(run, 0)).containsExactly("1", "0");
    assertThat(shifts.seen)
        .singleElement()
        .satisfies(it -> assertThat(it.startedAt()).isEqualTo(began))
        .satisfies(it -> assertThat(it.deadlineAt()).isEqualTo(began.plus(Duration.ofDays(1))))
        .satisfies(it -> assertThat(it.endedBits().stream()).containsExactly(1));
  }

  @Test
  void aRunThatContinuesAnotherWithNothingOpenPollsNothing() {
    BatchCarried carried =
        new BatchCarried(
            now(), List.of(0), new BatchResult(ended(0, OutcomeKind.FAILED).ends(), null));
    assertThat(kinds(run(request(1), carried).getResult(BatchResult.class)))
        .containsExactly(OutcomeKind.FAILED);
    assertThat(shifts.seen).isEmpty();
  }

  @Test
  void whatPollingCouldNotFindOutIsNotClaimedAndHasNoSteps() {
    shifts.plays =
        shift -> {
          signal(ended(1, OutcomeKind.TIMED_OUT));
          throw later("no shift today", NEVER);
        };
    WorkflowStub run = run(with(request(3), "onFailure", List.of(step("alert"))));
    BatchResult result = run.getResult(BatchResult.class);
    assertThat(result.outcomes().get(1).kind()).contains(OutcomeKind.TIMED_OUT);
    assertThat(List.of(result.outcomes().get(0), result.outcomes().get(2)))
        .allSatisfy(it -> assertThat(it.kind()).isEmpty())
        .allSatisfy(it -> assertThat(it.steps()).isNull())
        .allSatisfy(it -> assertThat(it.failure().type()).isEqualTo("ServiceUnavailable"))
        .allSatisfy(
            it ->
                assertThat(it.failure().message())
                    .contains(shifts.seen.element().deadlineAt().toString(), "no shift today"));
    assertThat(steps.keys).isNotEmpty().allMatch(it -> it.endsWith("/GetPackageJob/1/alert"));
    assertThat(run.query("progress", BatchProgress.class))
        .extracting(BatchProgress::phase, BatchProgress::done, BatchProgress::outcomes)
        .containsExactly(Phase.DONE, 3, Map.of(OutcomeKind.TIMED_OUT, 1));
  }

  @Test
  void anEndThatIsToldAfterPollingGaveTheJobUpComesTooLate() {
    shifts.plays =
        shift -> {
          signal(ended(1, OutcomeKind.FAILED));
          throw later("no shift today", NEVER);
        };
    WorkflowStub run = run(with(request(2), "onFailure", List.of(step("alert"))));
    temporal.sleep(Duration.ofMinutes(1));
    run.signal("jobsEnded", ended(0, OutcomeKind.SUCCEEDED));
    temporal.sleep(Duration.ofMinutes(1));
    assertThat(details(run))
        .contains("1 of 2 jobs are done", "- not found out 1", "1 more have ended")
        .doesNotContain("The others are awaited");
    BatchResult result = run.getResult(BatchResult.class);
    assertThat(result.outcomes().get(0).kind()).isEmpty();
    assertThat(result.outcomes().get(1).kind()).contains(OutcomeKind.FAILED);
    assertThat(page(run, 0)).containsExactly("0", "1");
  }

  @Test
  void aRefusedShiftFailsTheRun() {
    shifts.plays =
        shift -> {
          throw ApplicationFailure.newNonRetryableFailure("jobIds: none", "InvalidRequest");
        };
    WorkflowStub run = run(request(1));
    assertThatThrownBy(() -> run.getResult(BatchResult.class))
        .isInstanceOf(WorkflowFailedException.class)
        .cause()
        .isInstanceOfSatisfying(
            ApplicationFailure.class, it -> assertThat(it.getType()).isEqualTo("InvalidRequest"));
  }

  @Test
  void aCancelledRunClaimsNothing() {
    shifts.plays =
        shift -> {
          throw later("nothing is due", LATER);
        };
    WorkflowStub run = run(request(1));
    temporal.sleep(Duration.ofMinutes(1));
    run.cancel();
    assertThatThrownBy(() -> run.getResult(BatchResult.class))
        .isInstanceOf(WorkflowFailedException.class)
        .hasCauseInstanceOf(CanceledFailure.class);
  }

  @Test
  void theDeadlineIsTheRequestsOwn() {
    shifts.plays = shift -> ended(0, OutcomeKind.SUCCEEDED);
    run(with(request(1), "deadline", "PT3H")).getResult(BatchResult.class);
    assertThat(shifts.seen)
        .singleElement()
        .satisfies(
            it ->
                assertThat(Duration.between(it.startedAt(), it.deadlineAt()))
                    .isEqualTo(Duration.ofHours(3)))
        .satisfies(it -> assertThat(it.ended()).isNull());
  }

  @Test
  void jobObjectsAreInTheResultOnlyWhenAskedFor() {
    shifts.plays = shift -> new EndedJobs(List.of(0), List.of(withJob()));
    assertThat(run(request(1)).getResult(BatchResult.class).outcomes().get(0).outcome().job())
        .isNull();
    assertThat(
            run(with(request(1), "includeJobs", true))
                .getResult(BatchResult.class)
                .outcomes()
                .get(0)
                .outcome()
                .job()
                .path("JobId")
                .asText())
        .isEqualTo("0");
  }

  @Test
  void stepsRunTwoHundredAtOnceAndAJobIsDoneWhenItsStepsAre() {
    int jobs = 11;
    shifts.plays =
        shift ->
            new EndedJobs(
                IntStream.range(0, jobs).boxed().toList(),
                IntStream.range(0, jobs).mapToObj(it -> end(OutcomeKind.SUCCEEDED)).toList());
    List<Map<String, String>> twenty =
        IntStream.range(0, 20).mapToObj(it -> step("step" + it)).toList();
    WorkflowStub run = run(with(request(jobs), "onSuccess", twenty));
    temporal.sleep(Duration.ofMinutes(1));
    assertThat(steps.keys).hasSize(200).doesNotHaveDuplicates();
    assertThat(details(run))
        .contains("0 of 11 jobs are done", "11 more have ended, and their steps go on");
    assertThat(run.query("progress", BatchProgress.class))
        .extracting(BatchProgress::phase, BatchProgress::jobs, BatchProgress::done)
        .containsExactly(Phase.STEPS, jobs, 0);
    BatchResult result = run.getResult(BatchResult.class);
    assertThat(steps.keys).hasSize(2 * 20 * jobs);
    assertThat(result.outcomes())
        .allSatisfy(it -> assertThat(it.steps()).hasSize(20))
        .allSatisfy(it -> assertThat(it.steps()).allMatch(s -> s.status() == StepStatus.COMPLETED));
    assertThat(details(run)).contains("11 of 11 jobs are done", "- SUCCEEDED 11");
  }

  @Test
  void aLongHistoryIsContinuedOnceTheStepsUnderWayHaveEnded() {
    int jobs = 11;
    longHistory = 100;
    shifts.plays =
        shift -> {
          if (shift.ended() != null) {
            return ended(10, OutcomeKind.SUCCEEDED);
          }
          IntStream.range(0, jobs).forEach(it -> signal(ended(it, OutcomeKind.SUCCEEDED)));
          throw later("the rest is not due", LATER);
        };
    List<Map<String, String>> twenty =
        IntStream.range(0, 20).mapToObj(it -> step("step" + it)).toList();
    WorkflowStub run = run(with(request(jobs), "onSuccess", twenty));
    BatchResult result = run.getResult(BatchResult.class);
    assertThat(result.outcomes()).extracting(it -> it.reference().jobId()).hasSize(jobs);
    assertThat(result.outcomes()).allSatisfy(it -> assertThat(it.steps()).hasSize(20));
    assertThat(steps.keys).hasSize(2 * 20 * jobs);
    assertThat(shifts.seen).hasSize(2);
    assertThat(shifts.seen)
        .extracting(it -> it.endedBits().cardinality())
        .containsExactly(0, jobs - 1);
    assertThat(shifts.seen.stream().map(BatchShift::startedAt).distinct()).hasSize(1);
  }

  @Test
  void withoutStepsNoHistoryIsLong() {
    longHistory = 0;
    shifts.plays = shift -> ended(0, OutcomeKind.SUCCEEDED);
    assertThat(kinds(run(request(1)).getResult(BatchResult.class)))
        .containsExactly(OutcomeKind.SUCCEEDED);
    assertThat(shifts.seen).hasSize(1);
  }

  @Test
  void whatDoesNotFitTheResultIsLeftOutAndNamed() {
    String message = "x".repeat(300_000);
    JobEnd large =
        JobEnd.of(
            new Outcome(
                OutcomeKind.FAILED,
                null,
                null,
                null,
                "Fail",
                null,
                null,
                message,
                1,
                null,
                null,
                null));
    shifts.plays = shift -> new EndedJobs(List.of(0, 1), List.of(large, large));
    BatchResult result = run(request(2)).getResult(BatchResult.class);
    assertThat(result.truncated()).contains("message");
    assertThat(kinds(result)).hasSize(2);
  }

  @Test
  void aRunThatIsRefusedHasNoProgress() {
    WorkflowStub run = run(Map.of("operation", "package"));
    assertThatThrownBy(() -> run.getResult(BatchResult.class))
        .isInstanceOf(WorkflowFailedException.class);
    assertThat(run.query("progress", BatchProgress.class))
        .isEqualTo(new BatchProgress(Phase.WAITING, 0, 0, Map.of(), null));
    assertThat(page(run, 0)).isEmpty();
  }

  private static ApplicationFailure later(String message, Duration delay) {
    return ApplicationFailure.newBuilder()
        .setMessage(message)
        .setType("Busy")
        .setNextRetryDelay(delay)
        .build();
  }

  private static void signal(Object argument) {
    var context = Activity.getExecutionContext();
    context
        .getWorkflowClient()
        .newUntypedWorkflowStub(context.getInfo().getWorkflowId())
        .signal("jobsEnded", argument);
  }

  private static EndedJobs ended(int job, OutcomeKind kind) {
    return new EndedJobs(List.of(job), List.of(end(kind)));
  }

  private static JobEnd end(OutcomeKind kind) {
    return JobEnd.of(
        new Outcome(kind, null, null, null, "Status", null, null, null, 1, null, null, null));
  }

  private static JobEnd withJob() {
    return end(OutcomeKind.SUCCEEDED).withJob(Json.tree(Map.of("JobId", "0")), null);
  }

  private static Map<String, Object> request(int jobs) {
    return Map.of(
        "operation",
        "package",
        "jobIds",
        IntStream.range(0, jobs).mapToObj(Integer::toString).toList());
  }

  private static Map<String, Object> with(Map<String, Object> request, String field, Object value) {
    Map<String, Object> more = new HashMap<>(request);
    more.put(field, value);
    return more;
  }

  private static Map<String, String> step(String name) {
    return Map.of("name", name, "activity", "Any");
  }

  private WorkflowStub stub() {
    return temporal
        .getWorkflowClient()
        .newUntypedWorkflowStub(
            AwaitMediaJobsWorkflow.TYPE, WorkflowOptions.newBuilder().setTaskQueue(QUEUE).build());
  }

  private WorkflowStub run(Object... arguments) {
    WorkflowStub run = stub();
    run.start(arguments);
    return run;
  }

  private Instant now() {
    return Instant.ofEpochMilli(temporal.currentTimeMillis());
  }

  private static List<String> page(WorkflowStub run, int from) {
    return run.query("outcomes", BatchPage.class, Map.of("from", from)).outcomes().stream()
        .map(it -> it.reference().jobId())
        .toList();
  }

  private static List<OutcomeKind> kinds(BatchResult result) {
    return result.outcomes().stream().map(it -> it.kind().orElseThrow()).toList();
  }

  private static String details(WorkflowStub run) {
    return run.query("__temporal_workflow_metadata", WorkflowMetadata.class).getCurrentDetails();
  }
}
