package io.github.mediajobs.activity;

import static io.github.mediajobs.activity.TestActivities.NOW;
import static io.github.mediajobs.activity.TestActivities.failure;
import static io.github.mediajobs.activity.TestActivities.json;
import static io.github.mediajobs.operation.Operations.LIVE_SNAPSHOT;
import static io.github.mediajobs.operation.Operations.MEDIA_PRODUCING;
import static io.github.mediajobs.operation.Operations.PACKAGE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mediajobs.emulator.job.JobScript;
import io.github.mediajobs.emulator.job.Phase;
import io.github.mediajobs.failure.JobPending;
import io.github.mediajobs.json.Json;
import io.github.mediajobs.operation.JobOperation;
import io.github.mediajobs.operation.JobState;
import io.github.mediajobs.outcome.OutcomeKind;
import io.github.mediajobs.wire.AwaitAttempt;
import io.github.mediajobs.wire.Outcome;
import io.temporal.failure.ApplicationErrorCategory;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class JobPollerTest {
  private static final Instant DEADLINE = NOW.plus(Duration.ofHours(1));

  private final TestActivities activities = new TestActivities();

  @AfterEach
  void close() {
    activities.close();
  }

  static Stream<JobOperation<?>> endingBadly() {
    return ActivityNamesTest.operations()
        .filter(operation -> operation.statuses().containsValue(JobState.FAILED));
  }

  @ParameterizedTest
  @MethodSource("io.github.mediajobs.activity.ActivityNamesTest#operations")
  void goesOnWhileTheJobDoes(JobOperation<?> operation) {
    activities.emulator.add(JobScript.succeeding(operation, "job-1", Duration.ofMinutes(2)));

    ApplicationFailure failure = failure(() -> await(operation, "job-1"));

    String status = operation.statuses().keySet().iterator().next();
    assertThat(failure.getType()).isEqualTo("JobPending");
    assertThat(failure.isNonRetryable()).isFalse();
    assertThat(failure.getCategory()).isEqualTo(ApplicationErrorCategory.BENIGN);
    assertThat(failure.getNextRetryDelay()).isEqualTo(Duration.ofSeconds(5));
    assertThat(failure.getOriginalMessage())
        .startsWith(operation.action() + " job-1 in cn-shanghai is " + status)
        .endsWith(" after poll 1; next poll at 2026-01-02T03:04:10Z");
    assertThat(pending(failure).status()).isEqualTo(status);
    assertThat(pending(failure).polls()).isEqualTo(1);
    assertThat(pending(failure).nextPollAt()).isEqualTo(NOW.plusSeconds(5));
    assertThat(activities.attempt.thrown().getStackTrace()).isEmpty();
    assertThat(activities.emulator.polls("job-1").total()).isEqualTo(1);
  }

  @Test
  void tellsHowFarTheJobIs() {
    activities.emulator.add(
        JobScript.of(MEDIA_PRODUCING, "job-1", new Phase(Duration.ZERO, "Processing", 42)));
    activities.attempt.number(3);

    ApplicationFailure failure = failure(() -> await(MEDIA_PRODUCING, "job-1"));

    assertThat(failure.getOriginalMessage()).contains("is Processing (42 %) after poll 3;");
    assertThat(failure.getNextRetryDelay()).isEqualTo(Duration.ofMillis(11_250));
    assertThat(failure.getDetails().get(JsonNode.class))
        .isEqualTo(
            json(
                "{'status':'Processing','progress':42,'polls':3,"
                    + "'nextPollAt':'2026-01-02T03:04:16.250Z'}"));
  }

  @ParameterizedTest
  @MethodSource("io.github.mediajobs.activity.ActivityNamesTest#operations")
  void endsWhenTheJobDoes(JobOperation<?> operation) throws Exception {
    activities.emulator.add(JobScript.succeeding(operation, "job-1", Duration.ofMinutes(1)));
    activities.clock.pass(Duration.ofMinutes(1));
    activities.attempt.number(7);

    Outcome outcome = await(operation, "job-1");

    assertThat(outcome.outcome()).isEqualTo(OutcomeKind.SUCCEEDED);
    assertThat(outcome.operation()).isEqualTo(operation.action());
    assertThat(outcome.jobId()).isEqualTo("job-1");
    assertThat(outcome.region()).isEqualTo("cn-shanghai");
    assertThat(operation.awaited()).contains(outcome.status());
    assertThat(outcome.polls()).isEqualTo(7);
    assertThat(outcome.truncated()).isNull();
    var job = operation.decode(outcome.job());
    assertThat(job.jobId()).isEqualTo("job-1");
    assertThat(outcome.submittedAt()).isEqualTo(job.submittedAt().orElse(null));
    assertThat(outcome.finishedAt()).isEqualTo(job.finishedAt().orElse(null));
  }

  @ParameterizedTest
  @MethodSource("endingBadly")
  void answersThatTheJobFailed(JobOperation<?> operation) {
    activities.emulator.add(
        JobScript.failing(operation, "job-1", Duration.ZERO, "BadInput", "No sound.")
            .with("Code", "BadInput\n")
            .with("Message", " No sound."));

    Outcome outcome = await(operation, "job-1");

    assertThat(outcome.outcome()).isEqualTo(OutcomeKind.FAILED);
    assertThat(operation.stateOf(outcome.status())).isEqualTo(JobState.FAILED);
    if (!operation.job().matches()) {
      assertThat(outcome.code()).isEqualTo("BadInput");
      assertThat(outcome.message()).isEqualTo("No sound.");
    }
  }

  @Test
  void aFailedJobHasFailedWhateverWasWaitedFor() {
    activities.emulator.add(JobScript.failing(PACKAGE, "job-1", Duration.ZERO, "C", "M"));

    assertThat(await(input(PACKAGE, "job-1", "'until':['Fail','Init']")).outcome())
        .isEqualTo(OutcomeKind.FAILED);
  }

  @Test
  void endsAtTheStatusThatTheCallerChose() {
    activities.emulator.add(
        JobScript.of(LIVE_SNAPSHOT, "job-1", Phase.at(Duration.ZERO, "paused\n")));

    assertThat(failure(() -> await(LIVE_SNAPSHOT, "job-1")).getType()).isEqualTo("JobPending");
    Outcome outcome = await(input(LIVE_SNAPSHOT, "job-1", "'until':['init','paused']"));
    assertThat(outcome.outcome()).isEqualTo(OutcomeKind.SUCCEEDED);
    assertThat(outcome.status()).isEqualTo("paused");
  }

  @Test
  void takesAnAliasAndAnotherRegion() {
    activities.emulator.add(JobScript.succeeding(PACKAGE, "job-1", Duration.ZERO));

    Outcome outcome =
        await(
            json(
                "{'operation':'package','jobId':'job-1','region':'cn-beijing','deadlineAt':'%s'}"
                    .formatted(DEADLINE)));

    assertThat(outcome.operation()).isEqualTo("GetPackageJob");
    assertThat(outcome.region()).isEqualTo("cn-beijing");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{} | operation: missing",
        "[] | input: expected a JSON object",
        "{'operation':'GetNothing','jobId':'j','deadlineAt':'2026-01-02T00:00:00Z'} | operation: unknown operation GetNothing; known are",
        "{'operation':'package','jobId':5} | jobId: expected a string, got 5",
        "{'operation':'package','jobId':'j'} | deadlineAt: missing",
        "{'operation':'package','jobId':'j','deadlineAt':0} | deadlineAt: expected an ISO-8601 instant",
        "{'operation':'package','jobId':'j','deadlineAt':'2026-01-02T00:00:00Z','until':['Done']} | until: GetPackageJob has no status Done; it has [Init, Success, Fail]",
        "{'operation':'package','jobId':'j','deadlineAt':'2026-01-02T00:00:00Z','polling':{'factor':0}} | polling.factor: expected a number",
      })
  void refusesAnInputThatCanNeverWork(String input, String message) {
    JsonNode tree = Json.embedded(input.replace('\'', '"')).orElseThrow();

    ApplicationFailure failure = failure(() -> await(tree));

    assertThat(failure.getType()).isEqualTo("InvalidRequest");
    assertThat(failure.isNonRetryable()).isTrue();
    assertThat(failure.getOriginalMessage()).startsWith(message);
    assertThat(activities.emulator.calls().recent()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"'until':null", "'until':['Success']", "'until':['Init','Success']"})
  void goesOnWithoutAStatus(String until) {
    activities.answer(PACKAGE, "\"JobId\":\"job-1\"");

    ApplicationFailure failure = failure(() -> await(input(PACKAGE, "job-1", until)));

    assertThat(failure.getType()).isEqualTo("JobPending");
    assertThat(failure.getOriginalMessage()).contains("is without a status after poll 1");
    assertThat(failure.getDetails().get(JsonNode.class))
        .isEqualTo(json("{'polls':1,'nextPollAt':'2026-01-02T03:04:10Z'}"));
  }

  @Test
  void timesOutWithoutAStatus() {
    activities.answer(PACKAGE, "\"JobId\":\"job-1\"");
    activities.clock.set(DEADLINE);

    Outcome outcome = await(PACKAGE, "job-1");

    assertThat(outcome.outcome()).isEqualTo(OutcomeKind.TIMED_OUT);
    assertThat(outcome.status()).isNull();
    assertThat(outcome.message()).contains("was still without a status at the deadline");
  }

  @Test
  void countsAnUnknownStatusOncePerJob() throws Exception {
    for (String job : List.of("job-1", "job-2")) {
      activities.emulator.add(JobScript.of(PACKAGE, job, Phase.at(Duration.ZERO, "Dreaming")));
    }
    for (String job : List.of("job-1", "job-1", "job-2", "job-1")) {
      ApplicationFailure failure = failure(() -> await(PACKAGE, job));
      assertThat(failure.getType()).isEqualTo("JobPending");
      assertThat(pending(failure).status()).isEqualTo("Dreaming");
    }
    activities.clock.set(DEADLINE);
    assertThat(await(PACKAGE, "job-2").status()).isEqualTo("Dreaming");

    assertThat(activities.counted("mediajobs_unknown_status")).isEqualTo(2);
  }

  @Test
  void countsNoStatusThatTheTableHas() throws Exception {
    activities.emulator.add(JobScript.of(PACKAGE, "job-1", Phase.at(Duration.ZERO, "Init\n")));

    assertThat(pending(failure(() -> await(PACKAGE, "job-1"))).status()).isEqualTo("Init");

    assertThat(activities.counted("mediajobs_unknown_status")).isZero();
  }

  @Test
  void pollsOnceMoreAtTheDeadlineAndThenTimesOut() {
    activities.emulator.add(JobScript.succeeding(PACKAGE, "job-1", Duration.ofDays(1)));
    activities.clock.set(DEADLINE.minusMillis(300));
    activities.attempt.number(40);
    ApplicationFailure failure = failure(() -> await(PACKAGE, "job-1"));
    assertThat(failure.getNextRetryDelay()).isEqualTo(Duration.ofMillis(300));

    activities.clock.set(DEADLINE);
    Outcome outcome = await(PACKAGE, "job-1");

    assertThat(outcome.outcome()).isEqualTo(OutcomeKind.TIMED_OUT);
    assertThat(outcome.status()).isEqualTo("Init");
    assertThat(outcome.job().path("JobId").asText()).isEqualTo("job-1");
    assertThat(outcome.message())
        .isEqualTo("GetPackageJob job-1 in cn-shanghai was still Init at the deadline " + DEADLINE);
    assertThat(outcome.finishedAt()).isNull();
  }

  @ParameterizedTest
  @CsvSource({"PT10M, PT1M", "PT-1H, PT6S"})
  void countsElapsedTimeFromTheSubmissionUnlessThatIsToCome(Duration ago, Duration delay) {
    activities.emulator.add(
        JobScript.of(PACKAGE, "job-1", Phase.at(Duration.ZERO, "Init"))
            .with("SubmitTime", NOW.minus(ago).toString()));
    activities.attempt.scheduledAt(NOW.minusSeconds(60));

    ApplicationFailure failure =
        failure(
            () ->
                await(
                    input(PACKAGE, "job-1", "'polling':{'schedule':'proportional','ratio':0.1}")));

    assertThat(failure.getNextRetryDelay()).isEqualTo(delay);
  }

  @Test
  void cutsAnOutcomeThatNoPayloadCouldHold() {
    activities.emulator.add(
        JobScript.succeeding(MEDIA_PRODUCING, "job-1", Duration.ZERO)
            .with("Timeline", "t".repeat(3_000_000))
            .with("Message", "x".repeat(999) + "😀".repeat(1_000)));

    Outcome outcome = await(MEDIA_PRODUCING, "job-1");

    assertThat(outcome.truncated()).containsExactly("/Timeline");
    assertThat(outcome.job().has("Timeline")).isFalse();
    assertThat(outcome.message()).isEqualTo("x".repeat(999) + "?...");
    assertThat(Json.write(outcome).length()).isLessThan(512 * 1024);
  }

  private Outcome await(JobOperation<?> operation, String jobId) {
    return await(
        Json.tree(new AwaitAttempt(operation.action(), jobId, null, DEADLINE, null, null)));
  }

  private Outcome await(JsonNode input) {
    return activities.stub(TestActivities.Awaiting.class).await(input);
  }

  private static ObjectNode input(JobOperation<?> operation, String jobId, String more) {
    return json(
        "{'operation':'%s','jobId':'%s','deadlineAt':'%s',%s}"
            .formatted(operation.action(), jobId, DEADLINE, more));
  }

  private static JobPending pending(ApplicationFailure failure) {
    return failure.getDetails().get(JobPending.class);
  }
}
