package io.github.mediajobs.workflow;

import io.github.mediajobs.outcome.OutcomeKind;
import io.github.mediajobs.wire.AnswerRequest;
import io.github.mediajobs.wire.JoinAnswer;
import io.github.mediajobs.wire.Joiner;
import io.github.mediajobs.wire.Outcome;
import io.github.mediajobs.wire.ShareMediaJobActivities;
import io.temporal.activity.ActivityOptions;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.TemporalFailure;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The waits of other workflows that share this run. */
final class Joiners {
  /** One activity answers so many, and its input holds the outcome once. */
  private static final int GROUP = 100;

  /** Whom nobody told by then joins again by itself. */
  private static final Duration ANSWERING = Duration.ofMinutes(10);

  /** A signal to each of a hundred; a worker that dies with them is noticed after it. */
  private static final Duration ONE_TRY = Duration.ofSeconds(20);

  private final Map<String, Joiner> waiting = new LinkedHashMap<>();

  /** Takes one more; a repeat is the same one. */
  void add(Joiner joiner) {
    if (joiner != null && joiner.complete()) {
      waiting.put(joiner.runId() + "/" + joiner.token(), joiner);
    }
  }

  /** Tells all of them how the wait ended, those too who come meanwhile. */
  void tell(Outcome outcome) {
    boolean gaveUp = outcome.outcome() == OutcomeKind.TIMED_OUT;
    tell(JoinAnswer.of(outcome), joiner -> gaveUp && joiner.deadlineAt().isAfter(now()));
  }

  /** Tells all of them why the run ends without an outcome. Who cancels it, cancels for himself. */
  void tell(TemporalFailure failure) {
    if (failure instanceof ApplicationFailure unknown) {
      tell(JoinAnswer.of(unknown), joiner -> false);
    } else {
      tell(JoinAnswer.GO_ON, joiner -> false);
    }
  }

  private void tell(JoinAnswer answer, Predicate<Joiner> waitsOn) {
    Workflow.newDetachedCancellationScope(
            () -> {
              while (!waiting.isEmpty()) {
                List<Joiner> group = waiting.values().stream().limit(GROUP).toList();
                waiting.values().removeAll(group);
                tell(answer, group.stream().filter(waitsOn.negate()).toList());
                tell(JoinAnswer.GO_ON, group.stream().filter(waitsOn).toList());
              }
            })
        .run();
  }

  private static void tell(JoinAnswer answer, List<Joiner> group) {
    if (group.isEmpty()) {
      return;
    }
    try {
      Workflow.newUntypedActivityStub(
              ActivityOptions.newBuilder()
                  .setStartToCloseTimeout(ONE_TRY)
                  .setScheduleToCloseTimeout(ANSWERING)
                  .setSummary("tell " + group.size() + " who share this wait")
                  .build())
          .execute(
              ShareMediaJobActivities.ANSWER,
              Void.class,
              new AnswerRequest(answer, new ArrayList<>(group)));
    } catch (TemporalFailure e) {
      // The history has it, and they join again by themselves.
    }
  }

  private static Instant now() {
    return Instant.ofEpochMilli(Workflow.currentTimeMillis());
  }
}
