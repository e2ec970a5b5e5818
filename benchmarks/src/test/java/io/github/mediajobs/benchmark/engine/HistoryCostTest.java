package io.github.mediajobs.benchmark.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.enums.v1.EventType;
import io.temporal.api.history.v1.ActivityTaskStartedEventAttributes;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.api.history.v1.WorkflowExecutionStartedEventAttributes;
import java.util.List;
import org.junit.jupiter.api.Test;

class HistoryCostTest {
  @Test
  void attemptsTimersSignalsAndTheStartAreActions() {
    HistoryCost cost =
        HistoryCost.of(
            List.of(
                started(WorkflowExecutionStartedEventAttributes.getDefaultInstance()),
                event(EventType.EVENT_TYPE_WORKFLOW_TASK_SCHEDULED).build(),
                event(EventType.EVENT_TYPE_ACTIVITY_TASK_STARTED)
                    .setActivityTaskStartedEventAttributes(
                        ActivityTaskStartedEventAttributes.newBuilder().setAttempt(5))
                    .build(),
                event(EventType.EVENT_TYPE_TIMER_STARTED).build(),
                event(EventType.EVENT_TYPE_WORKFLOW_EXECUTION_SIGNALED).build()));
    assertThat(cost.actions()).isEqualTo(1 + 5 + 1 + 1);
    assertThat(cost.events()).isEqualTo(5);
    assertThat(cost.bytes()).isPositive();
  }

  @Test
  void aChildIsTwoActionsAndOneWhenContinuedAsNew() {
    WorkflowExecutionStartedEventAttributes child =
        WorkflowExecutionStartedEventAttributes.newBuilder()
            .setParentWorkflowExecution(WorkflowExecution.newBuilder().setWorkflowId("parent"))
            .build();
    assertThat(HistoryCost.of(List.of(started(child))).actions()).isEqualTo(2);
    assertThat(
            HistoryCost.of(
                    List.of(started(child.toBuilder().setContinuedExecutionRunId("1").build())))
                .actions())
        .isEqualTo(1);
  }

  private static HistoryEvent started(WorkflowExecutionStartedEventAttributes attributes) {
    return event(EventType.EVENT_TYPE_WORKFLOW_EXECUTION_STARTED)
        .setWorkflowExecutionStartedEventAttributes(attributes)
        .build();
  }

  private static HistoryEvent.Builder event(EventType type) {
    return HistoryEvent.newBuilder().setEventType(type);
  }
}
