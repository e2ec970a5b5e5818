package io.github.mediajobs.benchmark.chaos;

import io.github.mediajobs.wire.Step;
import java.time.Duration;
import java.util.List;

/**
 * What follows a job.
 *
 * @param onSuccess for one that succeeded
 * @param onFailure for every other outcome
 */
record Steps(List<Step> onSuccess, List<Step> onFailure) {
  private static final Duration TIMEOUT = Duration.ofMinutes(20);
  private static final Duration ATTEMPT = Duration.ofSeconds(10);
  private static final int ONE_IN_HAS_MORE = 5;

  Steps {
    onSuccess = List.copyOf(onSuccess);
    onFailure = List.copyOf(onFailure);
  }

  /** An activity each. */
  static Steps activities() {
    return new Steps(
        List.of(activity("publish", PostProcessing.PUBLISH)),
        List.of(activity("alert", PostProcessing.ALERT)));
  }

  /** An activity each, and for some jobs a child workflow and a webhook. */
  static Steps mixed(int index, String webhook) {
    if (index % ONE_IN_HAS_MORE != 0) {
      return activities();
    }
    return new Steps(
        List.of(
            activity("publish", PostProcessing.PUBLISH),
            archive("archive"),
            Step.webhook("tell", webhook).within(TIMEOUT)),
        List.of(
            activity("alert", PostProcessing.ALERT),
            archive("archive-failure"),
            Step.webhook("tell-failure", webhook).within(TIMEOUT)));
  }

  private static Step archive(String name) {
    return Step.workflow(name, PostProcessing.ARCHIVE)
        .onTaskQueue(PostProcessing.TASK_QUEUE)
        .within(TIMEOUT);
  }

  private static Step activity(String name, String type) {
    return Step.activity(name, type)
        .onTaskQueue(PostProcessing.TASK_QUEUE)
        .within(TIMEOUT)
        .attemptWithin(ATTEMPT);
  }
}
