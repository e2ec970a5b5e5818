package io.github.mediajobs.emulator.job;

import io.github.mediajobs.operation.JobOperation;
import io.github.mediajobs.operation.JobState;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The usual lives, taken from an operation's status table. */
final class StandardLife {
  private StandardLife() {}

  static Phase[] succeeding(JobOperation<?> operation, Duration duration) {
    Optional<String> success = first(operation, JobState.SUCCEEDED);
    return success.isPresent()
        ? through(operation, underWay(operation), duration, new Phase(duration, success.get(), 100))
        : through(
            operation,
            statuses(operation, EnumSet.of(JobState.PENDING)),
            duration,
            Phase.at(duration, operation.awaited().iterator().next()));
  }

  static Phase[] failing(JobOperation<?> operation, Duration duration) {
    String failure =
        first(operation, JobState.FAILED)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        operation.action() + " has no status that means failure"));
    return through(operation, underWay(operation), duration, Phase.at(duration, failure));
  }

  /** Evenly through the statuses; progress waits at zero until a status means running. */
  private static Phase[] through(
      JobOperation<?> operation, List<String> before, Duration duration, Phase last) {
    List<String> running =
        before.stream().filter(it -> operation.stateOf(it) == JobState.RUNNING).toList();
    Phase[] phases = new Phase[before.size() + 1];
    for (int i = 0; i < before.size(); i++) {
      int begun = running.indexOf(before.get(i));
      phases[i] =
          new Phase(
              duration.multipliedBy(i).dividedBy(before.size()),
              before.get(i),
              begun < 0 ? 0 : 100 * begun / running.size());
    }
    phases[before.size()] =
        before.isEmpty() ? new Phase(Duration.ZERO, last.status(), last.progress()) : last;
    return phases;
  }

  private static List<String> underWay(JobOperation<?> operation) {
    return statuses(operation, EnumSet.of(JobState.PENDING, JobState.RUNNING));
  }

  private static Optional<String> first(JobOperation<?> operation, JobState state) {
    return statuses(operation, EnumSet.of(state)).stream().findFirst();
  }

  private static List<String> statuses(JobOperation<?> operation, Set<JobState> states) {
    return operation.statuses().entrySet().stream()
        .filter(entry -> states.contains(entry.getValue()))
        .map(Map.Entry::getKey)
        .toList();
  }
}
