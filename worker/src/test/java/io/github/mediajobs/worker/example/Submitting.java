package io.github.mediajobs.worker.example;

import static io.github.mediajobs.operation.Operations.MEDIA_PRODUCING;
import static io.github.mediajobs.operation.Operations.PACKAGE;

import io.github.mediajobs.job.PackageJob;
import io.github.mediajobs.outcome.JobOutcome;
import io.github.mediajobs.workflow.MediaJobs;
import io.temporal.workflow.Workflow;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** The cookbook's recipes for workflows that submit the job that they await. */
public final class Submitting {
  private Submitting() {}

  public static String produced(String timeline, Submissions submissions) {
    String jobId = submissions.submitProducing(timeline, key("produce"));
    return MediaJobs.create().await(MEDIA_PRODUCING, jobId).outcome().orElseThrow().mediaUrl();
  }

  /** The same in each attempt, replay and run of this workflow id; 36 characters of ASCII. */
  static String key(String what) {
    String name = Workflow.getInfo().getWorkflowId() + "/" + what;
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
  }

  public static String packaged(String input, Submissions submissions) {
    for (int submission = 1; ; submission++) {
      String jobId = submissions.submitPackage(input, key("package-" + submission));
      JobOutcome<PackageJob> outcome = MediaJobs.create().await(PACKAGE, jobId).outcome();
      boolean failed = outcome instanceof JobOutcome.Failed<PackageJob>;
      if (!failed || submission == 3) {
        return outcome.orElseThrow().outputUrl();
      }
    }
  }
}
