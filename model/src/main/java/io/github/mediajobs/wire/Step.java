package io.github.mediajobs.wire;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.mediajobs.failure.InvalidRequestException;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * One piece of post-processing, named so that any worker can do it. Exactly one of {@code
 * activity}, {@code workflow} and {@code webhook} is given.
 *
 * @param name 1 to 64 of {@code [A-Za-z0-9._-]}, unique over both branches
 * @param activity an activity type
 * @param workflow a workflow type, run as a child whose id is the step's idempotency key
 * @param webhook an http or https URL; only hosts that the worker's configuration names are called
 * @param taskQueue where the activity or workflow runs; null for the queue of the pipeline
 * @param timeout from scheduling to the end, retries included; null for PT1H
 * @param attemptTimeout how long one attempt may take before it is given up and the next one due;
 *     null for the whole timeout, for PT30S where the step is a webhook
 * @param retry how the step is tried again; null for until the timeout
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Step(
    String name,
    String activity,
    String workflow,
    String webhook,
    String taskQueue,
    @JsonFormat(shape = JsonFormat.Shape.STRING) Duration timeout,
    @JsonFormat(shape = JsonFormat.Shape.STRING) Duration attemptTimeout,
    StepRetry retry) {
  /** How long a step may take when nothing is said. */
  public static final Duration DEFAULT_TIMEOUT = Duration.ofHours(1);

  /**
   * Checks every value.
   *
   * @throws InvalidRequestException naming the first field that is missing or out of bounds
   */
  public Step {
    Limits.stepName("name", name);
    if (Stream.of(activity, workflow, webhook).filter(Step::given).count() != 1) {
      throw new InvalidRequestException(
          name, "give exactly one of \"activity\", \"workflow\" and \"webhook\"");
    }
    Limits.name("activity", activity);
    Limits.name("workflow", workflow);
    Limits.name("taskQueue", taskQueue);
    Limits.aboveZero("timeout", timeout);
    Limits.aboveZero("attemptTimeout", attemptTimeout);
  }

  /**
   * A step whose attempts are bounded by its timeout alone.
   *
   * @param name 1 to 64 of {@code [A-Za-z0-9._-]}, unique over both branches
   * @param activity an activity type
   * @param workflow a workflow type, run as a child whose id is the step's idempotency key
   * @param webhook an http or https URL; only hosts that the worker's configuration names are
   *     called
   * @param taskQueue where the activity or workflow runs; null for the queue of the pipeline
   * @param timeout from scheduling to the end, retries included; null for PT1H
   * @param retry how the step is tried again; null for until the timeout
   */
  public Step(
      String name,
      String activity,
      String workflow,
      String webhook,
      String taskQueue,
      Duration timeout,
      StepRetry retry) {
    this(name, activity, workflow, webhook, taskQueue, timeout, null, retry);
  }

  /**
   * A step that is an activity.
   *
   * @param name the step's name
   * @param type the activity type
   * @return the step
   */
  public static Step activity(String name, String type) {
    return new Step(name, type, null, null, null, null, null);
  }

  /**
   * A step that is a child workflow.
   *
   * @param name the step's name
   * @param type the workflow type
   * @return the step
   */
  public static Step workflow(String name, String type) {
    return new Step(name, null, type, null, null, null, null);
  }

  /**
   * A step that is a signed HTTP POST.
   *
   * @param name the step's name
   * @param url where to post
   * @return the step
   */
  public static Step webhook(String name, String url) {
    return new Step(name, null, null, url, null, null, null);
  }

  /**
   * The same step on a task queue.
   *
   * @param queue the task queue
   * @return a new step
   */
  public Step onTaskQueue(String queue) {
    return new Step(name, activity, workflow, webhook, queue, timeout, attemptTimeout, retry);
  }

  /**
   * The same step with a timeout.
   *
   * @param limit from scheduling to the end, retries included
   * @return a new step
   */
  public Step within(Duration limit) {
    return new Step(name, activity, workflow, webhook, taskQueue, limit, attemptTimeout, retry);
  }

  /**
   * The same step with a timeout of each attempt: one whose worker died is tried again after it.
   *
   * @param limit from the start of an attempt to its end
   * @return a new step
   */
  public Step attemptWithin(Duration limit) {
    return new Step(name, activity, workflow, webhook, taskQueue, timeout, limit, retry);
  }

  /**
   * The same step with a retry policy.
   *
   * @param policy how it is tried again
   * @return a new step
   */
  public Step retried(StepRetry policy) {
    return new Step(name, activity, workflow, webhook, taskQueue, timeout, attemptTimeout, policy);
  }

  static Step read(Fields fields) {
    return new Step(
        fields.text("name"),
        fields.text("activity"),
        fields.text("workflow"),
        fields.text("webhook"),
        fields.text("taskQueue"),
        fields.duration("timeout"),
        fields.duration("attemptTimeout"),
        fields.object("retry", StepRetry::read));
  }

  private static boolean given(String value) {
    return value != null && !value.isBlank();
  }
}
