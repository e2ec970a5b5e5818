package io.github.mediajobs.callback;

import io.github.mediajobs.client.WorkflowIds;
import io.github.mediajobs.operation.Catalogue;
import io.github.mediajobs.operation.JobOperation;
import io.grpc.StatusRuntimeException;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowException;
import io.temporal.client.WorkflowNotFoundException;
import java.util.List;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the waits for a job look now: those whose workflow ids follow from the job alone. Waits
 * with statuses or a workflow id of the caller's own see the end at their next poll.
 */
public final class WaitSignals implements BiConsumer<String, String> {
  private static final Logger LOG = LoggerFactory.getLogger(WaitSignals.class);

  private final WorkflowClient client;
  private final Catalogue catalogue;
  private final String region;

  /**
   * Signals through a client.
   *
   * @param client of the namespace where the waits run
   * @param catalogue the operations
   * @param region where the jobs live; events do not say it
   */
  public WaitSignals(WorkflowClient client, Catalogue catalogue, String region) {
    this.client = client;
    this.catalogue = catalogue;
    this.region = region;
  }

  /**
   * Signals {@code jobEvent} to the wait and the pipeline of a job, where they run.
   *
   * @param action the operation's API name
   * @param jobId the job's id
   */
  @Override
  public void accept(String action, String jobId) {
    JobOperation<?> operation = catalogue.require(action);
    for (String workflowId :
        List.of(
            WorkflowIds.await(region, operation, jobId, null),
            WorkflowIds.pipeline(region, operation, jobId, null))) {
      signal(workflowId);
    }
  }

  private void signal(String workflowId) {
    try {
      client.newUntypedWorkflowStub(workflowId).signal("jobEvent");
    } catch (WorkflowNotFoundException e) {
      LOG.trace("Nobody waits as {}", workflowId);
    } catch (WorkflowException | StatusRuntimeException e) {
      LOG.warn("{} was not told of an event; its next poll sees the job", workflowId, e);
    }
  }
}
