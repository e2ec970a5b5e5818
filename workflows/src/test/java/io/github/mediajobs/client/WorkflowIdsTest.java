package io.github.mediajobs.client;

import static io.github.mediajobs.operation.Operations.LIVE_SNAPSHOT;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mediajobs.operation.Operations;
import io.github.mediajobs.outcome.JobReference;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkflowIdsTest {
  @Test
  void theSameWaitHasTheSameId() {
    assertThat(WorkflowIds.await("cn-shanghai", Operations.PACKAGE, "job-1", null))
        .isEqualTo("media-job/cn-shanghai/GetPackageJob/job-1");
    assertThat(WorkflowIds.pipeline("cn-beijing", Operations.IPRODUCTION, "job-1", null))
        .isEqualTo("media-job-pipeline/cn-beijing/QueryIProductionJob/job-1");
  }

  @Test
  void statusesThatAreNotTheOperationsOwnAreNamedInOrder() {
    assertThat(WorkflowIds.await("cn-shanghai", LIVE_SNAPSHOT, "j", List.of("started", "paused")))
        .isEqualTo("media-job/cn-shanghai/GetLiveSnapshotJob/j?until=paused,started");
    assertThat(WorkflowIds.await("cn-shanghai", LIVE_SNAPSHOT, "j", List.of("started")))
        .isEqualTo("media-job/cn-shanghai/GetLiveSnapshotJob/j");
  }

  @Test
  void jobIdsAreOpaque() {
    assertThat(WorkflowIds.await("cn-shanghai", Operations.PACKAGE, "****d80e****\n", null))
        .endsWith("/****d80e****\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"job-1", "****d80e****\n", "a/b?c", "one two"})
  void anIdTellsItsJob(String jobId) {
    JobReference job = new JobReference("GetLiveSnapshotJob", jobId, "cn-beijing");
    for (List<String> until : List.of(List.of("started"), List.of("started", "paused"))) {
      assertThat(WorkflowIds.job(WorkflowIds.await("cn-beijing", LIVE_SNAPSHOT, jobId, until)))
          .contains(job);
      assertThat(WorkflowIds.job(WorkflowIds.pipeline("cn-beijing", LIVE_SNAPSHOT, jobId, until)))
          .contains(job);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"media-jobs/nightly/0", "media-job/cn-shanghai/GetPackageJob/", "mine", ""})
  void otherIdsTellNone(String workflowId) {
    assertThat(WorkflowIds.job(workflowId)).isEmpty();
  }
}
