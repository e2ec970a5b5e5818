package io.github.mediajobs.benchmark.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.protobuf.util.Timestamps;
import io.github.mediajobs.json.Json;
import io.github.mediajobs.wire.AwaitMediaJobsWorkflow;
import io.github.mediajobs.wire.MediaJobPipelineWorkflow;
import io.temporal.api.common.v1.Payloads;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.api.workflowservice.v1.CountWorkflowExecutionsRequest;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowExecutionMetadata;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the histories of all runs tell, in the service's own time.
 *
 * @param steps when each step was scheduled, by its idempotency key: then the outcome was known
 * @param starts when each run began, by its workflow id
 * @param events how many there are in all
 */
record Histories(Map<String, Instant> steps, Map<String, Instant> starts, long events) {
  static Histories read(WorkflowClient client) throws IOException {
    Map<String, Instant> steps = new HashMap<>();
    Map<String, Instant> starts = new HashMap<>();
    long events = 0;
    String ours =
        "WorkflowType IN ('%s', '%s')"
            .formatted(MediaJobPipelineWorkflow.TYPE, AwaitMediaJobsWorkflow.TYPE);
    List<WorkflowExecutionMetadata> runs = client.listExecutions(ours).toList();
    for (WorkflowExecutionMetadata run : runs) {
      String id = run.getExecution().getWorkflowId();
      List<HistoryEvent> history =
          client.fetchHistory(id, run.getExecution().getRunId()).getEvents();
      events += history.size();
      starts.merge(id, time(history.get(0)), (one, other) -> one.isBefore(other) ? one : other);
      for (HistoryEvent event : history) {
        Optional<String> key = key(event);
        if (key.isPresent()) {
          steps.putIfAbsent(key.get(), time(event));
        }
      }
    }
    return new Histories(steps, starts, events);
  }

  /** How many runs are open, of any kind. */
  static long open(WorkflowClient client) {
    return client
        .getWorkflowServiceStubs()
        .blockingStub()
        .countWorkflowExecutions(
            CountWorkflowExecutionsRequest.newBuilder()
                .setNamespace(client.getOptions().getNamespace())
                .setQuery("ExecutionStatus = 'Running'")
                .build())
        .getCount();
  }

  private static Instant time(HistoryEvent event) {
    return Instant.ofEpochMilli(Timestamps.toMillis(event.getEventTime()));
  }

  private static Optional<String> key(HistoryEvent event) throws IOException {
    Payloads input =
        event.hasActivityTaskScheduledEventAttributes()
            ? event.getActivityTaskScheduledEventAttributes().getInput()
            : event.getStartChildWorkflowExecutionInitiatedEventAttributes().getInput();
    if (input.getPayloadsCount() == 0) {
      return Optional.empty();
    }
    JsonNode json = Json.read(input.getPayloads(0).getData().toByteArray());
    return Optional.ofNullable(json.path("idempotencyKey").textValue());
  }
}
