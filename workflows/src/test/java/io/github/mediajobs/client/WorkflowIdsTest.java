package io.github.mediajobs.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mediajobs.operation.Operations;
import java.util.List;
import org.junit.jupiter.api.Test;

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
    assertThat(
            WorkflowIds.await(
                "cn-shanghai", Operations.LIVE_SNAPSHOT, "j", List.of("started", "paused")))
        .isEqualTo("media-job/cn-shanghai/GetLiveSnapshotJob/j?until=paused,started");
    assertThat(WorkflowIds.await("cn-shanghai", Operations.LIVE_SNAPSHOT, "j", List.of("started")))
        .isEqualTo("media-job/cn-shanghai/GetLiveSnapshotJob/j");
  }

  @Test
  void jobIdsAreOpaque() {
    assertThat(WorkflowIds.await("cn-shanghai", Operations.PACKAGE, "****d80e****\n", null))
        .endsWith("/****d80e****\n");
  }
}
