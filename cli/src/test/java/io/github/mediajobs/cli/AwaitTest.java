package io.github.mediajobs.cli;

import static io.github.mediajobs.operation.Operations.LIVE_SNAPSHOT;
import static io.github.mediajobs.operation.Operations.MEDIA_PRODUCING;
import static io.github.mediajobs.operation.Operations.PACKAGE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mediajobs.cli.terminal.Terminal;
import io.github.mediajobs.emulator.fault.Fault;
import io.github.mediajobs.emulator.job.JobScript;
import io.github.mediajobs.emulator.job.Phase;
import io.github.mediajobs.json.Json;
import io.github.mediajobs.operation.Catalogue;
import io.github.mediajobs.operation.JobOperation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Waits from the command line, with a Temporal service and a worker of their own. */
class AwaitTest {
  private static Site site;

  @BeforeAll
  static void open() {
    site = new Site();
    site.startWorker();
    JobOperation<?> op = PACKAGE;
    site.emulator().add(JobScript.succeeding(op, "good", Duration.ZERO));
    site.emulator()
        .add(JobScript.failing(op, "bad", Duration.ZERO, "InvalidParameter", "Content bad."));
    site.emulator().add(JobScript.succeeding(op, "endless", Duration.ofDays(1)));
    site.emulator().add(JobScript.succeeding(op, "forbidden", Duration.ZERO));
    site.emulator()
        .fault(Fault.error(403, "Forbidden.RAM", "No right.").forJob("forbidden").forever());
    site.emulator().add(JobScript.succeeding(op, "refused", Duration.ZERO));
    site.emulator()
        .fault(Fault.error(400, "MissingJobId", "No JobId.").forJob("refused").forever());
  }

  @AfterAll
  static void close() {
    site.close();
  }

  static Stream<JobOperation<?>> operations() {
    return Catalogue.standard().operations().stream();
  }

  @ParameterizedTest
  @MethodSource("operations")
  void everyOperationCanBeAwaited(JobOperation<?> operation) throws IOException {
    site.emulator().add(JobScript.succeeding(operation, "any", Duration.ZERO));
    CommandRun run = await(operation.alias(), "any", "--json");
    assertThat(run.exitCode()).isZero();
    JsonNode outcome = json(run).get(0);
    assertThat(outcome.path("outcome").asText()).isEqualTo("SUCCEEDED");
    assertThat(outcome.path("operation").asText()).isEqualTo(operation.action());
    assertThat(outcome.path("jobId").asText()).isEqualTo("any");
    assertThat(outcome.path("region").asText()).isEqualTo("cn-shanghai");
    assertThat(outcome.path("job").path(operation.statusField())).isEqualTo(outcome.path("status"));
    assertThat(outcome.path("polls").asInt()).isEqualTo(1);
    assertThat(run.err()).isEmpty();
  }

  @Test
  void aJobThatSucceeds() {
    CommandRun run = await("package", "good");
    assertThat(run.exitCode()).isZero();
    assertThat(run.outLines().get(0)).isEqualTo("GetPackageJob good: waiting, in cn-shanghai");
    assertThat(run.outLines().get(run.outLines().size() - 1))
        .startsWith("GetPackageJob good: SUCCEEDED, status Success after 1 poll");
  }

  @Test
  void aJobThatFails() {
    CommandRun run = await("package", "bad");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).contains("FAILED, status Fail", "InvalidParameter: Content bad.");
  }

  @Test
  void aJobThatNobodyKnows() {
    CommandRun run = await("package", "unknown", "--deadline", "PT1S");
    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.out()).contains("NOT_FOUND", "check the job id and the region cn-shanghai");
  }

  @Test
  void aJobThatTakesTooLong() {
    CommandRun run = await("package", "endless", "--deadline", "PT1S");
    assertThat(run.exitCode()).isEqualTo(4);
    assertThat(run.out()).contains("TIMED_OUT, status Init", "--deadline");
  }

  @Test
  void aJobThatMayNotBeRead() {
    CommandRun run = await("package", "forbidden");
    assertThat(run.exitCode()).isEqualTo(5);
    assertThat(run.errLine())
        .startsWith("mediajobs: GetPackageJob forbidden in cn-shanghai: ")
        .contains("No right", "Forbidden.RAM", "RequestId");
  }

  @ParameterizedTest
  @ValueSource(strings = {"get", "await"})
  void aRefusedRequestIsBadInput(String command) {
    CommandRun run =
        CommandRun.of(
            site.environment(), CommandRun.KEY, Terminal.NONE, command, "package", "refused");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errLine()).contains("GetPackageJob refused in ", "MissingJobId", "RequestId");
  }

  @Test
  void chosenStatusesEndTheWait() {
    site.emulator().add(JobScript.of(LIVE_SNAPSHOT, "camera", Phase.at(Duration.ZERO, "paused")));
    CommandRun run = await("live-snapshot", "camera", "--until", "started,paused");
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("SUCCEEDED, status paused");
  }

  @Test
  @Timeout(value = 90, unit = TimeUnit.SECONDS)
  void aPipeGetsALineWhenTheStatusChanges() throws IOException, InterruptedException {
    Phase halfway = new Phase(Duration.ZERO, "Processing", 40);
    Phase stillHalfway = new Phase(Duration.ofDays(1), "Processing", 40);
    site.emulator().add(JobScript.of(MEDIA_PRODUCING, "film", halfway, stillHalfway));
    try (CommandProcess await =
        CommandProcess.start(site.environment(), "await", "media-producing", "film")) {
      assertThat(await.nextLine()).isEqualTo("GetMediaProducingJob film: waiting, in cn-shanghai");
      assertThat(await.nextLine())
          .startsWith("GetMediaProducingJob film: Processing 40 %, ")
          .containsPattern("\\d polls?");
      site.emulator().add(JobScript.succeeding(MEDIA_PRODUCING, "film", Duration.ZERO));
      assertThat(await.nextLine())
          .startsWith("GetMediaProducingJob film: SUCCEEDED, status Success after ");
      assertThat(await.nextLine()).isNull();
      assertThat(await.ended()).isZero();
    }
  }

  @Test
  void ofSeveralJobsTheWorstEndDecides() throws IOException {
    CommandRun run =
        await("package", "good", "bad", "unknown", "endless", "--deadline", "PT1S", "--json");
    assertThat(run.exitCode()).isEqualTo(4);
    assertThat(json(run))
        .extracting(it -> it.path("jobId").asText() + " " + it.path("outcome").asText())
        .containsExactlyInAnyOrder(
            "good SUCCEEDED", "bad FAILED", "unknown NOT_FOUND", "endless TIMED_OUT");
    assertThat(await("package", "good", "bad").exitCode()).isEqualTo(1);
    assertThat(await("package", "good", "bad", "forbidden").exitCode()).isEqualTo(5);
    assertThat(await("package", "good", "bad", "refused").exitCode()).isEqualTo(5);
  }

  @Test
  void withJsonAProblemGoesToStandardErrorOnly() throws IOException {
    CommandRun run = await("package", "forbidden", "good", "--json");
    assertThat(run.exitCode()).isEqualTo(5);
    assertThat(json(run)).singleElement().matches(it -> it.path("jobId").asText().equals("good"));
    assertThat(run.errLine()).contains("GetPackageJob forbidden");
  }

  @Test
  void hundredsOfJobsAreEachWaitedForOnce() throws IOException {
    List<String> arguments = new ArrayList<>(List.of("package", "--json"));
    IntStream.range(0, 200)
        .mapToObj(i -> "many-" + i)
        .forEach(
            id -> {
              site.emulator().add(JobScript.succeeding(PACKAGE, id, Duration.ZERO));
              arguments.addAll(List.of(id, id));
            });
    CommandRun run = await(arguments.toArray(String[]::new));
    assertThat(run.exitCode()).isZero();
    assertThat(json(run)).extracting(it -> it.path("jobId").asText()).doesNotHaveDuplicates();
    assertThat(run.outLines()).hasSize(200);
    assertThat(site.emulator().polls("many-7").total()).isEqualTo(1);
  }

  @Test
  void aBatchIsShownAsCountsAndFollowsTheSameExitCodes(@TempDir Path folder) throws IOException {
    Path ids = folder.resolve("ids.txt");
    Files.writeString(ids, "good\n\nbad\nforbidden\n");
    CommandRun run = await("package", "--from", ids.toString(), "--batch", "of-three");
    assertThat(run.exitCode()).isEqualTo(5);
    assertThat(run.out())
        .contains("GetPackageJob bad: FAILED", "3 of 3 jobs done: 1 FAILED, 1 NOT_FOUND_OUT");
    assertThat(run.errLine()).contains("forbidden", "Forbidden.RAM");
    assertThat(json(await("package", "good", "bad", "--batch", "of-two", "--json")))
        .extracting(it -> it.path("outcome").asText())
        .containsExactlyInAnyOrder("SUCCEEDED", "FAILED");
    assertThat(await("package").errLine()).contains("JOB_ID: missing");
    assertThat(await("package", "--from", "/no/such/file").exitCode()).isEqualTo(2);
  }

  @Test
  void aTerminalGetsBarsAndKeepsTheEnds() {
    CommandRun run =
        CommandRun.of(
            site.environment(),
            CommandRun.KEY,
            Terminal.live(Map.of("NO_COLOR", "1"), () -> 120, () -> 24),
            "await",
            "package",
            "good",
            "endless",
            "--deadline",
            "PT3S");
    assertThat(run.exitCode()).isEqualTo(4);
    assertThat(run.out())
        .contains("+ GetPackageJob good: SUCCEEDED")
        .contains("###", "1 poll, next ")
        .endsWith("\033[?25h");
  }

  private static CommandRun await(String... arguments) {
    return CommandRun.of(
        site.environment(),
        Stream.concat(Stream.of("await"), Stream.of(arguments)).toArray(String[]::new));
  }

  private static List<JsonNode> json(CommandRun run) throws IOException {
    List<JsonNode> outcomes = new ArrayList<>();
    for (String line : run.outLines()) {
      outcomes.add(Json.read(line.getBytes(StandardCharsets.UTF_8)));
    }
    return outcomes;
  }
}
