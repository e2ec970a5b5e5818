package io.github.mediajobs.worker.example;

import io.github.mediajobs.nexus.MediaJobsService;
import io.github.mediajobs.wire.AwaitRequest;
import io.github.mediajobs.wire.Outcome;
import io.temporal.workflow.NexusOperationOptions;
import io.temporal.workflow.NexusServiceOptions;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.time.Duration;

/** A workflow of another namespace that awaits a job through the Nexus service. */
@WorkflowInterface
public interface CallThroughNexus {
  @WorkflowMethod
  Outcome await(String jobId);

  /** The implementation that the page shows. */
  final class Impl implements CallThroughNexus {
    private final MediaJobsService mediaJobs =
        Workflow.newNexusServiceStub(
            MediaJobsService.class,
            NexusServiceOptions.newBuilder()
                .setEndpoint("media")
                .setOperationOptions(
                    NexusOperationOptions.newBuilder()
                        .setScheduleToCloseTimeout(Duration.ofHours(7))
                        .build())
                .build());

    @Override
    public Outcome await(String jobId) {
      return mediaJobs.awaitMediaJob(
          new AwaitRequest("package", jobId, null, Duration.ofHours(6), null, null));
    }
  }
}
