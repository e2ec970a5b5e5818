package io.github.mediajobs.worker;

import static io.github.mediajobs.operation.Operations.PACKAGE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mediajobs.activity.JobShifts;
import io.github.mediajobs.activity.RunningShifts;
import io.github.mediajobs.api.ApiConfig;
import io.github.mediajobs.api.ApiCredentials;
import io.github.mediajobs.api.MediaApi;
import io.github.mediajobs.emulator.Emulator;
import io.github.mediajobs.emulator.EmulatorOptions;
import io.github.mediajobs.emulator.job.JobScript;
import io.github.mediajobs.learning.Learner;
import io.github.mediajobs.operation.Catalogue;
import io.github.mediajobs.outcome.OutcomeKind;
import io.github.mediajobs.shift.OpenJobs;
import io.github.mediajobs.shift.PackedJobs;
import io.github.mediajobs.shift.ShiftState;
import io.github.mediajobs.wire.AwaitMediaJobsActivity;
import io.github.mediajobs.wire.AwaitMediaJobsWorkflow;
import io.github.mediajobs.wire.EndedJobs;
import io.github.mediajobs.wire.JobEnd;
import io.github.mediajobs.wire.Outcome;
import io.github.mediajobs.workflow.AwaitMediaJobs;
import io.temporal.activity.Activity;
import io.temporal.activity.ActivityExecutionContext;
import io.temporal.client.WorkflowOptions;
import io.temporal.common.converter.RawValue;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.Worker;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A shift that dies is followed by one that goes on from its last heartbeat. */
@Timeout(60)
class ShiftCrashTest {
  private static final String QUEUE = "crashes";
  private static final List<String> IDS = List.of("told", "untold", "due", "later");
  private static final Duration LATER = Duration.ofMinutes(10);

  private TestWorkflowEnvironment temporal;
  private Emulator emulator;
  private MediaApi api;
  private JobShifts shifts;

  /** The first attempt does what the test says, and dies. */
  private record Dying(JobShifts shifts, Consumer<ActivityExecutionContext> first)
      implements AwaitMediaJobsActivity {
    @Override
    public EndedJobs shift(RawValue argument) {
      ActivityExecutionContext context = Activity.getExecutionContext();
      if (context.getInfo().getAttempt() == 1) {
        first.accept(context);
        throw new IllegalStateException("killed");
      }
      return shifts.shift(argument);
    }
  }

  @BeforeEach
  void start() {
    temporal = TestWorkflowEnvironment.newInstance();
    InstantSource clock = () -> Instant.ofEpochMilli(temporal.currentTimeMillis());
    emulator = Emulator.start(EmulatorOptions.defaults().withClock(clock));
    IDS.forEach(it -> emulator.add(JobScript.succeeding(PACKAGE, it, Duration.ZERO)));
    ApiCredentials key = new ApiCredentials("emulator", "emulator", null);
    ApiConfig config = ApiConfig.defaults().withEndpoint(PACKAGE.service(), emulator.url());
    api = new MediaApi(config, () -> key, clock);
    shifts =
        new JobShifts(
            api, Catalogue.standard(), clock, () -> 0.5, new Learner(clock), new RunningShifts());
  }

  @AfterEach
  void stop() {
    temporal.close();
    shifts.close();
    api.close();
    emulator.close();
  }

  @Test
  void noPollBeforeTheLastHeartbeatIsRepeated() {
    Instant start = Instant.ofEpochMilli(temporal.currentTimeMillis());
    List<JsonNode> outcomes =
        outcomes(
            context -> {
              tell(context, OutcomeKind.SUCCEEDED);
              context.heartbeat(
                  new ShiftState(
                      PackedJobs.pack(left(), new BitSet()),
                      1,
                      new EndedJobs(List.of(1), List.of(end(OutcomeKind.FAILED))),
                      null));
            });
    assertThat(outcomes)
        .extracting(it -> it.path("outcome").asText())
        .containsExactly("SUCCEEDED", "FAILED", "SUCCEEDED", "SUCCEEDED");
    assertThat(outcomes).extracting(it -> it.path("polls").asInt()).containsExactly(1, 1, 4, 3);
    assertThat(IDS).extracting(it -> emulator.polls(it).total()).containsExactly(0L, 0L, 1L, 1L);
    assertThat(emulator.polls("later").recent())
        .allSatisfy(it -> assertThat(it).isAfterOrEqualTo(start.plus(LATER)));
  }

  @Test
  void whatWasToldBeforeTheFirstHeartbeatIsPolledAgainAndStaysAsItWasTold() {
    List<JsonNode> outcomes = outcomes(context -> tell(context, OutcomeKind.FAILED));
    assertThat(outcomes)
        .extracting(it -> it.path("outcome").asText())
        .containsExactly("FAILED", "SUCCEEDED", "SUCCEEDED", "SUCCEEDED");
    assertThat(IDS).extracting(it -> emulator.polls(it).total()).containsOnly(1L);
  }

  @Test
  void detailsThatCannotBeReadCostAPollOfEachJob() {
    List<JsonNode> outcomes = outcomes(context -> context.heartbeat(List.of("of another kind")));
    assertThat(outcomes)
        .extracting(it -> it.path("outcome").asText())
        .containsOnly("SUCCEEDED")
        .hasSize(IDS.size());
    assertThat(IDS).extracting(it -> emulator.polls(it).total()).containsOnly(1L);
  }

  /** Two have ended, one was polled three times and is due, one twice and is due later. */
  private static OpenJobs left() {
    OpenJobs jobs = OpenJobs.all(IDS.size(), new BitSet(), 0);
    for (int job = 0; job < IDS.size(); job++) {
      jobs.take(0);
    }
    jobs.end(0);
    jobs.end(1);
    jobs.again(2, 0, 3, 0);
    jobs.again(3, LATER.toMillis(), 2, 0);
    return jobs;
  }

  private static void tell(ActivityExecutionContext context, OutcomeKind kind) {
    context
        .getWorkflowClient()
        .newUntypedWorkflowStub(context.getInfo().getWorkflowId())
        .signal(AwaitMediaJobsWorkflow.JOBS_ENDED, new EndedJobs(List.of(0), List.of(end(kind))));
  }

  private static JobEnd end(OutcomeKind kind) {
    return JobEnd.of(
        new Outcome(kind, null, null, null, "Status", null, null, null, 1, null, null, null));
  }

  private List<JsonNode> outcomes(Consumer<ActivityExecutionContext> first) {
    Worker worker = temporal.newWorker(QUEUE);
    worker.registerWorkflowImplementationFactory(
        AwaitMediaJobsWorkflow.class,
        () -> new AwaitMediaJobs(Catalogue.standard(), Engine.REGION));
    worker.registerActivitiesImplementations(new Dying(shifts, first));
    temporal.start();
    var run =
        temporal
            .getWorkflowClient()
            .newUntypedWorkflowStub(
                AwaitMediaJobsWorkflow.TYPE,
                WorkflowOptions.newBuilder().setTaskQueue(QUEUE).build());
    run.start(Map.of("operation", "package", "jobIds", IDS));
    return StreamSupport.stream(run.getResult(JsonNode.class).path("outcomes").spliterator(), false)
        .toList();
  }
}
