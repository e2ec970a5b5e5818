package io.github.mediajobs.client;

import io.github.mediajobs.wire.MediaJobAttributes;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import io.temporal.common.SearchAttributes;

/**
 * Where runs are started.
 *
 * @param client connected to the Temporal service
 * @param taskQueue where workers of this library listen
 * @param searchable whether runs have the search attributes
 */
record Place(WorkflowClient client, String taskQueue, boolean searchable) {
  /** The options of a run that awaits one job. */
  WorkflowOptions.Builder oneJob(String workflowId, String operation) {
    return options(workflowId, MediaJobAttributes.ofOneJob(operation));
  }

  /** The options of a run that awaits many jobs. */
  WorkflowOptions.Builder manyJobs(String workflowId, String operation) {
    return options(workflowId, MediaJobAttributes.ofManyJobs(operation));
  }

  private WorkflowOptions.Builder options(String workflowId, SearchAttributes attributes) {
    WorkflowOptions.Builder options =
        WorkflowOptions.newBuilder().setWorkflowId(workflowId).setTaskQueue(taskQueue);
    return searchable ? options.setTypedSearchAttributes(attributes) : options;
  }
}
