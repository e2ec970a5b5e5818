package io.github.mediajobs.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mediajobs.json.Json;
import io.github.mediajobs.wire.SendWebhookActivity;
import io.github.mediajobs.wire.Step;
import io.github.mediajobs.wire.StepInput;
import io.github.mediajobs.wire.StepRetry;
import io.github.mediajobs.wire.WebhookCall;
import io.temporal.activity.ActivityOptions;
import io.temporal.api.enums.v1.ParentClosePolicy;
import io.temporal.common.RetryOptions;
import io.temporal.common.converter.RawValue;
import io.temporal.workflow.ChildWorkflowOptions;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.Objects;

/** Runs steps that are named on the wire: an activity, a child workflow or a webhook. */
final class NamedSteps {
  private final String taskQueue;

  /** Steps that name no task queue, and webhooks, go to this one; null is the workflow's own. */
  NamedSteps(String taskQueue) {
    this.taskQueue = taskQueue;
  }

  JsonNode run(Step step, StepInput input) {
    if (step.workflow() != null) {
      return child(step, input);
    }
    return StepPayload.read(step.webhook() != null ? post(step, input) : activity(step, input));
  }

  private RawValue activity(Step step, StepInput input) {
    return Workflow.newUntypedActivityStub(options(step).setTaskQueue(queue(step)).build())
        .execute(step.activity(), RawValue.class, input);
  }

  /** A post that dies with its worker is noticed soon, and tried again. */
  private RawValue post(Step step, StepInput input) {
    ActivityOptions options =
        options(step)
            .setTaskQueue(taskQueue)
            .setStartToCloseTimeout(
                Objects.requireNonNullElse(
                    step.attemptTimeout(), SendWebhookActivity.START_TO_CLOSE))
            .build();
    return Workflow.newUntypedActivityStub(options)
        .execute(
            SendWebhookActivity.TYPE,
            RawValue.class,
            new WebhookCall(step.webhook(), input.idempotencyKey(), Json.tree(input)));
  }

  private static ActivityOptions.Builder options(Step step) {
    return ActivityOptions.newBuilder()
        .setScheduleToCloseTimeout(timeout(step))
        .setStartToCloseTimeout(step.attemptTimeout())
        .setRetryOptions(retry(step))
        .setSummary(step.name());
  }

  private JsonNode child(Step step, StepInput input) {
    ChildWorkflowOptions options =
        ChildWorkflowOptions.newBuilder()
            .setWorkflowId(input.idempotencyKey())
            .setTaskQueue(queue(step))
            .setWorkflowExecutionTimeout(timeout(step))
            .setWorkflowRunTimeout(step.attemptTimeout())
            .setRetryOptions(retry(step))
            .setParentClosePolicy(ParentClosePolicy.PARENT_CLOSE_POLICY_REQUEST_CANCEL)
            .setStaticSummary(step.name())
            .build();
    return StepPayload.read(
        Workflow.newUntypedChildWorkflowStub(step.workflow(), options)
            .execute(RawValue.class, input));
  }

  /** The step's own, else that of all steps; null for the workflow's. */
  private String queue(Step step) {
    return step.taskQueue() == null ? taskQueue : step.taskQueue();
  }

  private static Duration timeout(Step step) {
    return Objects.requireNonNullElse(step.timeout(), Step.DEFAULT_TIMEOUT);
  }

  private static RetryOptions retry(Step step) {
    StepRetry retry =
        Objects.requireNonNullElseGet(step.retry(), () -> new StepRetry(null, null, null));
    return RetryOptions.newBuilder()
        .setMaximumAttempts(Objects.requireNonNullElse(retry.maxAttempts(), 0))
        .setInitialInterval(Objects.requireNonNullElse(retry.first(), Duration.ofSeconds(1)))
        .setBackoffCoefficient(Objects.requireNonNullElse(retry.factor(), 2.0))
        .build();
  }
}
