package io.github.mediajobs.example;

import static io.github.mediajobs.operation.Operations.MEDIA_PRODUCING;

import io.github.mediajobs.workflow.MediaJobs;
import io.temporal.spring.boot.WorkflowImpl;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.time.Duration;

/** A workflow of the application's own. */
@WorkflowInterface
public interface Publishing {
  /**
   * Publishes a video once it is made.
   *
   * @param jobId the job that makes it
   * @return where it is
   */
  @WorkflowMethod
  String publish(String jobId);

  /** Runs on the application's worker for the task queue {@code publishing}. */
  @WorkflowImpl(taskQueues = "publishing")
  final class Workflow implements Publishing {
    @Override
    public String publish(String jobId) {
      var end = MediaJobs.create().await(MEDIA_PRODUCING, jobId).within(Duration.ofHours(6));
      return end.outcome().orElseThrow().mediaUrl();
    }
  }
}
