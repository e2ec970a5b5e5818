package io.github.mediajobs.client;

import io.github.mediajobs.failure.FailureType;
import io.github.mediajobs.failure.JobStateUnknownException;
import io.github.mediajobs.wire.LearntDurations;
import io.github.mediajobs.wire.LearntDurationsWorkflow;
import io.github.mediajobs.wire.LearntRequest;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.failure.TimeoutFailure;
import java.time.Duration;
import java.util.UUID;

/** Asks a worker what it learnt, by a run that one of them takes. */
final class LearntQuestion {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private LearntQuestion() {}

  static LearntDurations answered(WorkflowClient client, String taskQueue, String operation) {
    String workflowId = "media-jobs-learnt/" + UUID.randomUUID();
    WorkflowStub run =
        client.newUntypedWorkflowStub(
            LearntDurationsWorkflow.TYPE,
            WorkflowOptions.newBuilder()
                .setTaskQueue(taskQueue)
                .setWorkflowId(workflowId)
                .setWorkflowExecutionTimeout(PATIENCE)
                .build());
    run.start(new LearntRequest(operation));
    try {
      return run.getResult(LearntDurations.class);
    } catch (WorkflowFailedException e) {
      throw e.getCause() instanceof TimeoutFailure
          ? new JobStateUnknownException(
              FailureType.SERVICE_UNAVAILABLE.wireName(),
              null,
              "no worker on the task queue %s told within %d s; start one with: mediajobs worker"
                  .formatted(taskQueue, PATIENCE.toSeconds()),
              e)
          : RunFailures.of(workflowId, e);
    }
  }
}
