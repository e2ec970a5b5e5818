package io.github.mediajobs.worker.devserver;

import static io.temporal.api.enums.v1.EventType.EVENT_TYPE_ACTIVITY_TASK_COMPLETED;
import static io.temporal.api.enums.v1.EventType.EVENT_TYPE_ACTIVITY_TASK_SCHEDULED;
import static io.temporal.api.enums.v1.EventType.EVENT_TYPE_CHILD_WORKFLOW_EXECUTION_STARTED;

import io.github.mediajobs.wire.AwaitMediaJobActivity;
import io.github.mediajobs.wire.SendWebhookActivity;
import io.github.mediajobs.wire.Step;
import java.util.List;
import java.util.function.Consumer;

/**
 * Where a workflow waits.
 *
 * @param name what the run waits for
 * @param workflow its type
 * @param way how it gets there
 */
record AwaitPoint(String name, String workflow, Consumer<Stay> way) {
  static final List<AwaitPoint> ALL =
      List.of(
          new AwaitPoint(
              "a poll that nobody takes",
              "AwaitMediaJob",
              it -> it.withoutActivities().start().until(EVENT_TYPE_ACTIVITY_TASK_SCHEDULED)),
          new AwaitPoint(
              "a poll",
              "AwaitMediaJob",
              it -> it.answeringSlowly().start().untilRuns(AwaitMediaJobActivity.TYPE)),
          new AwaitPoint("the next poll", "AwaitMediaJob", it -> it.start().untilPolled()),
          new AwaitPoint(
              "a probe",
              "AwaitMediaJob",
              it ->
                  it.start()
                      .untilPolled()
                      .answeringSlowly()
                      .nudge()
                      .untilRuns(AwaitMediaJobActivity.TYPE)),
          new AwaitPoint(
              "joining",
              "AwaitMediaJob",
              it ->
                  it.shared()
                      .withoutActivities()
                      .start()
                      .until(EVENT_TYPE_ACTIVITY_TASK_SCHEDULED)),
          new AwaitPoint(
              "the shared run",
              "AwaitMediaJob",
              it -> it.shared().start().until(EVENT_TYPE_ACTIVITY_TASK_COMPLETED)),
          new AwaitPoint("the next poll", "MediaJobPipeline", it -> it.start().untilPolled()),
          new AwaitPoint(
              "the shared run",
              "MediaJobPipeline",
              it -> it.shared().start().until(EVENT_TYPE_ACTIVITY_TASK_COMPLETED)),
          new AwaitPoint(
              "an activity that nobody takes",
              "MediaJobPipeline",
              it ->
                  it.before(Step.activity("step", "Any").onTaskQueue(Stay.NOBODYS))
                      .untilAStepWaits()),
          new AwaitPoint(
              "an activity",
              "MediaJobPipeline",
              it -> it.before(Step.activity("step", "Blocking")).untilRuns("Blocking")),
          new AwaitPoint(
              "a child that nobody takes",
              "MediaJobPipeline",
              it ->
                  it.before(Step.workflow("step", "Endless").onTaskQueue(Stay.NOBODYS))
                      .until(EVENT_TYPE_CHILD_WORKFLOW_EXECUTION_STARTED)),
          new AwaitPoint(
              "a child",
              "MediaJobPipeline",
              it ->
                  it.before(Step.workflow("step", "Endless"))
                      .until(EVENT_TYPE_CHILD_WORKFLOW_EXECUTION_STARTED)),
          new AwaitPoint(
              "a webhook",
              "MediaJobPipeline",
              it ->
                  it.before(Step.webhook("step", it.silentUrl()))
                      .untilRuns(SendWebhookActivity.TYPE)),
          new AwaitPoint("a shift", "AwaitMediaJobs", it -> it.start().untilPolled()),
          new AwaitPoint(
              "a shift that nobody takes",
              "AwaitMediaJobs",
              it -> it.withoutActivities().start().until(EVENT_TYPE_ACTIVITY_TASK_SCHEDULED)),
          new AwaitPoint(
              "an activity that nobody takes",
              "AwaitMediaJobs",
              it ->
                  it.before(Step.activity("step", "Any").onTaskQueue(Stay.NOBODYS))
                      .untilAStepWaits()),
          new AwaitPoint(
              "a child",
              "AwaitMediaJobs",
              it ->
                  it.before(Step.workflow("step", "Endless"))
                      .until(EVENT_TYPE_CHILD_WORKFLOW_EXECUTION_STARTED)),
          new AwaitPoint("the next poll", "TypedPipeline", it -> it.start().untilPolled()),
          new AwaitPoint(
              "the shared run",
              "TypedPipeline",
              it -> it.shared().start().until(EVENT_TYPE_CHILD_WORKFLOW_EXECUTION_STARTED)),
          new AwaitPoint(
              "a child that nobody takes",
              "TypedPipeline",
              it ->
                  it.before(Step.workflow("step", "Endless").onTaskQueue(Stay.NOBODYS))
                      .until(EVENT_TYPE_CHILD_WORKFLOW_EXECUTION_STARTED)));

  /** A run that has got there. */
  Stay reached(Bench bench) {
    Stay stay = new Stay(bench, workflow);
    way.accept(stay);
    return stay;
  }

  @Override
  public String toString() {
    return workflow + ", " + name;
  }
}
