package io.github.mediajobs.emulator.job;

import static io.github.mediajobs.operation.Operations.IPRODUCTION;
import static io.github.mediajobs.operation.Operations.LIVE_SNAPSHOT;
import static io.github.mediajobs.operation.Operations.MEDIA_PRODUCING;
import static io.github.mediajobs.operation.Operations.PACKAGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mediajobs.emulator.Emulator;
import io.github.mediajobs.emulator.EmulatorOptions;
import io.github.mediajobs.emulator.client.ApiCall;
import io.github.mediajobs.emulator.client.ApiReply;
import io.github.mediajobs.emulator.client.MovableClock;
import io.github.mediajobs.job.MediaJob;
import io.github.mediajobs.operation.Catalogue;
import io.github.mediajobs.operation.JobOperation;
import io.github.mediajobs.operation.JobState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Jobs over time, with the clock moved by hand. */
class LivesTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final MovableClock clock = new MovableClock();
  private final Emulator emulator = Emulator.start(EmulatorOptions.defaults().withClock(clock));

  @AfterEach
  void close() {
    emulator.close();
  }

  static List<JobOperation<?>> operations() {
    return Catalogue.standard().operations();
  }

  static Stream<JobOperation<?>> operationsThatCanFail() {
    return operations().stream().filter(o -> o.statuses().containsValue(JobState.FAILED));
  }

  static Stream<Arguments> statuses() {
    return operations().stream()
        .flatMap(
            operation ->
                operation.statuses().entrySet().stream()
                    .map(status -> Arguments.of(operation, status.getKey(), status.getValue())));
  }

  @ParameterizedTest
  @MethodSource("statuses")
  void everyStatusOfTheTableIsAnsweredFromItsMomentOn(
      JobOperation<?> operation, String status, JobState state) throws Exception {
    emulator.add(
        JobScript.of(
            operation, "j1", Phase.at(Duration.ZERO, "Brewing"), Phase.at(MINUTE, status)));
    clock.move(MINUTE.minusNanos(1));
    assertThat(job(operation).state()).isEqualTo(JobState.UNKNOWN);
    clock.move(Duration.ofNanos(1));
    MediaJob job = job(operation);
    assertThat(job.status()).isEqualTo(status);
    assertThat(job.state()).isEqualTo(state);
    assertThat(job.jobId()).isEqualTo("j1");
    assertThat(job.code()).isNull();
    assertThat(job.message()).isNull();
  }

  @ParameterizedTest
  @MethodSource("statuses")
  void timesAreThoseOfTheClock(JobOperation<?> operation, String status, JobState state)
      throws Exception {
    emulator.add(
        JobScript.of(
            operation, "j1", Phase.at(Duration.ZERO, "Brewing"), Phase.at(MINUTE, status)));
    clock.move(MINUTE.multipliedBy(2));
    MediaJob job = job(operation);
    JsonNode tree = tree(operation);
    if (job.submittedAt().isPresent()) {
      assertThat(job.submittedAt()).contains(MovableClock.START);
    }
    for (String name : List.of("FinishTime", "CompleteTime")) {
      boolean expected = state.ended() && sampleHas(operation, name);
      assertThat(tree.path(name).textValue()).isEqualTo(expected ? "2026-01-02T03:05:05Z" : null);
    }
    for (String name : List.of("ModifiedTime", "LastModified")) {
      assertThat(tree.path(name).textValue())
          .isEqualTo(sampleHas(operation, name) ? "2026-01-02T03:05:05Z" : null);
    }
  }

  @ParameterizedTest
  @MethodSource("operations")
  void aSucceedingJobGoesThroughItsTableAndStays(JobOperation<?> operation) {
    emulator.add(JobScript.succeeding(operation, "j1", MINUTE));
    List<String> expected = new ArrayList<>();
    boolean ends = operation.statuses().containsValue(JobState.SUCCEEDED);
    operation
        .statuses()
        .forEach(
            (status, state) -> {
              if (state == JobState.PENDING || (ends && state == JobState.RUNNING)) {
                expected.add(status);
              }
            });
    expected.add(operation.awaited().iterator().next());
    assertThat(seen(operation)).isEqualTo(expected);
    clock.move(Duration.ofDays(30));
    assertThat(read(operation).jobStatus(operation)).isEqualTo(expected.get(expected.size() - 1));
  }

  @ParameterizedTest
  @MethodSource("operationsThatCanFail")
  void aFailingJobEndsInTheTablesFailureWithItsCode(JobOperation<?> operation) {
    emulator.add(JobScript.failing(operation, "j1", MINUTE, "Bad.Input", "not a video"));
    List<String> seen = seen(operation);
    assertThat(operation.stateOf(seen.get(seen.size() - 1))).isEqualTo(JobState.FAILED);
    assertThat(tree(operation).toString()).contains("Bad.Input", "not a video");
  }

  @ParameterizedTest
  @MethodSource("operationsThatCanFail")
  void aCodeIsThereOnlyAtTheEnd(JobOperation<?> operation) {
    emulator.add(JobScript.failing(operation, "j1", MINUTE, "Bad.Input", "not a video"));
    clock.move(MINUTE.minusNanos(1));
    assertThat(read(operation).body().toString()).doesNotContain("Code", "Message");
  }

  @ParameterizedTest
  @MethodSource("operationsThatCanFail")
  void aJobCanHaveEndedFromTheStart(JobOperation<?> operation) {
    emulator.add(JobScript.succeeding(operation, "j1", Duration.ZERO));
    assertThat(operation.stateOf(read(operation).jobStatus(operation)))
        .isEqualTo(JobState.SUCCEEDED);
  }

  @Test
  void aJobWithoutAFailureStatusCannotFail() {
    assertThatThrownBy(() -> JobScript.failing(LIVE_SNAPSHOT, "j1", MINUTE, "c", "m"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("GetLiveSnapshotJob");
  }

  @Test
  void aFailureInAFlatResponseIsNoCodeBesideTheRequestId() {
    emulator.add(JobScript.failing(IPRODUCTION, "j1", Duration.ZERO, "Bad.Input", "no"));
    assertThat(read(IPRODUCTION).body().has("Code")).isFalse();
    assertThat(tree(IPRODUCTION).path("Result").textValue())
        .isEqualTo("{\"Code\":\"Bad.Input\",\"Message\":\"no\"}");
  }

  @Test
  void progressWaitsAtZeroInTheQueueAndThenRunsEvenly() {
    emulator.add(JobScript.succeeding(MEDIA_PRODUCING, "j1", MINUTE));
    List<Integer> seen = new ArrayList<>();
    for (int i = 0; i <= 4; i++) {
      seen.add(tree(MEDIA_PRODUCING).path("Progress").intValue());
      clock.move(Duration.ofSeconds(15));
    }
    assertThat(seen).containsExactly(0, 0, 0, 25, 100);
  }

  @Test
  void fieldsAreSetUnderTheApisNames() {
    emulator.add(
        JobScript.succeeding(PACKAGE, "j1", MINUTE)
            .with("UserData", "null")
            .with("Priority", 9)
            .with("Timeline", Map.of("a", List.of(1, 2)))
            .withFinal("UserData", "done")
            .withFinal("OutputUrl", "http://o"));
    JsonNode early = tree(PACKAGE);
    assertThat(early.path("UserData").textValue()).isEqualTo("null");
    assertThat(early.path("Priority").intValue()).isEqualTo(9);
    assertThat(early.at("/Timeline/a/1").intValue()).isEqualTo(2);
    clock.move(MINUTE);
    assertThat(tree(PACKAGE).path("UserData").textValue()).isEqualTo("done");
    assertThat(tree(PACKAGE).path("OutputUrl").textValue()).isEqualTo("http://o");
  }

  @Test
  void aLateJobIsNotFoundUntilItAppears() {
    emulator.add(JobScript.succeeding(PACKAGE, "j1", MINUTE).appearingAfter(Duration.ofSeconds(5)));
    clock.move(Duration.ofMillis(4999));
    assertThat(read(PACKAGE).code()).isEqualTo("JobNotFound");
    clock.move(Duration.ofMillis(1));
    assertThat(read(PACKAGE).jobStatus(PACKAGE)).isEqualTo("Init");
  }

  @Test
  void anIdIsAnsweredAsItWasScripted() {
    emulator.add(JobScript.succeeding(PACKAGE, "j1\n", MINUTE));
    assertThat(tree(PACKAGE).path("JobId").textValue()).isEqualTo("j1\n");
  }

  @Test
  void theSameIdOfAnotherOperationIsAnotherJob() {
    emulator.add(JobScript.succeeding(PACKAGE, "j1", MINUTE));
    assertThat(read(MEDIA_PRODUCING).code()).isEqualTo("JobNotFound");
  }

  static Stream<Arguments> wrongScripts() {
    Phase start = Phase.at(Duration.ZERO, "Init");
    return Stream.of(
        Arguments.of("phases: empty", new Phase[0]),
        Arguments.of("phases[0].after", new Phase[] {Phase.at(MINUTE, "Init")}),
        Arguments.of(
            "phases[2].after",
            new Phase[] {start, Phase.at(MINUTE, "A"), Phase.at(Duration.ofSeconds(1), "B")}));
  }

  @ParameterizedTest
  @MethodSource("wrongScripts")
  void aScriptThatCannotBeIsRefused(String message, Phase... phases) {
    assertThatThrownBy(() -> JobScript.of(PACKAGE, "j1", phases))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  private List<String> seen(JobOperation<?> operation) {
    List<String> seen = new ArrayList<>();
    for (int second = 0; second <= 60; second++) {
      String status = read(operation).jobStatus(operation);
      if (!seen.contains(status)) {
        seen.add(status);
      }
      clock.move(Duration.ofSeconds(1));
    }
    return seen;
  }

  private boolean sampleHas(JobOperation<?> operation, String field) {
    return Sample.of(operation).response().at(operation.job()).has(field);
  }

  private MediaJob job(JobOperation<?> operation) throws Exception {
    return operation.decode(tree(operation));
  }

  private JsonNode tree(JobOperation<?> operation) {
    return read(operation).job(operation);
  }

  private ApiReply read(JobOperation<?> operation) {
    return ApiCall.of(operation, "j1", clock.instant()).send(emulator);
  }
}
