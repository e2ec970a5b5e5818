package io.github.mediajobs.spring;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.temporal.api.workflowservice.v1.GetSystemInfoRequest;
import io.temporal.client.WorkflowClient;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Asks the Temporal service one small question, and the worker of this application whether it
 * polls: down without an answer, out of service while the worker does not poll.
 */
final class WorkerHealth implements HealthIndicator {
  private static final long PATIENCE_SECONDS = 2;

  private final WorkflowClient client;
  private final String taskQueue;
  private final Optional<ServedWorkers> workers;

  WorkerHealth(WorkflowClient client, String taskQueue, Optional<ServedWorkers> workers) {
    this.client = client;
    this.taskQueue = taskQueue;
    this.workers = workers;
  }

  @Override
  public Health health() {
    Status.Code temporal = temporal();
    boolean idle = workers.isPresent() && !workers.get().polling();
    Health.Builder health =
        temporal != Status.Code.OK ? Health.down() : idle ? Health.outOfService() : Health.up();
    return health
        .withDetail("temporal", temporal.name())
        .withDetail("taskQueue", taskQueue)
        .withDetail("worker", workers.isEmpty() ? "off" : idle ? "not polling" : "polling")
        .build();
  }

  /** The code alone: messages may hold addresses. */
  private Status.Code temporal() {
    try {
      client
          .getWorkflowServiceStubs()
          .blockingStub()
          .withDeadlineAfter(PATIENCE_SECONDS, TimeUnit.SECONDS)
          .getSystemInfo(GetSystemInfoRequest.getDefaultInstance());
      return Status.Code.OK;
    } catch (StatusRuntimeException e) {
      return e.getStatus().getCode();
    }
  }
}
