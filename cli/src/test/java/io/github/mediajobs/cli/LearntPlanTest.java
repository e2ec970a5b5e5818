package io.github.mediajobs.cli;

import static io.github.mediajobs.operation.Operations.PACKAGE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mediajobs.emulator.job.JobScript;
import io.github.mediajobs.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Plans by what a running worker learnt, and by what the API lists. */
class LearntPlanTest {
  private static final int JOBS = 16;

  private static Site site;

  @BeforeAll
  static void open() {
    site = new Site();
    site.startWorker();
    for (String queue : List.of("p1", "p2")) {
      for (int i = 0; i < JOBS; i++) {
        site.emulator()
            .add(
                JobScript.succeeding(PACKAGE, queue + i, Duration.ZERO)
                    .with("PipelineId", queue)
                    .with("SubmitTime", "2026-01-02T03:00:00Z")
                    .with("FinishTime", "2026-01-02T03:%02d:00Z".formatted(1 + i)));
      }
    }
    Stream<String> ids =
        Stream.of("p1", "p2").flatMap(it -> IntStream.range(0, JOBS).mapToObj(i -> it + i));
    CommandRun run =
        CommandRun.of(
            site.environment(),
            Stream.concat(Stream.of("await", "package"), ids).toArray(String[]::new));
    assertThat(run.exitCode()).isZero();
  }

  @AfterAll
  static void close() {
    site.close();
  }

  private static CommandRun plan(String... options) {
    return CommandRun.of(
        site.environment(),
        Stream.concat(Stream.of("plan", "package"), Stream.of(options)).toArray(String[]::new));
  }

  @Test
  void whatTheWorkerLearntIsShownKindByKind() {
    CommandRun run = plan("--learnt");
    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.outLines().get(0))
        .startsWith("learnt by the worker " + ProcessHandle.current().pid() + "@")
        .endsWith("on the task queue media-jobs; others learn by themselves");
    assertThat(run.out())
        .contains(
            "GetPackageJob with PipelineId=p1: 16 past jobs",
            "GetPackageJob with PipelineId=p2: 16 past jobs",
            "gax");
  }

  @Test
  void onePlanIsOfOneKind() throws Exception {
    CommandRun many = plan("--learnt", "--json");
    assertThat(many.exitCode()).isEqualTo(2);
    assertThat(many.errLine()).contains("--kind: there are 2 kinds, such as GetPackageJob with");
    CommandRun one = plan("--learnt", "--json", "--kind", "p1");
    assertThat(one.exitCode()).isZero();
    assertThat(Json.read(one.out().getBytes(StandardCharsets.UTF_8)).path("polls")).isNotEmpty();
    assertThat(plan("--learnt", "--kind", "p3").errLine())
        .contains("--kind: no past job is of a kind");
  }

  @Test
  void jobsThatTheApiListsAreShown() {
    CommandRun run = plan("--recent");
    assertThat(run.exitCode()).isZero();
    assertThat(run.outLines().get(0)).isEqualTo("jobs in cn-shanghai that ended lately");
    assertThat(run.out()).contains("GetPackageJob with PipelineId=p2: 16 past jobs");
  }

  @Test
  void anOperationWithoutListHasNoRecentJobs() {
    CommandRun run = CommandRun.of(site.environment(), "plan", "iproduction", "--recent");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errLine()).contains("--recent", "no List operation beside QueryIProductionJob");
  }

  @Test
  void aWorkerThatSawNoJobEndLeavesWhatIsAssumed() {
    CommandRun run = CommandRun.of(site.environment(), "plan", "dynamic-image", "--learnt");
    assertThat(run.exitCode()).isZero();
    assertThat(run.outLines().get(1)).startsWith("GetDynamicImageJob: no past job; assumed:");
  }

  @Test
  void whereNobodyListensThatIsSaid() {
    Map<String, String> elsewhere = new HashMap<>(site.environment());
    elsewhere.put("MEDIAJOBS_TASK_QUEUE", "nobody");
    CommandRun run = CommandRun.of(elsewhere, "plan", "package", "--learnt");
    assertThat(run.exitCode()).isEqualTo(5);
    assertThat(run.errLine()).contains("no worker on the task queue nobody", "mediajobs worker");
  }

  @Test
  void sourcesExcludeEachOther() {
    CommandRun run = plan("--learnt", "--recent");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errLine()).contains("--learnt", "--recent");
  }
}
