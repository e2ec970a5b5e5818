package io.github.mediajobs.worker.devserver;

import static io.github.mediajobs.operation.Operations.PACKAGE;
import static io.github.mediajobs.worker.Pollings.NEVER_AGAIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mediajobs.client.JobHandle;
import io.github.mediajobs.client.MediaJobsClient;
import io.github.mediajobs.client.WorkflowIds;
import io.github.mediajobs.emulator.job.JobScript;
import io.github.mediajobs.failure.JobStateUnknownException;
import io.github.mediajobs.wire.MediaJobAttributes;
import io.github.mediajobs.wire.Outcome;
import io.github.mediajobs.wire.Step;
import io.temporal.client.WorkflowExecutionMetadata;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Runs are found by what they await and by how that stands, when they were started so. */
@ExtendWith(DevServer.class)
@Timeout(120)
class SearchTest {
  private Bench bench;
  private MediaJobsClient jobs;

  @BeforeEach
  void serve(Bench given) {
    bench = given;
    bench.startSearchableWorker(UsersOfHistories::registerSteps);
    jobs = bench.jobs().withSearchAttributes(true);
  }

  private void untilFound(String query, String... workflowIds) {
    Bench.until(() -> bench.found(query).equals(List.of(workflowIds)));
  }

  private String job(String suffix, boolean succeeds) {
    String id = bench.jobId() + suffix;
    bench
        .emulator()
        .add(
            succeeds
                ? JobScript.succeeding(PACKAGE, id, Bench.polls(1))
                : JobScript.failing(PACKAGE, id, Bench.polls(1), "Bad", "bad"));
    return id;
  }

  @Test
  void runsAreListedByOperationAndStatus() {
    String good = jobs.await(PACKAGE, job("-good", true)).start().workflowId();
    String bad = jobs.await(PACKAGE, job("-bad", false)).start().workflowId();
    String published =
        jobs.await(PACKAGE, job("-published", true))
            .onSuccess(Step.activity("publish", "Publish"))
            .start()
            .workflowId();
    bench.emulator().add(JobScript.succeeding(PACKAGE, bench.jobId(), Bench.polls(10_000)));
    JobHandle<?> going = jobs.await(PACKAGE, bench.jobId()).polling(NEVER_AGAIN).start();

    untilFound("MediaJobStatus='FAILED'", bad);
    untilFound("MediaJobStatus='SUCCEEDED'", published, good);
    untilFound("MediaJobStatus='WAITING'", going.workflowId());
    assertThat(bench.found("MediaJobOperation='GetPackageJob'")).hasSize(4);
    assertThat(bench.found("MediaJobOperation='GetDynamicImageJob'")).isEmpty();

    going.cancel();
    assertThatThrownBy(going::result).isInstanceOf(JobStateUnknownException.class);
    untilFound("MediaJobStatus='UNKNOWN'", going.workflowId());
  }

  @Test
  void aBatchIsListedByItsOperationOnly() throws Exception {
    List<String> ids = List.of(job("-a", true), job("-b", false));
    jobs.awaitAll(bench.jobId(), PACKAGE, ids).forEach(end -> {});

    untilFound("MediaJobOperation='GetPackageJob'", "media-jobs/" + bench.jobId() + "/0");
    assertThat(bench.found("MediaJobStatus IS NOT NULL")).isEmpty();
  }

  @Test
  void aRunThatWorkflowsShareIsListedWhenItsWorkerSaysSo() {
    bench
        .start(
            "AwaitMediaJob",
            "joiner-" + bench.jobId(),
            Map.of("operation", "package", "jobId", job("", false), "shared", true))
        .getResult(Outcome.class);

    untilFound(
        "MediaJobStatus='FAILED'", WorkflowIds.await("cn-shanghai", PACKAGE, bench.jobId(), null));
  }

  @Test
  void aRunIsNotSearchableUnlessItWasStartedSo() {
    JobHandle<?> handle = bench.jobs().await(PACKAGE, job("", true)).start();
    handle.result();

    WorkflowExecutionMetadata run =
        bench.client().newUntypedWorkflowStub(handle.workflowId()).describe();
    assertThat(run.getTypedSearchAttributes().containsKey(MediaJobAttributes.OPERATION)).isFalse();
    assertThat(run.getTypedSearchAttributes().containsKey(MediaJobAttributes.STATUS)).isFalse();
  }
}
