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
        ? through(underWay(operation), duration, success.get(), 100)
        : through(
            statuses(operation, EnumSet.of(JobState.PENDING)),
            duration,
            operation.awaited().iterator().next(),
            null);
  }

  static Phase[] failing(JobOperation<?> operation, Duration duration) {
    String failure =
        first(operation, JobState.FAILED)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        operation.action() + " has no status that means failure"));
    return through(underWay(operation), duration, failure, null);
  }

  private static Phase[] through(
      List<String> before, Duration duration, String last, Integer lastProgress) {
    Phase[] phases = new Phase[before.size() + 1];
    for (int i = 0; i < before.size(); i++) {
      Duration after = duration.multipliedBy(i).dividedBy(before.size());
      phases[i] = new Phase(after, before.get(i), 100 * i / before.size());
    }
    Duration end = before.isEmpty() ? Duration.ZERO : duration;
    phases[before.size()] = new Phase(end, last, lastProgress);
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
