package io.github.mediajobs.benchmark.engine.sample;

import io.temporal.activity.ActivityOptions;
import io.temporal.workflow.Workflow;
import java.time.Duration;

/** {@code polling/frequent}: the loop is inside one activity, which sends heartbeats. */
public final class FrequentWorkflow implements PollingWorkflow {
  @Override
  public String await(String jobId, Duration minute) {
    return Workflow.newActivityStub(
            PollingActivity.class,
            ActivityOptions.newBuilder()
                .setStartToCloseTimeout(Duration.ofSeconds(60))
                .setHeartbeatTimeout(Duration.ofSeconds(2))
                .build())
        .poll(jobId, minute);
  }
}
