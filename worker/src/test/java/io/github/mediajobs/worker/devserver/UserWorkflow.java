package io.github.mediajobs.worker.devserver;

import static io.github.mediajobs.workflow.PipelineStep.step;

import io.github.mediajobs.job.PackageJob;
import io.github.mediajobs.operation.Operations;
import io.github.mediajobs.outcome.JobOutcome;
import io.github.mediajobs.wire.Step;
import io.github.mediajobs.workflow.MediaJobs;
import io.github.mediajobs.workflow.PipelineResult;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityOptions;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.time.Duration;

/** A user's own workflow on the typed API. */
@WorkflowInterface
public interface UserWorkflow {
  @WorkflowMethod
  String publish(String taskQueue, String jobId);

  /** What the user's team does with a packaged video. */
  @ActivityInterface
  interface Publishing {
    Object publish(String url, String idempotencyKey);
  }

  /** Awaits one job twice: as a value, then as a pipeline. */
  final class Impl implements UserWorkflow {
    private final Publishing publishing =
        Workflow.newActivityStub(
            Publishing.class,
            ActivityOptions.newBuilder().setStartToCloseTimeout(Duration.ofMinutes(1)).build());

    @Override
    public String publish(String taskQueue, String jobId) {
      MediaJobs jobs = MediaJobs.onTaskQueue(taskQueue);
      JobOutcome<PackageJob> outcome =
          jobs.await(Operations.PACKAGE, jobId).within(Duration.ofHours(6)).outcome();
      PipelineResult<PackageJob> result =
          jobs.await(Operations.PACKAGE, jobId)
              .within(Duration.ofHours(6))
              .onSuccess(
                  step(
                      "publish",
                      it ->
                          publishing.publish(
                              it.outcome().orElseThrow().outputUrl(), it.idempotencyKey())),
                  step(Step.activity("by-name", "Publish")))
              .onFailure(step(Step.activity("alert", "Alert")))
              .run();
      return outcome.getClass().getSimpleName()
          + ": "
          + result.steps().stream().map(it -> it.name() + " " + it.status()).toList();
    }
  }
}
