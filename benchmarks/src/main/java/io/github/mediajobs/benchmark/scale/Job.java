package io.github.mediajobs.benchmark.scale;

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
 * @param end how it ends; {@code NOT_FOUND} was never submitted
 */
record Job(JobOperation<?> operation, String id, Duration length, OutcomeKind end) {
  private static final double SIGMA = 0.5;
  private static final double LONGEST_IN_MEDIANS = 4;
  private static final int ONE_IN_FAILS = 20;
  private static final int ONE_IN_IS_MISSING = 1_000;

  /** The same number of each operation, lognormal in length, the same ones in every run. */
  static List<Job> all(Effort effort) {
    List<? extends JobOperation<?>> operations = List.copyOf(Catalogue.standard().operations());
    SplittableRandom random = new SplittableRandom(20201109);
    List<Job> jobs = new ArrayList<>();
    for (int i = 0; i < effort.jobs(); i++) {
      JobOperation<?> operation = operations.get(i % operations.size());
      double medians = Math.min(LONGEST_IN_MEDIANS, Math.exp(SIGMA * random.nextGaussian()));
      jobs.add(
          new Job(
              operation,
              "%s-%06d".formatted(operation.alias(), i),
              Duration.ofMillis((long) (1000 * effort.medianSeconds() * medians)),
              end(operation, random)));
    }
    return List.copyOf(jobs);
  }

  private static OutcomeKind end(JobOperation<?> operation, SplittableRandom random) {
    if (random.nextInt(ONE_IN_IS_MISSING) == 0) {
      return OutcomeKind.NOT_FOUND;
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
