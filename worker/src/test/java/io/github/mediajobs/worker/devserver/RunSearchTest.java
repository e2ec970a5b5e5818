package io.github.mediajobs.worker.devserver;

import static io.github.mediajobs.operation.Operations.DYNAMIC_IMAGE;
import static io.github.mediajobs.operation.Operations.PACKAGE;
import static io.temporal.api.enums.v1.WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_TERMINATED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.mediajobs.client.JobRun;
import io.github.mediajobs.client.RunSearch;
import io.github.mediajobs.client.WaitDescription;
import io.github.mediajobs.client.WorkflowIds;
import io.github.mediajobs.outcome.JobReference;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Runs as the service's visibility tells them; the bench's job id is nobody else's. */
@ExtendWith(DevServer.class)
@Timeout(120)
class RunSearchTest {
  /** More than a page of the search. */
  private static final int MANY = 230;

  private Bench bench;

  @BeforeEach
  void open(Bench own) {
    bench = own;
  }

  @Test
  void everyKindIsFoundWhileItGoesOnAndOnRequestAfterwards() {
    String job = bench.jobId();
    bench.jobs().await(PACKAGE, job).start();
    bench.start("AwaitMediaJob", "mine-" + job, Map.of("operation", "package", "jobId", job));
    bench.jobs().awaitAll(job, PACKAGE, List.of(job)).start();
    Bench.until(() -> found(bench.jobs().runs()).size() == 3);

    assertThat(found(bench.jobs().runs()))
        .extracting(JobRun::kind, JobRun::workflowId, it -> it.job().orElse(null))
        .containsExactlyInAnyOrder(
            tuple(
                JobRun.Kind.WAIT,
                WorkflowIds.await("cn-shanghai", PACKAGE, job, null),
                new JobReference("GetPackageJob", job, "cn-shanghai")),
            tuple(JobRun.Kind.WAIT, "mine-" + job, null),
            tuple(JobRun.Kind.BATCH, "media-jobs/" + job + "/0", null));
    assertThat(found(bench.jobs().runs().of(PACKAGE).in("cn-shanghai"))).hasSize(1);
    assertThat(found(bench.jobs().runs().of(DYNAMIC_IMAGE))).isEmpty();
    assertThat(found(bench.jobs().runs().in("cn-beijing"))).isEmpty();

    bench.client().newUntypedWorkflowStub("mine-" + job).terminate("the test ends it");
    Bench.until(() -> found(bench.jobs().runs()).size() == 2);
    assertThat(found(bench.jobs().runs().withEnded()))
        .filteredOn(it -> it.workflowId().equals("mine-" + job))
        .singleElement()
        .matches(it -> it.status() == WORKFLOW_EXECUTION_STATUS_TERMINATED)
        .matches(it -> it.endedAt().isPresent());
  }

  @Test
  void aSearchGoesOnPastAPage() {
    IntStream.range(0, MANY)
        .forEach(i -> bench.jobs().await(PACKAGE, bench.jobId() + "-" + i).start());
    Bench.until(() -> found(bench.jobs().runs()).size() == MANY);
    assertThat(found(bench.jobs().runs())).extracting(JobRun::runId).doesNotHaveDuplicates();
    assertThat(bench.jobs().runs().stream().limit(MANY - 1L)).hasSize(MANY - 1);
  }

  @Test
  void aRunIsDescribedByItsIdIfThereIsOne() {
    bench.jobs().await(PACKAGE, bench.jobId()).start();
    String id = WorkflowIds.await("cn-shanghai", PACKAGE, bench.jobId(), null);
    assertThat(bench.jobs().describe(id))
        .get()
        .matches(WaitDescription::running)
        .matches(it -> it.workflowType().equals("AwaitMediaJob"))
        .matches(it -> it.endedAt().isEmpty());
    assertThat(bench.jobs().describe(id + "-no")).isEmpty();
  }

  private List<JobRun> found(RunSearch search) {
    return search.stream().filter(it -> it.workflowId().contains(bench.jobId())).toList();
  }
}
