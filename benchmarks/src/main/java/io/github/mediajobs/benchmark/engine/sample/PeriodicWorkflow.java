package io.github.mediajobs.benchmark.engine.sample;

import io.temporal.workflow.ChildWorkflowOptions;
import io.temporal.workflow.Workflow;
import java.time.Duration;

/** {@code polling/periodicsequence}: a child polls by turns of activity and timer. */
public final class PeriodicWorkflow implements PollingWorkflow {
  @Override
  public String await(String jobId, Duration minute) {
    return Workflow.newChildWorkflowStub(
            PollingChildWorkflow.class,
            ChildWorkflowOptions.newBuilder()
                .setWorkflowId(Workflow.getInfo().getWorkflowId() + "/polls")
                .build())
        .await(jobId, minute);
  }
}
