package io.github.mediajobs.cli;

import static io.github.mediajobs.operation.Operations.PACKAGE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mediajobs.cli.command.EndedOnceReady;
import io.github.mediajobs.client.JobHandle;
import io.github.mediajobs.client.MediaJobsClient;
import io.github.mediajobs.emulator.fault.Fault;
import io.github.mediajobs.emulator.job.JobScript;
import io.github.mediajobs.job.PackageJob;
import io.github.mediajobs.outcome.JobOutcome;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Processes of the command, told to end. */
@Timeout(value = 90, unit = TimeUnit.SECONDS)
class SignalTest {
  private Site site;

  @BeforeEach
  void open() {
    site = new Site();
  }

  @AfterEach
  void close() {
    site.close();
  }

  @Test
  void ctrlCLeavesTheWaitRunningAndSaysHowToComeBack() throws Exception {
    site.startWorker();
    site.emulator().add(JobScript.succeeding(PACKAGE, "long job*", Duration.ofDays(1)));
    try (CommandProcess await =
        CommandProcess.start(
            site.environment(), "await", "package", "long job*", "--deadline", "PT6H")) {
      assertThat(await.nextLine()).isEqualTo("GetPackageJob long job*: waiting, in cn-shanghai");
      assertThat(await.nextLine()).contains("Init, 1 poll");
      assertThat(await.endedBy("INT")).isEqualTo(130);
      assertThat(await.err())
          .contains(
              "  mediajobs await package 'long job*' --deadline PT6H",
              "  media-job/cn-shanghai/GetPackageJob/long job*")
          .doesNotContain("\tat ");
    }
    JobHandle<JobOutcome<PackageJob>> wait =
        MediaJobsClient.create(site.connection().client())
            .handle(PACKAGE, "media-job/cn-shanghai/GetPackageJob/long job*");
    assertThat(wait.describe().running()).isTrue();
  }

  @Test
  void ctrlCNamesOnlyTheWaitsThatGoOn() throws Exception {
    site.startWorker();
    site.emulator().add(JobScript.succeeding(PACKAGE, "good", Duration.ZERO));
    site.emulator().add(JobScript.succeeding(PACKAGE, "forbidden", Duration.ZERO));
    site.emulator()
        .fault(Fault.error(403, "Forbidden.RAM", "No right.").forJob("forbidden").forever());
    site.emulator().add(JobScript.succeeding(PACKAGE, "long", Duration.ofDays(1)));
    try (CommandProcess await =
        CommandProcess.start(site.environment(), "await", "package", "good", "forbidden", "long")) {
      assertThat(await.nextErrLine()).contains("GetPackageJob forbidden in ");
      readUntil(await, "good: SUCCEEDED", "long: waiting");
      assertThat(await.endedBy("INT")).isEqualTo(130);
      assertThat(await.err())
          .contains("The wait goes on, ", "  media-job/cn-shanghai/GetPackageJob/long")
          .doesNotContain("GetPackageJob/good", "GetPackageJob/forbidden");
    }
  }

  @Test
  void whoReadsThatAllIsReadyMaySendTheSignalAtOnce() throws Exception {
    try (CommandProcess process = CommandProcess.start(EndedOnceReady.class, Map.of())) {
      assertThat(process.nextLine()).isEqualTo("in order");
      assertThat(process.ended()).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"TERM", "INT"})
  void aWorkerSaysWhenItPollsServesAndDrains(String signal) throws Exception {
    site.emulator().add(JobScript.succeeding(PACKAGE, "job-1", Duration.ZERO));
    try (CommandProcess worker = CommandProcess.start(keyed(site.environment()), "worker")) {
      assertThat(worker.nextLine())
          .isEqualTo(
              "mediajobs worker: polling task queue media-jobs on %s, namespace default, region cn-shanghai"
                  .formatted(site.environment().get("TEMPORAL_ADDRESS")));
      CommandRun run = CommandRun.of(site.environment(), "await", "package", "job-1");
      assertThat(run.exitCode()).isZero();
      assertThat(worker.endedBy(signal)).isZero();
      assertThat(worker.nextLine()).isNull();
      assertThat(worker.err()).isEmpty();
    }
  }

  @Test
  void anEmulatorOfItsOwnServesTheKeyOfItsEnvironment() throws Exception {
    try (CommandProcess emulator = CommandProcess.start(keyed(Map.of()), "emulator")) {
      String line = emulator.nextLine();
      assertThat(line)
          .startsWith("mediajobs emulator: export MEDIAJOBS_ICE_ENDPOINT=http://127.0.0.1:")
          .doesNotContain(CommandRun.SECRET);
      String url = line.replaceFirst(".*MEDIAJOBS_ICE_ENDPOINT=(\\S+).*", "$1");
      CommandRun run =
          CommandRun.of(
              Map.of("MEDIAJOBS_ICE_ENDPOINT", url),
              "get",
              "package",
              "ab4802364a2e49208c99efab82df****");
      assertThat(run.exitCode()).isZero();
      assertThat(emulator.endedBy("TERM")).isZero();
      assertThat(emulator.err()).isEmpty();
    }
  }

  private static void readUntil(CommandProcess process, String... parts) throws IOException {
    Set<String> missing = new HashSet<>(Set.of(parts));
    while (!missing.isEmpty()) {
      String line = Objects.requireNonNull(process.nextLine(), () -> "ended before " + missing);
      missing.removeIf(line::contains);
    }
  }

  private static Map<String, String> keyed(Map<String, String> environment) {
    Map<String, String> keyed = new HashMap<>(environment);
    keyed.put("ALIBABA_CLOUD_ACCESS_KEY_ID", "emulator");
    keyed.put("ALIBABA_CLOUD_ACCESS_KEY_SECRET", CommandRun.SECRET);
    return keyed;
  }
}
