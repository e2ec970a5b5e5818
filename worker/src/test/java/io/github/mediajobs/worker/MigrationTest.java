package io.github.mediajobs.worker;

import static io.github.mediajobs.operation.Operations.PACKAGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mediajobs.api.ApiConfig;
import io.github.mediajobs.api.ApiCredentials;
import io.github.mediajobs.api.ApiException;
import io.github.mediajobs.api.MediaApi;
import io.github.mediajobs.emulator.job.JobScript;
import io.github.mediajobs.operation.Catalogue;
import io.github.mediajobs.operation.Service;
import io.github.mediajobs.worker.example.PollingAfter;
import io.github.mediajobs.worker.example.PollingBefore;
import io.temporal.client.WorkflowStub;
import io.temporal.failure.ApplicationFailure;
import io.temporal.testing.WorkflowReplayer;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What docs/migration.md shows before and after answers the same of a job that succeeds. */
@Timeout(120)
class MigrationTest {
  private static final String USERS = "users";

  /** A user's workflow, written in one of the ways of the page. */
  @WorkflowInterface
  public interface Written {
    @WorkflowMethod(name = "Written")
    String run(String way, String jobId);
  }

  /** Before and after the change of ways. */
  public static final class WrittenImpl implements Written {
    @Override
    public String run(String way, String jobId) {
      return switch (way) {
        case "frequent before" -> PollingBefore.frequent(jobId);
        case "infrequent before" -> PollingBefore.infrequent(jobId);
        case "periodic before" -> PollingBefore.periodic(jobId);
        case "frequent after" -> PollingAfter.frequent(jobId);
        case "infrequent after" -> PollingAfter.infrequent(jobId);
        case "periodic after" -> PollingAfter.periodic(jobId);
        default -> PollingAfter.underWay(jobId);
      };
    }
  }

  /** The workflow once it asks for its version, whatever it was called with. */
  public static final class VersionedImpl implements Written {
    @Override
    public String run(String way, String jobId) {
      return PollingAfter.underWay(jobId);
    }
  }

  private static Engine engine;
  private static MediaApi api;
  private String jobId;

  @BeforeAll
  static void start() {
    engine =
        new Engine(
            600,
            Catalogue.standard(),
            temporal -> {
              var users = temporal.newWorker(USERS);
              users.registerWorkflowImplementationTypes(
                  WrittenImpl.class, PollingBefore.PeriodicPollsImpl.class);
              users.registerActivitiesImplementations(
                  new PollingBefore.PollsImpl(MigrationTest::status));
            });
    api =
        new MediaApi(
            ApiConfig.defaults().withEndpoint(Service.ICE, engine.emulator().url()),
            () -> new ApiCredentials("emulator", "emulator", null),
            engine::now);
  }

  @AfterAll
  static void stop() {
    api.close();
    engine.close();
  }

  private static String status(String jobId) {
    try {
      return api.read(PACKAGE, jobId, null).record().status();
    } catch (ApiException e) {
      throw new IllegalStateException(e);
    }
  }

  @BeforeEach
  void anotherJob() {
    jobId = engine.newJobId();
  }

  private void succeeding(Duration length) {
    engine.emulator().add(JobScript.succeeding(PACKAGE, jobId, length));
  }

  private WorkflowStub run(String way) {
    WorkflowStub run = engine.stub("Written", way + " " + jobId, USERS);
    run.start(way, jobId);
    return run;
  }

  /** What sleeps in real time is given a job that has ended. */
  @Test
  void byHand() throws Exception {
    succeeding(Duration.ZERO);
    assertThat(PollingBefore.byHand(MigrationTest::status, jobId)).isEqualTo("Success");
    assertThat(PollingAfter.byHand(engine.client(), jobId)).isEqualTo("Success");
    assertThat(run("frequent before").getResult(String.class)).isEqualTo("Success");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "infrequent before",
        "periodic before",
        "frequent after",
        "infrequent after",
        "periodic after",
        "under way"
      })
  void eachWayAwaitsAJobOfAnHour(String way) {
    succeeding(Duration.ofHours(1));
    assertThat(run(way).getResult(String.class)).isEqualTo("Success");
    assertThat(engine.emulator().polls(jobId).total()).isGreaterThan(5);
  }

  @Test
  void aFailedJobEndsTheWorkflowAfter() {
    engine
        .emulator()
        .add(JobScript.failing(PACKAGE, jobId, Duration.ofMinutes(10), "NoVideo", "no"));
    assertThat(run("infrequent before").getResult(String.class)).isEqualTo("Fail");
    assertThatThrownBy(() -> run("infrequent after").getResult(String.class))
        .cause()
        .isInstanceOfSatisfying(
            ApplicationFailure.class, it -> assertThat(it.getType()).isEqualTo("JobFailed"));
  }

  @Test
  void aRunThatBeganBeforeReplaysAfter() throws Exception {
    succeeding(Duration.ofMinutes(10));
    WorkflowStub before = run("infrequent before");
    before.getResult(String.class);
    var history =
        engine.temporal().getWorkflowClient().fetchHistory(before.getExecution().getWorkflowId());
    WorkflowReplayer.replayWorkflowExecution(history, VersionedImpl.class);
  }

  /** The page shows columns of a table that the benchmark writes. */
  @Test
  void itsFiguresAreThoseThatWereMeasured() throws Exception {
    String measured = Files.readString(Path.of("../docs/performance.md"));
    List<String[]> rows =
        Pattern.compile("(?m)^\\| `([a-z, ]+)` \\|(.*)\\|$")
            .matcher(Files.readString(Path.of("../docs/migration.md")))
            .results()
            .map(it -> (it.group(1) + "|" + it.group(2)).split("\\|", -1))
            .toList();
    assertThat(rows).hasSizeGreaterThan(3);
    assertThat(rows)
        .allSatisfy(
            row ->
                assertThat(Stream.of(row).skip(1).map(String::strip))
                    .containsExactlyElementsOf(row(measured, row[0])));
  }

  /** Actions, events, calls and delay of a wait. */
  private static List<String> row(String measured, String name) {
    var found = Pattern.compile("(?m)^\\| " + name + " \\|(.*)\\|$").matcher(measured);
    assertThat(found.find()).as(name).isTrue();
    String[] cells = found.group(1).split("\\|", -1);
    return List.of(cells[0].strip(), cells[1].strip(), cells[3].strip(), cells[4].strip());
  }
}
