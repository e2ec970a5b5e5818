package io.github.mediajobs.cli;

import static io.github.mediajobs.operation.Operations.IPRODUCTION;
import static io.github.mediajobs.operation.Operations.PACKAGE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mediajobs.cli.terminal.Terminal;
import io.github.mediajobs.client.MediaJobsClient;
import io.github.mediajobs.json.Json;
import io.github.mediajobs.wire.Step;
import io.github.mediajobs.worker.TemporalConnection;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Runs as the command lists them: none has a worker, so that they go on. */
@Timeout(value = 90, unit = TimeUnit.SECONDS)
class ListTest {
  private static final String WAIT = "media-job/cn-shanghai/GetPackageJob/job-1";
  private static final String PIPELINE = "media-job-pipeline/cn-beijing/GetPackageJob/job-1";
  private static final String SMART = "media-job/cn-beijing/QueryIProductionJob/job 2";
  private static final String BATCH = "media-jobs/nightly/0";
  private static final String ENDED = "media-job/cn-shanghai/GetPackageJob/ended";

  private static RealTemporal temporal;
  private static TemporalConnection connection;

  @BeforeAll
  static void open() {
    temporal = RealTemporal.start();
    connection = TemporalConnection.open(environment(), Duration.ofSeconds(30));
    MediaJobsClient jobs = MediaJobsClient.create(connection.client());
    jobs.await(PACKAGE, "ended").start();
    connection.client().newUntypedWorkflowStub(ENDED).terminate("the test ends it");
    jobs.await(PACKAGE, "job-1").start();
    jobs.await(PACKAGE, "job-1").in("cn-beijing").onSuccess(Step.activity("a", "A")).start();
    jobs.await(IPRODUCTION, "job 2").in("cn-beijing").start();
    jobs.awaitAll("nightly", PACKAGE, List.of("job-1", "job-3")).start();
    // The service's visibility is a moment behind.
    untilListed(5, "--all");
    untilListed(4);
  }

  @AfterAll
  static void close() {
    if (connection != null) {
      connection.close();
    }
    if (temporal != null) {
      temporal.close();
    }
  }

  @Test
  void theRunsThatGoOnAreRowsOfATable() {
    CommandRun run = list();
    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.outLines().get(0))
        .matches("WORKFLOW ID +KIND +OPERATION +JOB +STATE +STARTED +AGE");
    assertThat(run.outLines())
        .hasSize(5)
        .anyMatch(it -> it.matches(WAIT + " +wait +GetPackageJob +job-1 +RUNNING +\\S+Z  \\d+ s"))
        .anyMatch(it -> it.matches(PIPELINE + " +pipeline +GetPackageJob +job-1 +RUNNING .*"))
        .anyMatch(it -> it.matches(SMART + " +wait +QueryIProductionJob +job 2 +RUNNING .*"))
        .anyMatch(it -> it.matches(BATCH + " +batch +- +- +RUNNING .*"));
  }

  @Test
  void theOthersAreListedOnRequest() {
    assertThat(list("--all").outLines())
        .hasSize(6)
        .anyMatch(it -> it.matches(ENDED + " +wait +GetPackageJob +ended +TERMINATED .*"));
  }

  @Test
  void jsonIsAnObjectALine() throws IOException {
    List<JsonNode> runs = json("--all");
    assertThat(runs)
        .extracting(it -> it.path("workflowId").asText())
        .containsExactlyInAnyOrder(WAIT, PIPELINE, SMART, BATCH, ENDED);
    JsonNode smart = of(SMART, runs);
    assertThat(smart.path("kind").asText()).isEqualTo("wait");
    assertThat(smart.path("state").asText()).isEqualTo("RUNNING");
    assertThat(smart.path("operation").asText()).isEqualTo("QueryIProductionJob");
    assertThat(smart.path("jobId").asText()).isEqualTo("job 2");
    assertThat(smart.path("region").asText()).isEqualTo("cn-beijing");
    assertThat(smart.path("runId").asText()).isNotEmpty();
    assertThat(smart.has("endedAt")).isFalse();
    assertThat(of(ENDED, runs).path("endedAt").asText()).endsWith("Z");
    assertThat(of(BATCH, runs).has("jobId")).isFalse();
  }

  @Test
  void anOperationAndARegionNarrowTheList() throws IOException {
    assertThat(json("--operation", "package"))
        .extracting(it -> it.path("workflowId").asText())
        .containsExactlyInAnyOrder(WAIT, PIPELINE);
    assertThat(json("--region", "cn-beijing"))
        .extracting(it -> it.path("workflowId").asText())
        .containsExactlyInAnyOrder(PIPELINE, SMART);
    assertThat(json("--operation", "GetPackageJob", "--region", "cn-beijing"))
        .extracting(it -> it.path("workflowId").asText())
        .containsExactly(PIPELINE);
    assertThat(list("--operation", "live-snapshot").outLines())
        .containsExactly("no runs in namespace default");
  }

  @Test
  void aLimitCutsTheListAndSaysSo() throws IOException {
    assertThat(list("--limit", "3").outLines())
        .hasSize(5)
        .last()
        .isEqualTo("and more; --limit shows them");
    assertThat(list("--limit", "4").outLines()).hasSize(5);
    assertThat(json("--limit", "2")).hasSize(2);
  }

  @Test
  void onlyATerminalGetsColours() {
    assertThat(list().out()).doesNotContain("\033");
    assertThat(onTerminal(Map.of()).out()).startsWith("\033[90mWORKFLOW ID");
    assertThat(onTerminal(Map.of("NO_COLOR", "1")).out()).doesNotContain("\033");
  }

  private static CommandRun onTerminal(Map<String, String> variables) {
    return CommandRun.of(
        environment(), CommandRun.KEY, Terminal.live(variables, () -> 80, () -> 24), "list");
  }

  private static void untilListed(int runs, String... options) {
    while (list(options).outLines().size() != runs + 1) {
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
      if (Thread.interrupted()) {
        throw new IllegalStateException("waited in vain");
      }
    }
  }

  private static JsonNode of(String workflowId, List<JsonNode> runs) {
    return runs.stream()
        .filter(it -> it.path("workflowId").asText().equals(workflowId))
        .findFirst()
        .orElseThrow();
  }

  private static List<JsonNode> json(String... options) throws IOException {
    CommandRun run =
        list(Stream.concat(Stream.of("--json"), Stream.of(options)).toArray(String[]::new));
    List<JsonNode> runs = new ArrayList<>();
    for (String line : run.outLines()) {
      runs.add(Json.read(line.getBytes(StandardCharsets.UTF_8)));
    }
    return runs;
  }

  private static CommandRun list(String... options) {
    return CommandRun.of(
        environment(), Stream.concat(Stream.of("list"), Stream.of(options)).toArray(String[]::new));
  }

  private static Map<String, String> environment() {
    return Map.of("TEMPORAL_ADDRESS", temporal.address());
  }
}
