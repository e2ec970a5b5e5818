package io.github.mediajobs.benchmark.engine;

import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.client.WorkflowClient;
import java.util.List;

/** A run's history, and those of its children and of what they were continued as. */
final class Histories {
  private final WorkflowClient client;

  Histories(WorkflowClient client) {
    this.client = client;
  }

  List<HistoryEvent> of(String workflowId) {
    return client.fetchHistory(workflowId).getHistory().getEventsList();
  }

  HistoryCost cost(List<HistoryEvent> history) {
    HistoryCost cost = HistoryCost.of(history);
    for (HistoryEvent event : history) {
      if (event.hasChildWorkflowExecutionStartedEventAttributes()) {
        cost =
            cost.plus(
                child(
                    event
                        .getChildWorkflowExecutionStartedEventAttributes()
                        .getWorkflowExecution()));
      }
    }
    return cost;
  }

  private HistoryCost child(WorkflowExecution first) {
    HistoryCost cost = HistoryCost.NONE;
    for (String run = first.getRunId(); !run.isEmpty(); ) {
      List<HistoryEvent> history =
          client.fetchHistory(first.getWorkflowId(), run).getHistory().getEventsList();
      cost = cost.plus(cost(history));
      run =
          history
              .get(history.size() - 1)
              .getWorkflowExecutionContinuedAsNewEventAttributes()
              .getNewExecutionRunId();
    }
    return cost;
  }
}
