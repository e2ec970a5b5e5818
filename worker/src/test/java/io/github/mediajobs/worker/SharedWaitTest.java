package io.github.mediajobs.worker;

import static io.github.mediajobs.operation.Operations.PACKAGE;
import static io.github.mediajobs.worker.Pollings.NEVER_AGAIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mediajobs.client.WorkflowIds;
import io.github.mediajobs.emulator.fault.Fault;
import io.github.mediajobs.emulator.job.JobScript;
import io.github.mediajobs.job.PackageJob;
import io.github.mediajobs.operation.Catalogue;
import io.github.mediajobs.outcome.JobOutcome;
import io.github.mediajobs.outcome.OutcomeKind;
import io.github.mediajobs.wire.Outcome;
import io.github.mediajobs.wire.PipelineOutcome;
import io.github.mediajobs.wire.Polling;
import io.github.mediajobs.workflow.JobAwait;
import io.github.mediajobs.workflow.MediaJobs;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowStub;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.workflow.DynamicSignalHandler;
import io.temporal.workflow.Promise;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;

/** Workflows that share one wait; with cached workflows and with every task replayed. */
@CachedAndReplayed
@TestInstance(Lifecycle.PER_CLASS)
class SharedWaitTest {
  private static final String USERS_QUEUE = "users";
  private static final Polling EVERY_TEN_MINUTES = Polling.fixed(Duration.ofMinutes(10));

  /** An attempt that is cancelled under way makes the in-memory server's time stand still. */
  private static final Duration BETWEEN_POLLS = Duration.ofMinutes(5);

  /** A user's workflow. */
  @WorkflowInterface
  public interface Sharing {
    @WorkflowMethod
    String run(String what, String jobId, long hours);
  }

  /** Answers with the kinds of outcomes that it saw, and the signals that were its own. */
  public static final class SharingImpl implements Sharing {
    private final List<String> signals = new ArrayList<>();

    @Override
    public String run(String what, String jobId, long hours) {
      Duration deadline = Duration.ofHours(hours);
      return switch (what) {
        case "one" -> kind(wait(jobId, deadline).outcome());
        case "twice" ->
            kind(wait(jobId, deadline).outcome()) + " " + kind(wait(jobId, deadline).outcome());
        case "silent" -> {
          Workflow.sleep(deadline);
          yield "nothing";
        }
        default -> several(jobId, deadline);
      };
    }

    private String several(String jobId, Duration deadline) {
      Workflow.registerListener((DynamicSignalHandler) (name, arguments) -> signals.add(name));
      List<Promise<JobOutcome<PackageJob>>> all =
          List.of(
              wait(jobId, deadline).async(),
              wait(jobId, deadline).async(),
              wait(jobId + "-other", deadline).async());
      Promise.allOf(all).get();
      return all.stream().map(it -> kind(it.get())).toList() + " " + signals;
    }

    private static JobAwait<PackageJob> wait(String jobId, Duration deadline) {
      return MediaJobs.create()
          .await(PACKAGE, jobId)
          .polling(EVERY_TEN_MINUTES)
          .within(deadline)
          .shared();
    }

    private static String kind(JobOutcome<PackageJob> outcome) {
      return outcome.fold(it -> "succeeded", it -> "failed", it -> "timed out", it -> "not found");
    }
  }

  @Parameter private int cachedWorkflows;
  private Engine engine;
  private String jobId;

  @BeforeParameterizedClassInvocation
  void start() {
    engine =
        new Engine(
            cachedWorkflows,
            Catalogue.standard(),
            temporal ->
                temporal
                    .newWorker(USERS_QUEUE)
                    .registerWorkflowImplementationTypes(SharingImpl.class));
  }

  @AfterParameterizedClassInvocation
  void end() {
    engine.close();
  }

  @BeforeEach
  void newJob() {
    jobId = engine.newJobId();
    engine.emulator().clearFaults();
  }

  @Test
  void aHundredWorkflowsCostOnePollLoop() {
    endsAfter(Duration.ofMinutes(100));
    List<WorkflowStub> joiners = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      joiners.add(joiner("one", i, 6));
    }

    assertThat(joiners).allMatch(it -> it.getResult(String.class).equals("succeeded"));
    Outcome shared = run().getResult(Outcome.class);
    assertThat(shared.polls()).isBetween(10, 12);
    assertThat(engine.emulator().polls(jobId).total()).isEqualTo(shared.polls());
  }

  @Test
  void readyMadeWorkflowsShareTooWhoeverStartedTheRun() {
    endsAfter(Duration.ofMinutes(100));
    engine.client().await(PACKAGE, jobId).polling(EVERY_TEN_MINUTES).start();
    WorkflowStub wait = engine.start("AwaitMediaJob", "wait-" + jobId, shared("PT6H"));
    WorkflowStub pipeline = engine.start("MediaJobPipeline", "pipeline-" + jobId, shared("PT6H"));

    Outcome outcome = wait.getResult(Outcome.class);
    assertThat(outcome.outcome()).isEqualTo(OutcomeKind.SUCCEEDED);
    assertThat(outcome.job().at("/JobId").asText()).isEqualTo(jobId);
    assertThat(pipeline.getResult(PipelineOutcome.class).outcome()).isEqualTo(outcome);
    assertThat(engine.emulator().polls(jobId).total()).isEqualTo(outcome.polls());
  }

  @Test
  void aRunThatIsTheSharedOneItselfPolls() {
    endsAfter(Duration.ofMinutes(100));
    WorkflowStub self = engine.start("AwaitMediaJob", sharedId(), shared("PT6H"));

    assertThat(self.getResult(Outcome.class).outcome()).isEqualTo(OutcomeKind.SUCCEEDED);
  }

  @Test
  void aJobThatEndedBeforeIsReadOnceMore() {
    endsAfter(Duration.ofMinutes(100));
    assertThat(joiner("twice", 0, 6).getResult(String.class)).isEqualTo("succeeded succeeded");
    assertThat(run().getResult(Outcome.class).polls()).isEqualTo(1);
  }

  @Test
  void severalWaitsOfOneWorkflowLeaveItsOwnSignalsToIt() {
    endsAfter(Duration.ofMinutes(100));
    engine
        .emulator()
        .add(JobScript.failing(PACKAGE, jobId + "-other", Duration.ofMinutes(50), "Bad", "bad"));
    WorkflowStub workflow = joiner("several", 0, 6);
    workflow.signal("ofTheUser");

    assertThat(workflow.getResult(String.class))
        .isEqualTo("[succeeded, succeeded, failed] [ofTheUser]");
    assertThat(engine.emulator().polls(jobId).total()).isBetween(10L, 12L);
  }

  @Test
  void aJoinerKeepsItsOwnDeadlineAndTheRunGoesOn() {
    endsAfter(Duration.ofHours(5));
    engine.client().await(PACKAGE, jobId).polling(NEVER_AGAIN).within(Duration.ofHours(6)).start();

    assertThat(joiner("one", 0, 1).getResult(String.class)).isEqualTo("timed out");
    assertThat(run().getResult(Outcome.class).outcome()).isEqualTo(OutcomeKind.SUCCEEDED);
    // The run's first read, the joiner's last, the run's last.
    assertThat(engine.emulator().polls(jobId).total()).isEqualTo(3);
  }

  @Test
  void aJoinerWithALaterDeadlineGoesOnInARunOfItsOwn() {
    endsAfter(Duration.ofHours(5));
    WorkflowStub first = joiner("one", 0, 1);
    WorkflowStub second = joiner("one", 1, 6);

    assertThat(first.getResult(String.class)).isEqualTo("timed out");
    assertThat(second.getResult(String.class)).isEqualTo("succeeded");
  }

  @Test
  void whoeverCancelsTheRunCancelsForHimself() {
    endsAfter(Duration.ofHours(5));
    WorkflowStub joiner = joiner("one", 0, 6);
    engine.temporal().sleep(BETWEEN_POLLS);
    run().cancel();

    assertThat(joiner.getResult(String.class)).isEqualTo("succeeded");
  }

  @Test
  void aCancelledJoinerLeavesTheRunAlone() {
    endsAfter(Duration.ofHours(5));
    WorkflowStub joiner = engine.start("AwaitMediaJob", "wait-" + jobId, shared("PT6H"));
    engine.temporal().sleep(BETWEEN_POLLS);
    joiner.cancel();

    assertThatThrownBy(() -> joiner.getResult(Outcome.class))
        .isInstanceOf(WorkflowFailedException.class)
        .hasCauseInstanceOf(CanceledFailure.class);
    assertThat(run().getResult(Outcome.class).outcome()).isEqualTo(OutcomeKind.SUCCEEDED);
  }

  @Test
  void aRunThatEndsWithoutAnAnswerIsStartedAgain() {
    endsAfter(Duration.ofHours(5));
    engine.stub("Sharing", sharedId(), USERS_QUEUE).start("silent", jobId, 2L);

    assertThat(joiner("one", 0, 24).getResult(String.class)).isEqualTo("succeeded");
    assertThat(run().getResult(Outcome.class).outcome()).isEqualTo(OutcomeKind.SUCCEEDED);
  }

  @Test
  void whatTheRunCouldNotFindOutFailsItsJoinersToo() {
    engine.emulator().fault(Fault.error(403, "Forbidden.RAM", "no"));
    WorkflowStub joiner = joiner("one", 0, 6);

    assertThatThrownBy(() -> joiner.getResult(String.class))
        .isInstanceOf(WorkflowFailedException.class)
        .cause()
        .isInstanceOfSatisfying(
            ApplicationFailure.class,
            it -> {
              assertThat(it.getType()).isEqualTo("AccessDenied");
              assertThat(it.getOriginalMessage()).contains(jobId);
            });
  }

  @Test
  void aJoinThatIsNoneIsLeftOut() {
    endsAfter(Duration.ofMinutes(100));
    engine.client().await(PACKAGE, jobId).polling(EVERY_TEN_MINUTES).start();
    run().signal("join", 42);
    run().signal("join", Map.of("workflowId", "w"));
    run()
        .signal(
            "join",
            Map.of(
                "workflowId", "nobody",
                "runId", "00000000-0000-0000-0000-000000000000",
                "token", "1",
                "deadlineAt", "2030-01-01T00:00:00Z"));

    assertThat(run().getResult(Outcome.class).outcome()).isEqualTo(OutcomeKind.SUCCEEDED);
  }

  private void endsAfter(Duration length) {
    engine.emulator().add(JobScript.succeeding(PACKAGE, jobId, length));
  }

  private Map<String, Object> shared(String deadline) {
    return Map.of(
        "operation",
        "package",
        "jobId",
        jobId,
        "region",
        Engine.REGION,
        "deadline",
        deadline,
        "shared",
        true);
  }

  private WorkflowStub joiner(String what, int number, long hours) {
    WorkflowStub joiner = engine.stub("Sharing", "sharing-" + jobId + "-" + number, USERS_QUEUE);
    joiner.start(what, jobId, hours);
    return joiner;
  }

  private String sharedId() {
    return WorkflowIds.await(Engine.REGION, PACKAGE, jobId, null);
  }

  private WorkflowStub run() {
    return engine.running(sharedId());
  }
}
