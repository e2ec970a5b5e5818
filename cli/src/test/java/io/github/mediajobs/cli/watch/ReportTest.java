package io.github.mediajobs.cli.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mediajobs.cli.exit.ExitCode;
import io.github.mediajobs.cli.exit.Problem;
import io.github.mediajobs.cli.terminal.Terminal;
import io.github.mediajobs.client.WaitDescription;
import io.github.mediajobs.failure.JobPending;
import io.github.mediajobs.outcome.JobReference;
import io.github.mediajobs.outcome.OutcomeKind;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How waits are shown, without a terminal and without a service. */
class ReportTest {
  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
  private static final JobReference JOB = new JobReference("GetPackageJob", "job-1", "cn-shanghai");

  private final ByteArrayOutputStream outBytes = new ByteArrayOutputStream();
  private final ByteArrayOutputStream errBytes = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(outBytes, true, StandardCharsets.UTF_8);
  private final PrintStream err = new PrintStream(errBytes, true, StandardCharsets.UTF_8);
  private final PlainReport plain = new PlainReport(out, err, () -> NOW);

  @Test
  void aPipeGetsEachStatusOnce() {
    plain.started(JOB);
    plain.seen(JOB, pending("Init", null, 1), Duration.ofSeconds(1));
    plain.seen(JOB, pending("Init", null, 2), Duration.ofSeconds(2));
    plain.seen(JOB, pending("Processing", 40, 3), Duration.ofSeconds(3));
    plain.seen(JOB, pending("Processing", 80, 4), Duration.ofSeconds(4));
    assertThat(outBytes.toString(StandardCharsets.UTF_8).lines())
        .containsExactly(
            "GetPackageJob job-1: waiting, in cn-shanghai",
            "GetPackageJob job-1: Init, 1 poll, next in 5 s",
            "GetPackageJob job-1: Processing 40 %, 3 polls, next in 5 s");
  }

  @Test
  void aMissingWorkerIsToldAfterAWhile() {
    Stage stage = Stage.of(description(0, true, null, null));
    plain.seen(JOB, stage, Duration.ofSeconds(1));
    assertThat(outBytes.size()).isZero();
    plain.seen(JOB, stage, Duration.ofSeconds(4));
    plain.seen(JOB, stage, Duration.ofSeconds(5));
    assertThat(outBytes.toString(StandardCharsets.UTF_8))
        .isEqualTo("GetPackageJob job-1: waiting for a worker\n");
  }

  @Test
  void aReadThatMetAProblemIsToldInItsWords() {
    plain.seen(JOB, Stage.of(description(3, false, null, "throttled\n(Code X)")), Duration.ZERO);
    assertThat(outBytes.toString(StandardCharsets.UTF_8))
        .isEqualTo("GetPackageJob job-1: trying again, throttled (Code X)\n");
  }

  @Test
  void aStageTellsPollsAndTheNext() {
    assertThat(pending("Init", null, 1).polling(NOW)).isEqualTo("1 poll, next in 5 s");
    assertThat(pending("Init", null, 7).polling(NOW.plusSeconds(9))).isEqualTo("7 polls, next now");
    assertThat(Stage.STARTING.polling(NOW)).isEmpty();
    assertThat(Stage.of(description(1, false, null, null)).name()).isEqualTo("reading");
  }

  @Test
  void endingsTellTheStatusAndWhatToDo() {
    Duration waited = Duration.ofSeconds(12);
    assertThat(ending(OutcomeKind.SUCCEEDED, "Success", "Odd", 1).line(waited))
        .isEqualTo("SUCCEEDED, status Success after 1 poll in 12 s");
    assertThat(ending(OutcomeKind.FAILED, "Fail", "BadInput", 7).line(waited))
        .isEqualTo("FAILED, status Fail after 7 polls in 12 s; BadInput: message");
    assertThat(ending(OutcomeKind.TIMED_OUT, "Init", null, 7).line(waited))
        .startsWith("TIMED_OUT, status Init after 7 polls")
        .contains("--deadline");
    assertThat(ending(OutcomeKind.NOT_FOUND, null, null, 7).line(waited))
        .isEqualTo("NOT_FOUND after 7 polls in 12 s; check the job id and the region cn-shanghai");
  }

  @Test
  void aTerminalGetsARowWithABar() {
    String row =
        new LiveRow(JOB, pending("Processing", 50, 4), NOW.minusSeconds(65))
            .line(terminal(110, 24), NOW, 0);
    assertThat(row)
        .matches(
            "GetPackageJob +job-1 +Processing +#{5}-{5}  50 % 4 polls, next in 5 s +1 min 05 s");
  }

  @Test
  void moreRowsThanTheTerminalHasAreCounted() {
    LiveReport live = new LiveReport(terminal(100, 10), out, err, () -> NOW);
    IntStream.range(0, 30)
        .forEach(i -> live.started(new JobReference("GetPackageJob", "job-" + i, "r")));
    live.tick();
    List<String> lines = List.of(outBytes.toString(StandardCharsets.UTF_8).split("\n", -1));
    assertThat(lines).hasSize(10).last().asString().startsWith("\033[J");
    assertThat(lines.get(8)).startsWith("and 22 more");
  }

  @Test
  void whatCouldNotBeFoundOutGoesToStandardError() {
    Problem problem = new Problem(ExitCode.NOT_FOUND_OUT, "no right");
    plain.notFoundOut(JOB, problem);
    new QuietReport(err).notFoundOut(JOB, problem);
    assertThat(errBytes.toString(StandardCharsets.UTF_8).lines())
        .hasSize(2)
        .allMatch(it -> it.equals("mediajobs: GetPackageJob job-1: no right"));
    assertThat(outBytes.size()).isZero();
  }

  @Test
  void standardErrorGetsNoColours() {
    Terminal coloured = Terminal.live(Map.of(), () -> 100, () -> 24);
    LiveReport live = new LiveReport(coloured, out, err, () -> NOW);
    live.started(JOB);
    live.notFoundOut(JOB, new Problem(ExitCode.NOT_FOUND_OUT, "no right"));
    assertThat(errBytes.toString(StandardCharsets.UTF_8))
        .isEqualTo("? GetPackageJob job-1: no right\n");
  }

  private static Ending ending(OutcomeKind kind, String status, String code, int polls) {
    return new Ending(JOB, kind, status, code, code == null ? null : "message", polls);
  }

  private static Terminal terminal(int columns, int rows) {
    return Terminal.live(Map.of("NO_COLOR", "1"), () -> columns, () -> rows);
  }

  private static Stage pending(String status, Integer progress, int polls) {
    return Stage.of(
        description(
            polls + 1, false, new JobPending(status, progress, polls, NOW.plusSeconds(5)), null));
  }

  private static WaitDescription description(
      int attempt, boolean workflowTaskPending, JobPending seen, String problem) {
    return new WaitDescription(
        "media-job/x",
        "run",
        "AwaitMediaJob",
        WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_RUNNING,
        NOW,
        Optional.empty(),
        "",
        workflowTaskPending,
        attempt,
        Optional.ofNullable(seen),
        Optional.ofNullable(problem),
        Optional.ofNullable(seen).map(JobPending::nextPollAt));
  }
}
