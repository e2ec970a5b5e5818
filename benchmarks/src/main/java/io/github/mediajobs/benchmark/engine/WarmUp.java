package io.github.mediajobs.benchmark.engine;

import static io.github.mediajobs.operation.Operations.PACKAGE;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Waits for jobs that have ended, so that classes are loaded and connections open. */
final class WarmUp {
  private WarmUp() {}

  static void of(Contender contender, Stage stage, Effort effort) throws Exception {
    Waits waits = new Waits(contender, stage.client(), effort);
    Map<String, Duration> jobs = new TreeMap<>();
    for (int job = 0; job < effort.warmUp(); job++) {
      jobs.put("%s-warm-%05d-%d".formatted(contender, job, System.nanoTime()), Duration.ZERO);
    }
    stage.api().add(PACKAGE, jobs);
    if (contender == Contender.MANY) {
      waits.startAll("warm-" + System.nanoTime(), List.copyOf(jobs.keySet())).forEach(end -> {});
      return;
    }
    List<String> runs = new ArrayList<>();
    for (String job : jobs.keySet()) {
      runs.addAll(waits.start(job));
    }
    runs.forEach(waits::join);
  }
}
