package io.github.mediajobs.workflow;

import io.github.mediajobs.outcome.OutcomeKind;
import io.github.mediajobs.text.OneLine;
import io.github.mediajobs.wire.AwaitAttempt;
import io.github.mediajobs.wire.BatchProgress;
import io.github.mediajobs.wire.Outcome;
import io.github.mediajobs.wire.StepResult;
import io.temporal.failure.CanceledFailure;
import io.temporal.failure.TemporalFailure;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a person reads about a run in the Temporal UI, in Markdown. */
final class Summary {
  private static final int BAR = 20;
  private static final int SHOWN = 300;

  private Summary() {}

  static String waiting(AwaitAttempt attempt) {
    List<String> points = new ArrayList<>();
    if (attempt.until() != null) {
      points.add(
          attempt.until().stream()
              .map(Summary::code)
              .collect(Collectors.joining(" or ", "It ends at ", ".")));
    }
    points.add(lastFailure("Status, progress and the next poll"));
    return text(
        "Waiting for %s until %s.".formatted(job(attempt), seconds(attempt.deadlineAt())), points);
  }

  /** A wait that ended without an outcome, for it was cancelled or could not find out. */
  static String stopped(AwaitAttempt attempt, TemporalFailure failure) {
    return failure instanceof CanceledFailure
        ? "**Cancelled**: nobody waits for %s here any more.".formatted(job(attempt))
        : text(
            "**Not found out**: the state of %s.".formatted(job(attempt)),
            List.of(code(failure.getOriginalMessage())));
  }

  static String ended(Outcome outcome) {
    List<String> points = new ArrayList<>();
    Stream.of(outcome.code(), outcome.message())
        .filter(Objects::nonNull)
        .map(Summary::code)
        .reduce((code, message) -> code + ": " + message)
        .ifPresent(points::add);
    if (outcome.submittedAt() != null) {
      points.add("Submitted " + seconds(outcome.submittedAt()));
    }
    if (outcome.finishedAt() != null) {
      points.add("Finished " + seconds(outcome.finishedAt()));
    }
    return text(
        "**%s**: %s, status %s after %d %s"
            .formatted(
                outcome.outcome(),
                job(outcome.operation(), outcome.jobId(), outcome.region()),
                outcome.status() == null ? "never seen" : code(outcome.status()),
                outcome.polls(),
                outcome.polls() == 1 ? "poll" : "polls"),
        points);
  }

  /** The same with the steps that were taken; those that have not ended run. */
  static String ended(Outcome outcome, Collection<String> steps, List<StepResult> ended) {
    if (steps.isEmpty()) {
      return ended(outcome);
    }
    Map<String, String> shown = new LinkedHashMap<>();
    steps.forEach(name -> shown.put(name, "running"));
    ended.forEach(step -> shown.put(step.name(), step(step)));
    return ended(outcome)
        + "\n\n"
        + text(
            "**Steps**: %d of %d have ended.".formatted(ended.size(), steps.size()),
            shown.entrySet().stream()
                .map(step -> code(step.getKey()) + " " + step.getValue())
                .toList());
  }

  private static String step(StepResult step) {
    return step.failure() == null
        ? "**" + step.status() + "**"
        : "**%s**: %s".formatted(step.status(), code(step.failure().message()));
  }

  /**
   * A batch.
   *
   * @param unknown how many are done whose state could not be found out
   * @param following how many have ended, and have steps that have not
   */
  static String batch(BatchProgress progress, int unknown, int following) {
    List<String> points = new ArrayList<>();
    Stream.concat(
            Stream.of(OutcomeKind.values())
                .filter(progress.outcomes()::containsKey)
                .map(kind -> "%s %d".formatted(kind, progress.outcomes().get(kind))),
            unknown == 0 ? Stream.empty() : Stream.of("not found out %d".formatted(unknown)))
        .reduce((one, other) -> one + ", " + other)
        .ifPresent(points::add);
    if (following > 0) {
      points.add("%d more have ended, and their steps go on.".formatted(following));
    }
    if (progress.done() + following < progress.jobs()) {
      points.add("The others are awaited until %s.".formatted(seconds(progress.deadlineAt())));
      points.add(lastFailure("The next poll"));
    }
    return text(
        "%s %d of %d jobs are done"
            .formatted(bar(progress.done(), progress.jobs()), progress.done(), progress.jobs()),
        points);
  }

  private static String bar(int done, int jobs) {
    int full = BAR * done / jobs;
    return "`%s%s`".formatted("\u2588".repeat(full), "\u2591".repeat(BAR - full));
  }

  /** Between polls a run knows nothing of the job: the service does. */
  private static String lastFailure(String what) {
    return what + ": *Pending Activities*, last failure.";
  }

  private static Instant seconds(Instant time) {
    return time.truncatedTo(ChronoUnit.SECONDS);
  }

  private static String job(AwaitAttempt attempt) {
    return job(attempt.operation(), attempt.jobId(), attempt.region());
  }

  private static String job(String operation, String jobId, String region) {
    return "**%s** %s in %s".formatted(operation, code(jobId), region);
  }

  /** Text from outside is shown as it is, and neither formats nor links. */
  private static String code(String text) {
    String told = text == null || text.isBlank() ? "no message" : text;
    return "`" + OneLine.of(told, SHOWN).replace('`', '\'') + "`";
  }

  private static String text(String first, List<String> points) {
    return points.isEmpty() ? first : first + "\n\n- " + String.join("\n- ", points);
  }
}
