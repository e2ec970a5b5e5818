package io.github.mediajobs.benchmark.engine;

import io.temporal.api.enums.v1.EventType;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.api.history.v1.WorkflowExecutionStartedEventAttributes;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/**
 * What histories show of a cost.
 *
 * @param actions as Temporal Cloud counts them, without heartbeats and queries
 * @param events in the histories
 * @param bytes of the histories
 */
record HistoryCost(long actions, long events, long bytes) {
  static final HistoryCost NONE = new HistoryCost(0, 0, 0);

  /** See docs.temporal.io/cloud/actions. */
  private static final Map<EventType, ToLongFunction<HistoryEvent>> ACTIONS =
      Map.of(
          EventType.EVENT_TYPE_WORKFLOW_EXECUTION_STARTED,
          it -> starts(it.getWorkflowExecutionStartedEventAttributes()),
          EventType.EVENT_TYPE_ACTIVITY_TASK_STARTED,
          it -> it.getActivityTaskStartedEventAttributes().getAttempt(),
          EventType.EVENT_TYPE_TIMER_STARTED,
          it -> 1,
          EventType.EVENT_TYPE_WORKFLOW_EXECUTION_SIGNALED,
          it -> 1);

  static HistoryCost of(List<HistoryEvent> history) {
    return new HistoryCost(
        history.stream()
            .mapToLong(it -> ACTIONS.getOrDefault(it.getEventType(), any -> 0).applyAsLong(it))
            .sum(),
        history.size(),
        history.stream().mapToLong(HistoryEvent::getSerializedSize).sum());
  }

  HistoryCost plus(HistoryCost other) {
    return new HistoryCost(actions + other.actions, events + other.events, bytes + other.bytes);
  }

  /** A child's first run is two Actions, one that was continued as new is one. */
  private static long starts(WorkflowExecutionStartedEventAttributes started) {
    return started.hasParentWorkflowExecution() && started.getContinuedExecutionRunId().isEmpty()
        ? 2
        : 1;
  }
}
