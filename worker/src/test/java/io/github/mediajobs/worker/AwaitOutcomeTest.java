package io.github.mediajobs.worker;

import static io.github.mediajobs.operation.Operations.DYNAMIC_IMAGE;
import static io.github.mediajobs.operation.Operations.IPRODUCTION;
import static io.github.mediajobs.operation.Operations.LIVE_SNAPSHOT;
import static io.github.mediajobs.operation.Operations.MEDIA_PRODUCING;
import static io.github.mediajobs.operation.Operations.PACKAGE;
import static io.github.mediajobs.worker.Pollings.EVERY_MINUTE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mediajobs.emulator.job.JobScript;
import io.github.mediajobs.emulator.job.Phase;
import io.github.mediajobs.job.IProductionJob;
import io.github.mediajobs.job.MediaProducingJob;
import io.github.mediajobs.job.PackageJob;
import io.github.mediajobs.operation.Catalogue;
import io.github.mediajobs.operation.JobOperation;
import io.github.mediajobs.operation.JobState;
import io.github.mediajobs.outcome.JobOutcome;
import io.github.mediajobs.outcome.OutcomeKind;
import io.github.mediajobs.wire.Outcome;
import io.github.mediajobs.wire.Polling;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
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

/** What ends a wait, when, and as what; over skipped time. */
@CachedAndReplayed
@TestInstance(Lifecycle.PER_CLASS)
class AwaitOutcomeTest {
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

  static Stream<Arguments> operationsAndStatuses() {
    return Catalogue.standard().operations().stream()
        .flatMap(it -> it.statuses().keySet().stream().map(s -> Arguments.of(it.alias(), s)));
  }

  @Tag("catalogue")
  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("operationsAndStatuses")
  void everyStatusOfEveryOperationEndsTheWaitOrDoesNot(String alias, String status) {
    JobOperation<?> operation = Catalogue.standard().require(alias);
    engine.emulator().add(JobScript.of(operation, jobId, Phase.at(Duration.ZERO, status)));
    Outcome outcome = engine.await(operation, jobId, Duration.ofMinutes(10));
    assertThat(outcome.outcome()).isEqualTo(expected(operation, status));
    assertThat(outcome.status()).isEqualTo(status);
    assertThat(outcome.operation()).isEqualTo(operation.action());
    assertThat(outcome.jobId()).isEqualTo(jobId);
    assertThat(outcome.region()).isEqualTo("cn-shanghai");
    assertThat(outcome.job().path(operation.statusField()).asText()).isEqualTo(status);
    assertThat(outcome.polls())
        .isEqualTo((int) engine.emulator().polls(jobId).total())
        .matches(polls -> (polls == 1) == (outcome.outcome() != OutcomeKind.TIMED_OUT));
  }

  static OutcomeKind expected(JobOperation<?> operation, String status) {
    if (operation.awaited().contains(status)) {
      return OutcomeKind.SUCCEEDED;
    }
    return operation.stateOf(status) == JobState.FAILED
        ? OutcomeKind.FAILED
        : OutcomeKind.TIMED_OUT;
  }

  static Stream<JobOperation<?>> operations() {
    return Catalogue.standard().operations().stream();
  }

  @Tag("catalogue")
  @ParameterizedTest
  @MethodSource("operations")
  void aJobIsAwaitedThroughItsWholeLife(JobOperation<?> operation) {
    engine.emulator().add(JobScript.succeeding(operation, jobId, Duration.ofHours(3)));
    Instant start = engine.now();
    Outcome outcome = engine.await(operation, jobId, Duration.ofHours(6));
    assertThat(outcome.outcome()).isEqualTo(OutcomeKind.SUCCEEDED);
    assertThat(outcome.polls()).isGreaterThan(20);
    assertThat(engine.lastPoll(start, jobId))
        .isBetween(Duration.ofMinutes(90), Duration.ofHours(3).plusMinutes(6));
  }

  @Test
  void aFailedJobIsAValueWithItsCodeAndMessage() {
    engine
        .emulator()
        .add(
            JobScript.failing(
                PACKAGE, jobId, Duration.ofMinutes(2), "InvalidParameter", "Resource bad."));
    JobOutcome<PackageJob> outcome = engine.client().await(PACKAGE, jobId).outcome();
    JobOutcome.Failed<PackageJob> failed = (JobOutcome.Failed<PackageJob>) outcome;
    assertThat(failed.job().code()).isEqualTo("InvalidParameter");
    assertThat(failed.job().message()).isEqualTo("Resource bad.");
    assertThat(failed.job().state()).isEqualTo(JobState.FAILED);
  }

  @Test
  void theLastPollComesAtTheDeadline() {
    engine.emulator().add(JobScript.succeeding(PACKAGE, jobId, Duration.ofSeconds(150)));
    Instant start = engine.now();
    Outcome outcome = engine.await(PACKAGE, jobId, Duration.ofSeconds(150), EVERY_MINUTE);
    assertThat(outcome.outcome()).isEqualTo(OutcomeKind.SUCCEEDED);
    assertThat(engine.pollsSince(start, jobId))
        .hasSize(4)
        .satisfies(polls -> assertThat(polls.get(3)).isBetween(150.0, 159.0));
  }

  @Test
  void aJobThatOutlivesTheDeadlineTimesOutWithWhatWasLastSeen() {
    engine
        .emulator()
        .add(
            JobScript.of(
                MEDIA_PRODUCING,
                jobId,
                Phase.at(Duration.ZERO, "Init"),
                new Phase(Duration.ofMinutes(1), "Processing", 0),
                new Phase(Duration.ofHours(9), "Success", 100)));
    Instant start = engine.now();
    JobOutcome<MediaProducingJob> outcome =
        engine.client().await(MEDIA_PRODUCING, jobId).within(Duration.ofHours(1)).outcome();
    JobOutcome.TimedOut<MediaProducingJob> late = (JobOutcome.TimedOut<MediaProducingJob>) outcome;
    assertThat(late.status()).isEqualTo("Processing");
    assertThat(late.lastRead()).isPresent();
    assertThat(engine.lastPoll(start, jobId))
        .isBetween(Duration.ofHours(1), Duration.ofHours(1).plusSeconds(9));
  }

  @Test
  void anUnknownJobIsNotFoundAfterTheGrace() {
    Instant start = engine.now();
    Outcome outcome = engine.await(PACKAGE, "no-such-job", Duration.ofHours(6));
    assertThat(outcome.outcome()).isEqualTo(OutcomeKind.NOT_FOUND);
    assertThat(outcome.code()).isEqualTo("JobNotFound");
    assertThat(outcome.message()).contains("no-such-job in cn-shanghai", "check");
    assertThat(engine.lastPoll(start, "no-such-job"))
        .isBetween(Duration.ofSeconds(60), Duration.ofSeconds(69));
  }

  @Test
  void aNewJobMayTakeAMomentToAppear() {
    engine
        .emulator()
        .add(
            JobScript.succeeding(PACKAGE, jobId, Duration.ofMinutes(5))
                .appearingAfter(Duration.ofSeconds(40)));
    assertThat(engine.await(PACKAGE, jobId, Duration.ofHours(6)).outcome())
        .isEqualTo(OutcomeKind.SUCCEEDED);
  }

  @Test
  void aWaitThatBeginsLateCountsFromTheJobsOwnSubmission() {
    engine.emulator().add(JobScript.succeeding(PACKAGE, jobId, Duration.ofMinutes(110)));
    engine.temporal().sleep(Duration.ofMinutes(100));
    Polling tenth =
        new Polling("proportional", null, null, 0.1, null, Duration.ofHours(1), 0.0, null, null);
    Instant start = engine.now();
    Outcome outcome = engine.await(PACKAGE, jobId, Duration.ofHours(6), tenth);
    assertThat(outcome.outcome()).isEqualTo(OutcomeKind.SUCCEEDED);
    assertThat(outcome.polls()).isEqualTo(2);
    assertThat(engine.pollsSince(start, jobId).get(1)).isBetween(600.0, 700.0);
  }

  @Test
  void aStatusThatNobodyDocumentedIsWaitedThrough() {
    engine
        .emulator()
        .add(
            JobScript.of(
                PACKAGE,
                jobId,
                Phase.at(Duration.ZERO, "Warping"),
                Phase.at(Duration.ofMinutes(3), "Success")));
    assertThat(engine.await(PACKAGE, jobId, Duration.ofMinutes(1)).status()).isEqualTo("Warping");
    assertThat(engine.await(PACKAGE, jobId, Duration.ofHours(1)).outcome())
        .isEqualTo(OutcomeKind.SUCCEEDED);
  }

  @Test
  void theCallerSaysWhichStatusesEndTheWait() {
    engine.emulator().add(JobScript.succeeding(IPRODUCTION, jobId, Duration.ofHours(2)));
    JobOutcome<IProductionJob> outcome =
        engine.client().await(IPRODUCTION, jobId).until("Analysing").outcome();
    assertThat(outcome.succeeded().orElseThrow().status()).isEqualTo("Analysing");
    engine.emulator().add(JobScript.succeeding(LIVE_SNAPSHOT, "live", Duration.ofHours(2)));
    assertThat(
            engine
                .client()
                .await(LIVE_SNAPSHOT, "live")
                .until("init")
                .outcome()
                .orElseThrow()
                .status())
        .isEqualTo("init");
  }

  @Test
  void aStatusThatPassesUnseenIsWaitedForUntilTheDeadline() {
    engine.emulator().add(JobScript.succeeding(IPRODUCTION, jobId, Duration.ZERO));
    JobOutcome.TimedOut<IProductionJob> late =
        (JobOutcome.TimedOut<IProductionJob>)
            engine
                .client()
                .await(IPRODUCTION, jobId)
                .until("Analysing")
                .within(Duration.ofHours(1))
                .outcome();
    assertThat(late.status()).isEqualTo("Success");
  }

  @Test
  void aFailureEndsTheWaitWhateverTheCallerWaitsFor() {
    engine.emulator().add(JobScript.failing(IPRODUCTION, jobId, Duration.ZERO, "Bad", "bad"));
    assertThat(engine.client().await(IPRODUCTION, jobId).until("Queuing").outcome())
        .isInstanceOf(JobOutcome.Failed.class);
  }

  @Test
  void whatIsTooLargeForAPayloadIsCutOutAndNamed() {
    String timeline = "x".repeat(600 * 1024);
    engine
        .emulator()
        .add(
            JobScript.succeeding(MEDIA_PRODUCING, jobId, Duration.ZERO)
                .with("Timeline", timeline)
                .with("UserData", "y".repeat(200 * 1024)));
    JobOutcome<MediaProducingJob> outcome = engine.client().await(MEDIA_PRODUCING, jobId).outcome();
    assertThat(outcome.truncated()).containsExactly("/Timeline");
    MediaProducingJob job = outcome.succeeded().orElseThrow();
    assertThat(job.timeline()).isNull();
    assertThat(job.userData()).hasSize(200 * 1024);
  }

  @Test
  void aJobOfAYearAgoIsReadAsItIs() {
    Outcome outcome =
        engine.await(PACKAGE, "ab4802364a2e49208c99efab82df****", Duration.ofSeconds(30));
    assertThat(outcome.outcome()).isEqualTo(OutcomeKind.TIMED_OUT);
    assertThat(outcome.status()).isEqualTo("Init");
    assertThat(engine.await(DYNAMIC_IMAGE, "****d80e4e4044975745c14b****\n", Duration.ofHours(1)))
        .satisfies(it -> assertThat(it.outcome()).isEqualTo(OutcomeKind.SUCCEEDED))
        .satisfies(it -> assertThat(it.jobId()).endsWith("\n"));
  }
}
