package io.github.mediajobs.benchmark.chaos;

import io.github.mediajobs.outcome.OutcomeKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;

/** What is awaited in a run, in the order of the starts: batches first, since they last. */
final class Pipelines {
  private static final Duration LONG = Duration.ofMinutes(30);
  private static final Duration SHORT = Duration.ofSeconds(20);

  /** A batch, begun first, has one deadline, by which all of its jobs are known that do end. */
  private static final Duration PAST_TROUBLES = Duration.ofSeconds(30);

  private Pipelines() {}

  static List<Pipeline> all(Effort effort, String webhook, SplittableRandom random) {
    int pairs = effort.shared() / 2;
    int batched = effort.batches() * effort.jobsPerBatch();
    List<Job> jobs = Job.all(effort.singles() + pairs + batched, effort.troubles(), random);
    List<Job> left = new ArrayList<>(jobs);
    Collections.shuffle(left, new Random(random.nextLong()));
    List<Pipeline> pipelines = new ArrayList<>();
    for (int i = 0; i < effort.singles(); i++) {
      Job job = left.remove(left.size() - 1);
      pipelines.add(new Pipeline.Single(job, deadline(job, random), Steps.mixed(i, webhook)));
    }
    for (int i = 0; i < pairs; i++) {
      Job job = left.remove(left.size() - 1);
      for (String who : List.of("one", "other")) {
        pipelines.add(
            new Pipeline.Shared(
                "shared/%s/%s".formatted(job.id(), who),
                job,
                deadline(job, random),
                Steps.activities()));
      }
    }
    Collections.shuffle(pipelines, new Random(random.nextLong()));
    pipelines.addAll(0, batches(effort, left));
    return List.copyOf(pipelines);
  }

  private static List<Pipeline> batches(Effort effort, List<Job> jobs) {
    List<Pipeline> batches = new ArrayList<>();
    for (int i = 0; i < effort.batches(); i++) {
      List<Job> some = jobs.subList(i * effort.jobsPerBatch(), (i + 1) * effort.jobsPerBatch());
      batches.add(
          new Pipeline.Batch(
              "chaos-" + i,
              List.copyOf(some),
              effort.troubles().plus(PAST_TROUBLES),
              Steps.activities()));
    }
    return batches;
  }

  /** What never ends is given up while there are troubles. */
  private static Duration deadline(Job job, SplittableRandom random) {
    return job.end() == OutcomeKind.TIMED_OUT
        ? SHORT.plusMillis(random.nextLong(SHORT.toMillis()))
        : LONG;
  }
}
