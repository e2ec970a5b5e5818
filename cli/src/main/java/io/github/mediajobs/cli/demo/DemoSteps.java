package io.github.mediajobs.cli.demo;

import io.github.mediajobs.wire.Step;
import io.github.mediajobs.wire.StepInput;
import io.temporal.activity.Activity;
import io.temporal.activity.DynamicActivity;
import io.temporal.common.converter.EncodedValues;
import io.temporal.failure.ApplicationFailure;
import java.util.Map;
import java.util.function.Function;

/** The post-processing of the demo, as a team would have it on its own worker. */
final class DemoSteps implements DynamicActivity {
  static final String TASK_QUEUE = "post-processing";

  static final Step PUBLISH = Step.activity("publish", "PublishVideo").onTaskQueue(TASK_QUEUE);
  static final Step NOTIFY = Step.activity("notify", "NotifyOwner").onTaskQueue(TASK_QUEUE);
  static final Step ARCHIVE = Step.activity("archive", "ArchiveVideo").onTaskQueue(TASK_QUEUE);
  static final Step ALERT = Step.activity("alert", "AlertOperator").onTaskQueue(TASK_QUEUE);
  static final Step REFUND = Step.activity("refund", "RefundCustomer").onTaskQueue(TASK_QUEUE);

  private static final Map<String, Function<StepInput, String>> BY_TYPE =
      Map.of(
          PUBLISH.activity(), input -> "published " + input.outcome().jobId(),
          NOTIFY.activity(), input -> "told the owner of " + input.outcome().jobId(),
          ARCHIVE.activity(), DemoSteps::full,
          ALERT.activity(), input -> "paged about " + input.outcome().jobId(),
          REFUND.activity(), input -> "refunded once for " + input.idempotencyKey());

  @Override
  public Object execute(EncodedValues arguments) {
    String type = Activity.getExecutionContext().getInfo().getActivityType();
    return BY_TYPE.get(type).apply(arguments.get(0, StepInput.class));
  }

  private static String full(StepInput input) {
    throw ApplicationFailure.newNonRetryableFailure(
        "no room for " + input.outcome().jobId(), "ArchiveFull");
  }
}
