package io.github.mediajobs.benchmark.engine.sample;

import io.github.mediajobs.api.MediaApi;
import io.github.mediajobs.operation.JobOperation;
import io.temporal.worker.Worker;

/**
 * The polling patterns of Temporal's samples for Java, {@code io.temporal.samples.polling}, with
 * their timeouts, intervals and retry policies.
 */
public enum Sample {
  /** A loop with sleeps and heartbeats inside one activity. */
  FREQUENT,

  /** An activity that is tried again each minute. */
  INFREQUENT,

  /** An activity that is tried again when the service says. */
  RETRY_AFTER,

  /** A child workflow with timers, continued as new. */
  PERIODIC;

  /**
   * Makes a worker run it.
   *
   * @param worker not started yet
   * @param api reads the jobs
   * @param operation which jobs
   */
  public void register(Worker worker, MediaApi api, JobOperation<?> operation) {
    Service service = new Service(api, operation);
    switch (this) {
      case FREQUENT -> {
        worker.registerWorkflowImplementationTypes(FrequentWorkflow.class);
        worker.registerActivitiesImplementations(new FrequentActivity(service));
      }
      case INFREQUENT -> {
        worker.registerWorkflowImplementationTypes(InfrequentWorkflow.class);
        worker.registerActivitiesImplementations(new InfrequentActivity(service));
      }
      case RETRY_AFTER -> {
        worker.registerWorkflowImplementationTypes(RetryAfterWorkflow.class);
        worker.registerActivitiesImplementations(new RetryAfterActivity(service));
      }
      case PERIODIC -> {
        worker.registerWorkflowImplementationTypes(
            PeriodicWorkflow.class, PeriodicChildWorkflow.class);
        worker.registerActivitiesImplementations(new PeriodicActivity(service));
      }
    }
  }
}
