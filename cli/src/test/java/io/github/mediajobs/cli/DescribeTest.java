package io.github.mediajobs.cli;

import static io.github.mediajobs.operation.Operations.MEDIA_PRODUCING;
import static io.github.mediajobs.operation.Operations.PACKAGE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mediajobs.client.MediaJobsClient;
import io.github.mediajobs.emulator.fault.Fault;
import io.github.mediajobs.emulator.job.JobScript;
import io.github.mediajobs.emulator.job.Phase;
import io.github.mediajobs.json.Json;
import io.github.mediajobs.wire.Step;
import io.temporal.client.WorkflowOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One run as the command describes it, with a Temporal service and a worker of their own. */
@Timeout(value = 90, unit = TimeUnit.SECONDS)
class DescribeTest {
  private static Site site;
  private static MediaJobsClient jobs;

  @BeforeAll
  static void open() {
    site = new Site();
    site.startWorker();
    jobs = MediaJobsClient.create(site.connection().client());
  }

  @AfterAll
  static void close() {
    site.close();
  }

  @Test
  void aWaitThatGoesOn() throws IOException {
    Phase half = new Phase(Duration.ZERO, "Processing", 40);
    site.emulator()
        .add(
            JobScript.of(
                MEDIA_PRODUCING, "film", half, new Phase(Duration.ofDays(1), "Processing", 40)));
    jobs.await(MEDIA_PRODUCING, "film").within(Duration.ofHours(6)).start();
    CommandRun run = once("1 poll", () -> describe("media-producing", "film"));
    assertThat(run.exitCode()).isZero();
    assertThat(run.outLines().get(0))
        .startsWith("GetMediaProducingJob film in cn-shanghai: Processing 40 %, 1 poll, next in ");
    assertThat(run.out())
        .containsPattern("  workflow id +media-job/cn-shanghai/GetMediaProducingJob/film\n")
        .containsPattern("  run id +\\S+\n")
        .containsPattern("  workflow type +AwaitMediaJob\n")
        .containsPattern("  state +RUNNING\n")
        .containsPattern("  started +\\S+Z, \\d+ s ago\n")
        .containsPattern("  deadline +\\S+Z, in [56] h \\d+ min\n")
        .containsPattern("  next poll +\\S+Z, in \\d+ s\n");

    JsonNode json = json("media-producing", "film");
    assertThat(json.path("state").asText()).isEqualTo("RUNNING");
    assertThat(json.path("lastSeen").path("status").asText()).isEqualTo("Processing");
    assertThat(json.path("lastSeen").path("progress").asInt()).isEqualTo(40);
    assertThat(json.path("progress").path("phase").asText()).isEqualTo("WAITING");
    assertThat(json.path("progress").path("deadlineAt").asText()).endsWith("Z");
    assertThat(json.path("attempt").asInt()).isPositive();
    assertThat(json.has("result")).isFalse();
  }

  @Test
  void aWaitWhoseReadsFailTellsTheLastFailure() throws IOException {
    site.emulator().add(JobScript.succeeding(PACKAGE, "busy", Duration.ofDays(1)));
    site.emulator().fault(Fault.throttling().forJob("busy").forever());
    jobs.await(PACKAGE, "busy").start();
    CommandRun run = once("Throttling", () -> describe("package", "busy"));
    assertThat(run.outLines().get(0)).startsWith("GetPackageJob busy in cn-shanghai: trying again");
    assertThat(run.out()).containsPattern("  last failure +.*Throttling");
    assertThat(json("package", "busy").path("problem").asText()).contains("Throttling");
  }

  @Test
  void aWaitThatHasEnded() throws IOException {
    site.emulator().add(JobScript.succeeding(PACKAGE, "good", Duration.ZERO));
    jobs.await(PACKAGE, "good").outcome();
    CommandRun run = describe("package", "good");
    assertThat(run.outLines().get(0))
        .startsWith(
            "GetPackageJob good in cn-shanghai: SUCCEEDED, status Success after 1 poll in ");
    assertThat(run.out())
        .containsPattern("  state +COMPLETED\n")
        .containsPattern("  ended +\\S+Z")
        .doesNotContain("deadline");
    assertThat(json("package", "good").path("result").path("outcome").asText())
        .isEqualTo("SUCCEEDED");
  }

  @Test
  void aWaitThatCouldNotFindOut() throws IOException {
    site.emulator().add(JobScript.succeeding(PACKAGE, "forbidden", Duration.ZERO));
    site.emulator()
        .fault(Fault.error(403, "Forbidden.RAM", "No right.").forJob("forbidden").forever());
    assertThat(CommandRun.of(site.environment(), "await", "package", "forbidden").exitCode())
        .isEqualTo(5);
    CommandRun run = describe("package", "forbidden");
    assertThat(run.exitCode()).isZero();
    assertThat(run.outLines().get(0)).contains("Forbidden.RAM");
    assertThat(run.out()).containsPattern("  state +FAILED\n");
    assertThat(json("package", "forbidden").path("failure").asText()).contains("Forbidden.RAM");
  }

  @Test
  void aPipelineIsFoundByItsJobAndTellsItsSteps() throws IOException {
    site.emulator().add(JobScript.succeeding(PACKAGE, "stepped", Duration.ZERO));
    jobs.await(PACKAGE, "stepped")
        .onSuccess(
            Step.activity("publish", "NobodyServesIt")
                .onTaskQueue("nobody")
                .within(Duration.ofSeconds(1)))
        .run();
    CommandRun run = describe("package", "stepped");
    assertThat(run.outLines().get(0)).contains("stepped in cn-shanghai: SUCCEEDED");
    assertThat(run.out())
        .containsPattern("  workflow type +MediaJobPipeline\n")
        .containsPattern("  step publish +FAILED: Timeout\n");
    assertThat(json("package", "stepped").path("result").path("steps")).hasSize(1);
  }

  @Test
  void theRunThatGoesOnIsPreferred() {
    site.emulator().add(JobScript.succeeding(PACKAGE, "both", Duration.ZERO));
    jobs.await(PACKAGE, "both").outcome();
    site.emulator().add(JobScript.succeeding(PACKAGE, "both", Duration.ofDays(1)));
    jobs.await(PACKAGE, "both").onSuccess(Step.activity("a", "A")).start();
    assertThat(describe("package", "both").out())
        .containsPattern("  workflow type +MediaJobPipeline\n");
    jobs.await(PACKAGE, "both").start();
    assertThat(describe("package", "both").out())
        .containsPattern("  workflow type +AwaitMediaJob\n");
  }

  @Test
  void aBatchIsCounted() throws IOException {
    site.emulator().add(JobScript.succeeding(PACKAGE, "one", Duration.ZERO));
    site.emulator().add(JobScript.succeeding(PACKAGE, "two", Duration.ofDays(1)));
    jobs.awaitAll("counted", PACKAGE, List.of("one", "two")).start();
    String id = "media-jobs/counted/0";
    CommandRun run = once("1 of 2", () -> describe("--workflow-id", id));
    assertThat(run.outLines().get(0)).isEqualTo(id + ": 1 of 2 jobs done");
    assertThat(json("--workflow-id", id).path("progress").path("jobs").asInt()).isEqualTo(2);
  }

  @Test
  void whatDoesNotExistIsNotFound() {
    CommandRun run = describe("package", "nobody");
    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.errLine())
        .contains(
            "namespace default has no run media-job/cn-shanghai/GetPackageJob/nobody or"
                + " media-job-pipeline/cn-shanghai/GetPackageJob/nobody",
            "mediajobs list --all");
    assertThat(run.out()).isEmpty();
    assertThat(describe("--workflow-id", "nothing").exitCode()).isEqualTo(3);
  }

  @Test
  void aWorkflowOfSomeoneElseIsBadInput() {
    site.connection()
        .client()
        .newUntypedWorkflowStub(
            "Payroll",
            WorkflowOptions.newBuilder().setWorkflowId("payroll").setTaskQueue("theirs").build())
        .start();
    CommandRun run = describe("--workflow-id", "payroll");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errLine()).contains("payroll is a run of Payroll");
  }

  private static CommandRun once(String seen, Supplier<CommandRun> described) {
    CommandRun run = described.get();
    while (!run.out().contains(seen)) {
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
      if (Thread.interrupted()) {
        throw new IllegalStateException("waited in vain");
      }
      run = described.get();
    }
    return run;
  }

  private static JsonNode json(String... arguments) throws IOException {
    CommandRun run =
        describe(Stream.concat(Stream.of("--json"), Stream.of(arguments)).toArray(String[]::new));
    assertThat(run.outLines()).hasSize(1);
    return Json.read(run.out().getBytes(StandardCharsets.UTF_8));
  }

  private static CommandRun describe(String... arguments) {
    return CommandRun.of(
        site.environment(),
        Stream.concat(Stream.of("describe"), Stream.of(arguments)).toArray(String[]::new));
  }
}
