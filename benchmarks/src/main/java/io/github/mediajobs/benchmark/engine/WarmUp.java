package io.github.mediajobs.benchmark.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Waits for jobs that have ended, so that classes are loaded and connections open, and that who
 * learns has learnt how long jobs take.
 */
final class WarmUp {
  private static final long SEED = 20_251_121;

  private WarmUp() {}

  static void of(Contender contender, Stage stage, Effort effort) throws Exception {
    Waits waits = new Waits(contender, stage.client(), effort);
    Map<String, Duration> jobs = new TreeMap<>();
    for (Duration duration : effort.durations(effort.warmUp(), SEED)) {
      jobs.put("%s-warm-%d-%d".formatted(contender, jobs.size(), System.nanoTime()), duration);
    }
    stage.api().addEnded(jobs);
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
