package io.github.mediajobs.worker;

import static io.github.mediajobs.operation.Operations.MEDIA_PRODUCING;
import static io.github.mediajobs.operation.Operations.PACKAGE;
import static io.github.mediajobs.worker.Pollings.EVERY_MINUTE;
import static io.github.mediajobs.worker.Pollings.NEVER_AGAIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mediajobs.client.JobHandle;
import io.github.mediajobs.emulator.fault.Fault;
import io.github.mediajobs.emulator.job.JobScript;
import io.github.mediajobs.emulator.job.Phase;
import io.github.mediajobs.failure.JobStateUnknownException;
import io.github.mediajobs.job.MediaProducingJob;
import io.github.mediajobs.job.PackageJob;
import io.github.mediajobs.outcome.JobOutcome;
import io.github.mediajobs.outcome.OutcomeKind;
import io.github.mediajobs.wire.Outcome;
import io.github.mediajobs.wire.Progress;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowStub;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;

/** What a wait that is under way takes: events, a cancellation, joiners, questions. */
@CachedAndReplayed
@TestInstance(Lifecycle.PER_CLASS)
class AwaitEventTest {
  @Parameter private int cachedWorkflows;
  private Engine engine;
  private String jobId;

  @BeforeParameterizedClassInvocation
  void start() {
    engine = new Engine(cachedWorkflows);
  }

  @BeforeEach
  void anotherJob() {
    jobId = engine.newJobId();
  }

  @AfterParameterizedClassInvocation
  void stop() {
    engine.close();
  }

  @Test
  void aCancelledWaitEndsAtOnceAndLeavesTheJobAlone() {
    engine.emulator().add(JobScript.succeeding(PACKAGE, jobId, Duration.ofHours(3)));
    JobHandle<JobOutcome<PackageJob>> handle =
        engine.client().await(PACKAGE, jobId).polling(EVERY_MINUTE).start();
    engine.temporal().sleep(Duration.ofSeconds(90));
    handle.cancel();
    assertThatThrownBy(handle::result)
        .isInstanceOfSatisfying(
            JobStateUnknownException.class, it -> assertThat(it.type()).isEqualTo("Canceled"));
    engine.temporal().sleep(Duration.ofMinutes(10));
    assertThat(engine.emulator().polls(jobId).total()).isEqualTo(2);
  }

  @Test
  void anEventEndsTheWaitOfAJobThatHasEnded() {
    engine.emulator().add(JobScript.succeeding(PACKAGE, jobId, Duration.ofMinutes(5)));
    JobHandle<Outcome> handle =
        engine.client().await(PACKAGE, jobId).polling(NEVER_AGAIN).startUntyped();
    Instant start = engine.now();
    engine.temporal().sleep(Duration.ofMinutes(1));
    handle.nudge();
    engine.temporal().sleep(Duration.ofMinutes(5));
    handle.nudge();
    Outcome outcome = handle.result();
    assertThat(outcome.outcome()).isEqualTo(OutcomeKind.SUCCEEDED);
    assertThat(outcome.polls()).isEqualTo(2);
    assertThat(engine.lastPoll(start, jobId)).isLessThan(Duration.ofMinutes(10));
    assertThat(engine.emulator().polls(jobId).total()).isEqualTo(3);
  }

  @Test
  void anEventEndsTheWaitOfAJobThatHasFailed() {
    engine
        .emulator()
        .add(JobScript.failing(PACKAGE, jobId, Duration.ofMinutes(1), "InvalidFile", "no video"));
    JobHandle<Outcome> handle =
        engine.client().await(PACKAGE, jobId).polling(NEVER_AGAIN).startUntyped();
    engine.temporal().sleep(Duration.ofMinutes(2));
    handle.nudge();
    assertThat(handle.result().outcome()).isEqualTo(OutcomeKind.FAILED);
    assertThat(engine.emulator().polls(jobId).total()).isEqualTo(2);
  }

  @Test
  void anEventThatComesWhileTheJobIsReadMakesOneReadMore() {
    engine.emulator().add(JobScript.succeeding(PACKAGE, jobId, Duration.ofDays(1)));
    JobHandle<Outcome> handle =
        engine.client().await(PACKAGE, jobId).polling(NEVER_AGAIN).startUntyped();
    Instant start = engine.now();
    engine.temporal().sleep(Duration.ofMinutes(1));
    engine.emulator().fault(Fault.delay(Duration.ofMillis(500)).on(PACKAGE));
    handle.nudge();
    engine.untilRead(jobId, 2);
    // The answer under way says that the job goes on; the next one says that it has ended.
    engine.emulator().add(JobScript.succeeding(PACKAGE, jobId, Duration.ZERO));
    handle.nudge();
    handle.nudge();
    assertThat(handle.result())
        .extracting(Outcome::outcome, Outcome::polls)
        .containsExactly(OutcomeKind.SUCCEEDED, 2);
    assertThat(engine.lastPoll(start, jobId)).isLessThan(Duration.ofMinutes(10));
    assertThat(engine.emulator().polls(jobId).total()).isEqualTo(3);
  }

  @Test
  void anEventThatTellsNothingNewLeavesTheScheduleAlone() {
    engine.emulator().add(JobScript.succeeding(PACKAGE, jobId, Duration.ofSeconds(150)));
    JobHandle<Outcome> handle =
        engine.client().await(PACKAGE, jobId).polling(EVERY_MINUTE).startUntyped();
    Instant start = engine.now();
    engine.temporal().sleep(Duration.ofSeconds(30));
    handle.nudge();
    assertThat(handle.result().polls()).isEqualTo(4);
    assertThat(engine.pollsSince(start, jobId).stream().map(at -> Math.round(at / 15) * 15))
        .containsExactly(0L, 30L, 60L, 120L, 180L);
  }

  @Test
  void eventsPastTwoHundredAreIgnoredAndTheWaitGoesOn() {
    engine.emulator().add(JobScript.succeeding(PACKAGE, jobId, Duration.ofDays(1)));
    JobHandle<Outcome> handle =
        engine
            .client()
            .await(PACKAGE, jobId)
            .within(Duration.ofDays(8))
            .polling(NEVER_AGAIN)
            .startUntyped();
    for (int event = 0; event < 205; event++) {
      engine.temporal().sleep(Duration.ofSeconds(10));
      handle.nudge();
    }
    engine.temporal().sleep(Duration.ofHours(1));
    assertThat(engine.emulator().polls(jobId).total()).isEqualTo(201);
    assertThat(handle.result().outcome()).isEqualTo(OutcomeKind.SUCCEEDED);
  }

  @Test
  void waitersOnOneJobShareOneRun() {
    engine.emulator().add(JobScript.succeeding(PACKAGE, jobId, Duration.ofMinutes(3)));
    List<JobHandle<JobOutcome<PackageJob>>> waiters =
        Stream.generate(() -> engine.client().await(PACKAGE, jobId).polling(EVERY_MINUTE).start())
            .limit(5)
            .toList();
    List<CompletableFuture<JobOutcome<PackageJob>>> futures =
        waiters.stream().map(JobHandle::async).toList();
    assertThat(waiters).allSatisfy(it -> assertThat(it.result().succeeded()).isPresent());
    assertThat(futures).allSatisfy(it -> assertThat(it.join().succeeded()).isPresent());
    assertThat(engine.emulator().polls(jobId).total()).isEqualTo(4);
  }

  @Test
  void aPendingWaitCanBeLookedAtWithoutAWorker() {
    engine
        .emulator()
        .add(
            JobScript.of(
                MEDIA_PRODUCING,
                jobId,
                new Phase(Duration.ZERO, "Processing", 40),
                new Phase(Duration.ofHours(9), "Success", 100)));
    JobHandle<JobOutcome<MediaProducingJob>> handle =
        engine.client().await(MEDIA_PRODUCING, jobId).polling(EVERY_MINUTE).start();
    engine.temporal().sleep(Duration.ofSeconds(30));
    assertThat(handle.describe())
        .satisfies(it -> assertThat(it.running()).isTrue())
        .satisfies(it -> assertThat(it.problem()).isEmpty())
        .satisfies(it -> assertThat(it.lastSeen().orElseThrow().status()).isEqualTo("Processing"))
        .satisfies(it -> assertThat(it.lastSeen().orElseThrow().progress()).isBetween(40, 41))
        .satisfies(it -> assertThat(it.nextPollAt()).isPresent());
    handle.cancel();
  }

  @Test
  void whatTheUiShowsAndProgressTellsFollowTheWait() {
    engine.emulator().add(JobScript.succeeding(PACKAGE, jobId, Duration.ofMinutes(5)));
    JobHandle<Outcome> handle = engine.client().await(PACKAGE, jobId).startUntyped();
    WorkflowStub run = engine.running(handle.workflowId());
    engine.temporal().sleep(Duration.ofSeconds(30));
    assertThat(engine.details(handle.workflowId()))
        .startsWith("Waiting for **GetPackageJob** `" + jobId);
    assertThat(run.query("progress", Progress.class))
        .extracting(Progress::phase, Progress::jobId, Progress::outcome)
        .containsExactly(Progress.Phase.WAITING, jobId, null);
    Outcome outcome = handle.result();
    assertThat(engine.details(handle.workflowId()))
        .startsWith("**SUCCEEDED**: **GetPackageJob** `" + jobId);
    assertThat(run.query("progress", Progress.class))
        .extracting(Progress::phase, Progress::jobId, Progress::outcome)
        .containsExactly(Progress.Phase.DONE, jobId, outcome);
  }

  @Test
  void anEventBeforeTheStartIsForgotten() {
    engine.emulator().add(JobScript.succeeding(PACKAGE, jobId, Duration.ofMinutes(5)));
    WorkflowStub run = engine.stub("AwaitMediaJob", "early-" + jobId);
    run.signalWithStart(
        "jobEvent",
        new Object[] {Map.of()},
        new Object[] {Map.of("operation", "package", "jobId", jobId)});
    assertThat(run.getResult(Outcome.class).outcome()).isEqualTo(OutcomeKind.SUCCEEDED);
  }

  @Test
  void aWaitThatIsRefusedHasNoProgress() {
    WorkflowStub run = engine.start("AwaitMediaJob", "wrong-" + jobId, Map.of());
    assertThatThrownBy(() -> run.getResult(Outcome.class))
        .isInstanceOf(WorkflowFailedException.class);
    assertThat(run.query("progress", Progress.class)).isEqualTo(Progress.beforeStart());
  }
}
