package io.github.mediajobs.worker.example;

import static io.github.mediajobs.operation.Operations.PACKAGE;

import io.github.mediajobs.job.PackageJob;
import io.github.mediajobs.workflow.MediaJobs;
import io.github.mediajobs.workflow.RunningWait;
import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.time.Duration;

/** The cookbook's workflow that is told of a job's end by a signal. */
@WorkflowInterface
public interface EncodedVideo {
  @WorkflowMethod
  String await(String jobId);

  @SignalMethod
  void encoded();

  /** The implementation that the page shows. */
  final class Impl implements EncodedVideo {
    private RunningWait<PackageJob> wait;

    @Override
    public String await(String jobId) {
      wait = MediaJobs.create().await(PACKAGE, jobId).within(Duration.ofDays(2)).start();
      return wait.outcome().get().orElseThrow().outputUrl();
    }

    @Override
    public void encoded() {
      if (wait != null) { // a signal that comes before the wait is answered by its first poll
        wait.nudge();
      }
    }
  }
}
