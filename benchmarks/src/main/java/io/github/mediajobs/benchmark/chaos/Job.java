package io.github.mediajobs.benchmark.chaos;

import io.github.mediajobs.benchmark.server.Ending;
import io.github.mediajobs.emulator.job.JobScript;
import io.github.mediajobs.operation.Catalogue;
import io.github.mediajobs.operation.JobOperation;
import io.github.mediajobs.outcome.OutcomeKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A job of a run.
 *
 * @param operation what it is
 * @param id its id
 * @param length how long it takes
 * @param end how the wait for it ends; {@code NOT_FOUND} was never submitted, {@code TIMED_OUT}
 *     goes on for longer than anyone waits
 */
record Job(JobOperation<?> operation, String id, Duration length, OutcomeKind end) {
  private static final Duration SHORTEST = Duration.ofSeconds(2);
  private static final Duration ENDLESS = Duration.ofDays(30);
  private static final int ONE_IN_FAILS = 6;
  private static final int ONE_IN_IS_ENDLESS = 30;
  private static final int ONE_IN_IS_MISSING = 50;

  /** As many of each operation; those that end take up to half of the troubles. */
  static List<Job> all(int count, Duration troubles, SplittableRandom random) {
    List<? extends JobOperation<?>> operations = List.copyOf(Catalogue.standard().operations());
    List<Job> jobs = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      JobOperation<?> operation = operations.get(i % operations.size());
      OutcomeKind end = end(operation, random);
      Duration length =
          SHORTEST.plusMillis(random.nextLong(troubles.dividedBy(2).minus(SHORTEST).toMillis()));
      jobs.add(
          new Job(
              operation,
              "%s-%05d".formatted(operation.alias(), i),
              end == OutcomeKind.TIMED_OUT ? ENDLESS : length,
              end));
    }
    return jobs;
  }

  private static OutcomeKind end(JobOperation<?> operation, SplittableRandom random) {
    if (random.nextInt(ONE_IN_IS_MISSING) == 0) {
      return OutcomeKind.NOT_FOUND;
    }
    if (random.nextInt(ONE_IN_IS_ENDLESS) == 0) {
      return OutcomeKind.TIMED_OUT;
    }
    return Ending.mayFail(operation) && random.nextInt(ONE_IN_FAILS) == 0
        ? OutcomeKind.FAILED
        : OutcomeKind.SUCCEEDED;
  }

  boolean submitted() {
    return end != OutcomeKind.NOT_FOUND;
  }

  /** What the emulator plays; not for a job that is missing. */
  JobScript script() {
    return Ending.script(operation, id, length, end);
  }
}
