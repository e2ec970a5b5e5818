package io.github.mediajobs.worker.example;

import static io.github.mediajobs.operation.Operations.PACKAGE;
import static io.github.mediajobs.workflow.PipelineStep.step;

import io.github.mediajobs.job.PackageJob;
import io.github.mediajobs.wire.Step;
import io.github.mediajobs.workflow.MediaJobs;
import io.github.mediajobs.workflow.PipelineResult;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityOptions;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.time.Duration;

/** The README's workflow: await a packaging job, then publish it or alert. */
@WorkflowInterface
public interface PublishPackage {
  @WorkflowMethod
  boolean publish(String jobId);

  /** What the team does with a packaged video. */
  @ActivityInterface
  interface Publishing {
    String publish(String url, String idempotencyKey);
  }

  /** The implementation that the README shows. */
  final class Impl implements PublishPackage {
    private final Publishing publishing =
        Workflow.newActivityStub(
            Publishing.class,
            ActivityOptions.newBuilder().setStartToCloseTimeout(Duration.ofMinutes(5)).build());

    @Override
    public boolean publish(String jobId) {
      PipelineResult<PackageJob> result =
          MediaJobs.create()
              .await(PACKAGE, jobId)
              .within(Duration.ofHours(6))
              .onSuccess(
                  step(
                      "publish",
                      it ->
                          publishing.publish(
                              it.outcome().orElseThrow().outputUrl(), it.idempotencyKey())))
              .onFailure(step(Step.activity("alert", "AlertOnCall").onTaskQueue("on-call")))
              .run();
      return result.outcome().succeeded().isPresent() && result.allStepsCompleted();
    }
  }
}
