package io.github.mediajobs.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mediajobs.failure.FailureDetails;
import io.github.mediajobs.operation.Catalogue;
import io.github.mediajobs.outcome.OutcomeKind;
import io.github.mediajobs.wire.AnswerRequest;
import io.github.mediajobs.wire.AwaitAttempt;
import io.github.mediajobs.wire.AwaitMediaJobWorkflow;
import io.github.mediajobs.wire.JoinAnswer;
import io.github.mediajobs.wire.JoinRequest;
import io.github.mediajobs.wire.Joiner;
import io.github.mediajobs.wire.Outcome;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.Worker;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Both ends of a shared wait beside activities that the test plays; every task is replayed. */
@Timeout(60)
class SharingTest {
  private static final String QUEUE = "waits";

  private TestWorkflowEnvironment temporal;
  private PlayedActivities played;

  @BeforeEach
  void start() {
    temporal = Replayed.environment();
    played = new PlayedActivities(temporal::currentTimeMillis);
    played.poll = attempt -> outcome(OutcomeKind.SUCCEEDED);
    Worker worker = temporal.newWorker(QUEUE);
    worker.registerWorkflowImplementationFactory(
        AwaitMediaJobWorkflow.class, () -> new AwaitMediaJob(Catalogue.standard(), "cn-shanghai"));
    worker.registerActivitiesImplementations(played);
    temporal.start();
  }

  @AfterEach
  void stop() {
    temporal.close();
  }

  @Test
  void theAnswerOfTheRunThatWasJoinedIsTheOutcome() {
    played.join = answering(request -> JoinAnswer.of(outcome(OutcomeKind.FAILED)).to(request));
    assertThat(kind(wait("PT6H"))).isEqualTo(OutcomeKind.FAILED);
    assertThat(played.joins).hasSize(1);
    assertThat(played.polls).isEmpty();
  }

  @Test
  void anAnswerToAnotherWaitIsNone() {
    played.join = answering(token -> JoinAnswer.of(outcome(OutcomeKind.FAILED)).to("other"));
    Instant start = Instant.ofEpochMilli(temporal.currentTimeMillis());
    assertThat(kind(wait("PT30M"))).isEqualTo(OutcomeKind.SUCCEEDED);
    assertThat(played.joins).hasSize(1);
    assertThat(Duration.between(start, played.polls.get(0)))
        .isBetween(Duration.ofMinutes(30), Duration.ofMinutes(30).plusSeconds(30));
  }

  @Test
  void whatTheRunCouldNotFindOutFailsItsJoiners() {
    ApplicationFailure denied =
        ApplicationFailure.newNonRetryableFailure("not allowed", "AccessDenied");
    played.join = answering(token -> JoinAnswer.of(denied).to(token));
    assertThatThrownBy(() -> kind(wait("PT6H")))
        .isInstanceOf(WorkflowFailedException.class)
        .cause()
        .isInstanceOfSatisfying(
            ApplicationFailure.class, it -> assertThat(it.getType()).isEqualTo("AccessDenied"));
    assertThat(played.polls).isEmpty();
  }

  @Test
  void whoCannotJoinPollsByItself() {
    played.join = request -> false;
    assertThat(kind(wait("PT6H"))).isEqualTo(OutcomeKind.SUCCEEDED);
    played.join =
        request -> {
          throw ApplicationFailure.newNonRetryableFailure("no", "Broken");
        };
    assertThat(kind(wait("PT6H"))).isEqualTo(OutcomeKind.SUCCEEDED);
    assertThat(played.joins).hasSize(2);
    assertThat(played.polls).hasSize(2);
  }

  @Test
  void whoIsToldToGoOnJoinsTheNextRunASecondLater() {
    played.join =
        answering(
            token ->
                played.joins.size() < 3
                    ? JoinAnswer.GO_ON.to(token)
                    : JoinAnswer.of(outcome(OutcomeKind.FAILED)).to(token));
    assertThat(kind(wait("PT6H"))).isEqualTo(OutcomeKind.FAILED);
    assertThat(sinceTheFirst(played.joins)).containsExactly(0L, 1L, 2L);
  }

  @Test
  void whoHearsNothingJoinsAgainAndReadsOnceAtItsOwnDeadline() {
    played.join = request -> true;
    Instant start = Instant.ofEpochMilli(temporal.currentTimeMillis());
    assertThat(kind(wait("PT24H"))).isEqualTo(OutcomeKind.SUCCEEDED);
    assertThat(sinceTheFirst(played.joins).stream().map(it -> it / 3600))
        .containsExactly(0L, 6L, 12L, 18L);
    assertThat(played.polls)
        .singleElement()
        .satisfies(
            it ->
                assertThat(Duration.between(start, it))
                    .isBetween(Duration.ofHours(24), Duration.ofHours(24).plusSeconds(30)));
  }

  @Test
  void aShortWaitJoinsAgainOnceAnHour() {
    played.join = request -> true;
    kind(wait("PT150M"));
    assertThat(sinceTheFirst(played.joins).stream().map(it -> it / 60))
        .containsExactly(0L, 60L, 120L);
  }

  @Test
  void aCancelledJoinerNeitherJoinsAgainNorPolls() {
    played.join =
        request -> {
          throw later();
        };
    WorkflowStub run = wait("PT6H");
    temporal.sleep(Duration.ofSeconds(10));
    run.cancel();
    assertCancelled(run);
    assertThat(played.polls).isEmpty();
  }

  @Test
  void allWhoJoinedAreToldOnceInGroupsOfAHundred() {
    played.poll =
        attempt -> {
          for (int i = 0; i < 101; i++) {
            PlayedActivities.signal("join", joiner(i, attempt.deadlineAt()));
          }
          PlayedActivities.signal("join", joiner(7, attempt.deadlineAt()));
          PlayedActivities.signal("join", Map.of("workflowId", "of nobody"));
          return outcome(OutcomeKind.SUCCEEDED);
        };
    assertThat(kind(run())).isEqualTo(OutcomeKind.SUCCEEDED);
    assertThat(played.answers).extracting(it -> it.joiners().size()).containsExactly(100, 1);
    assertThat(played.answers.stream().flatMap(it -> it.joiners().stream()).map(Joiner::workflowId))
        .containsExactlyElementsOf(IntStream.range(0, 101).mapToObj(i -> "joiner-" + i).toList());
    assertThat(played.answers)
        .allMatch(it -> it.answer().outcome().outcome() == OutcomeKind.SUCCEEDED);
  }

  @Test
  void whoJoinsWhileOthersAreToldIsToldToo() {
    played.poll = joinedBy(1, Duration.ZERO, OutcomeKind.SUCCEEDED);
    played.answered =
        () -> {
          if (played.answers.size() == 1) {
            PlayedActivities.signal("join", joiner(2, Instant.EPOCH));
          }
        };
    kind(run());
    assertThat(played.answers)
        .extracting(it -> it.joiners().get(0).workflowId())
        .containsExactly("joiner-1", "joiner-2");
  }

  @Test
  void aRunThatGivesUpSendsThoseOnWhoWaitForLonger() {
    played.poll =
        attempt -> {
          PlayedActivities.signal(
              "join", joiner(1, attempt.deadlineAt().minus(Duration.ofDays(2))));
          PlayedActivities.signal("join", joiner(2, attempt.deadlineAt().plusSeconds(3600)));
          return outcome(OutcomeKind.TIMED_OUT);
        };
    WorkflowStub run = run();
    temporal.sleep(Duration.ofSeconds(1));
    kind(run);
    assertThat(played.answers)
        .flatExtracting(AnswerRequest::joiners)
        .extracting(Joiner::workflowId)
        .containsExactly("joiner-1", "joiner-2");
    assertThat(played.answers)
        .extracting(it -> it.answer().outcome() == null)
        .containsExactly(false, true);
  }

  @Test
  void aRunThatEndsOtherwiseTellsAllTheSame() {
    played.poll = joinedBy(1, Duration.ofHours(99), OutcomeKind.NOT_FOUND);
    kind(run());
    assertThat(played.answers)
        .singleElement()
        .satisfies(
            it -> assertThat(it.answer().outcome().outcome()).isEqualTo(OutcomeKind.NOT_FOUND));
  }

  @Test
  void whatARunCannotFindOutItTellsAsItsOwnFailure() {
    played.poll =
        attempt -> {
          PlayedActivities.signal("join", joiner(1, attempt.deadlineAt()));
          throw ApplicationFailure.newNonRetryableFailure(
              "not allowed", "AccessDenied", new FailureDetails("Forbidden.RAM", "r1", 403));
        };
    WorkflowStub run = run();
    assertThatThrownBy(() -> kind(run))
        .isInstanceOf(WorkflowFailedException.class)
        .hasCauseInstanceOf(ApplicationFailure.class);
    assertThat(played.answers)
        .singleElement()
        .satisfies(it -> assertThat(it.answer().failure().type()).isEqualTo("AccessDenied"))
        .satisfies(
            it -> assertThat(it.answer().failure().details().code()).isEqualTo("Forbidden.RAM"));
  }

  @Test
  void whoCancelsTheRunSendsTheOthersOn() {
    played.poll =
        attempt -> {
          PlayedActivities.signal("join", joiner(1, attempt.deadlineAt()));
          throw later();
        };
    WorkflowStub run = run();
    temporal.sleep(Duration.ofSeconds(10));
    run.cancel();
    assertCancelled(run);
    assertThat(played.answers)
        .singleElement()
        .satisfies(it -> assertThat(it.answer()).isEqualTo(JoinAnswer.GO_ON));
  }

  @Test
  void joinersThatCannotBeToldCostTheRunNothing() {
    played.poll = joinedBy(1, Duration.ZERO, OutcomeKind.SUCCEEDED);
    played.answered =
        () -> {
          throw ApplicationFailure.newNonRetryableFailure("no", "Broken");
        };
    assertThat(kind(run())).isEqualTo(OutcomeKind.SUCCEEDED);
    assertThat(played.answers).hasSize(1);
  }

  private Function<AwaitAttempt, Outcome> joinedBy(int joiner, Duration longer, OutcomeKind end) {
    return attempt -> {
      PlayedActivities.signal("join", joiner(joiner, attempt.deadlineAt().plus(longer)));
      return outcome(end);
    };
  }

  /** Joins, and the run that was joined answers at once. */
  private static Predicate<JoinRequest> answering(Function<String, JoinAnswer> answer) {
    return request -> {
      PlayedActivities.signal("mediaJobEnded", answer.apply(request.token()));
      return true;
    };
  }

  private static ApplicationFailure later() {
    return ApplicationFailure.newBuilder()
        .setMessage("later")
        .setType("JobPending")
        .setNextRetryDelay(Duration.ofSeconds(25))
        .build();
  }

  private static Joiner joiner(int number, Instant deadlineAt) {
    return new Joiner("joiner-" + number, "run-" + number, "1", deadlineAt);
  }

  private static Outcome outcome(OutcomeKind kind) {
    return new Outcome(
        kind, "GetPackageJob", "j", "cn-shanghai", "S", null, null, null, 1, null, null, null);
  }

  private static List<Long> sinceTheFirst(List<Instant> times) {
    return times.stream().map(it -> Duration.between(times.get(0), it).toSeconds()).toList();
  }

  private static OutcomeKind kind(WorkflowStub run) {
    return run.getResult(Outcome.class).outcome();
  }

  private static void assertCancelled(WorkflowStub run) {
    assertThatThrownBy(() -> run.getResult(Outcome.class))
        .isInstanceOf(WorkflowFailedException.class)
        .hasCauseInstanceOf(CanceledFailure.class);
  }

  private WorkflowStub wait(String deadline) {
    return started(
        Map.of("operation", "package", "jobId", "j", "deadline", deadline, "shared", true));
  }

  private WorkflowStub run() {
    return started(Map.of("operation", "package", "jobId", "j"));
  }

  private WorkflowStub started(Map<String, Object> request) {
    WorkflowStub run =
        temporal
            .getWorkflowClient()
            .newUntypedWorkflowStub(
                AwaitMediaJobWorkflow.TYPE,
                WorkflowOptions.newBuilder().setTaskQueue(QUEUE).build());
    run.start(request);
    return run;
  }
}
