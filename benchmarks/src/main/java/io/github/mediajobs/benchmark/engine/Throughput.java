package io.github.mediajobs.benchmark.engine;

import io.github.mediajobs.benchmark.server.JavaProcess;
import io.github.mediajobs.client.BatchHandle;
import io.github.mediajobs.wire.JobEnd;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Waits for jobs that have ended already, by an API without bounds, as fast as it goes. */
final class Throughput {
  private static final double UNBOUNDED = 1e9;

  private final Stage stage;
  private final Effort effort;

  Throughput(Stage stage, Effort effort) {
    this.stage = stage;
    this.effort = effort;
  }

  Rate of(Contender contender) throws Exception {
    int count = contender == Contender.MANY ? effort.batched() : effort.singles();
    Map<String, Duration> jobs = new TreeMap<>();
    for (int job = 0; job < count; job++) {
      jobs.put("%s-ended-%06d".formatted(contender, job), Duration.ZERO);
    }
    stage.api().addEnded(jobs);
    try (JavaProcess worker = stage.worker(contender, OptionalDouble.of(UNBOUNDED))) {
      WarmUp.of(contender, stage, effort);
      Duration api = stage.api().cpu();
      WorkerFigures before = WorkerFigures.of(worker);
      Waits waits = new Waits(contender, stage.client(), effort);
      List<String> ids = List.copyOf(jobs.keySet());
      long begun = System.nanoTime();
      List<String> runs = contender == Contender.MANY ? batched(waits, ids) : single(waits, ids);
      double seconds = (System.nanoTime() - begun) / 1e9;
      WorkerFigures after = WorkerFigures.of(worker);
      HistoryCost cost = cost(runs);
      return new Rate(
          contender,
          count,
          seconds,
          (cost.actions() + after.heartbeats() - before.heartbeats()) / (double) count,
          cost.events() / (double) count,
          (after.cpuMillis() - before.cpuMillis()) / count,
          stage.api().cpu().minus(api).toNanos() / 1e6 / count);
    }
  }

  private List<String> single(Waits waits, List<String> jobs) throws Exception {
    ExecutorService users = Executors.newFixedThreadPool(effort.inFlight());
    try {
      List<Callable<List<String>>> tasks = new ArrayList<>();
      for (String job : jobs) {
        tasks.add(
            () -> {
              List<String> runs = waits.start(job);
              runs.forEach(waits::join);
              return runs;
            });
      }
      List<String> runs = new ArrayList<>();
      for (Future<List<String>> run : users.invokeAll(tasks)) {
        runs.addAll(run.get());
      }
      return runs;
    } finally {
      users.shutdownNow();
    }
  }

  private static List<String> batched(Waits waits, List<String> jobs) throws Exception {
    BatchHandle batch = waits.startAll("throughput", jobs);
    Map<String, Integer> ends = new TreeMap<>();
    batch.forEach(end -> ends.merge(shown(end), 1, Integer::sum));
    if (!ends.equals(Map.of("SUCCEEDED", jobs.size()))) {
      throw new IllegalStateException("jobs ended otherwise than they did: " + ends);
    }
    return batch.workflowIds();
  }

  private static String shown(JobEnd end) {
    return end.failure() == null ? end.outcome().outcome().name() : end.failure().toString();
  }

  private HistoryCost cost(List<String> runs) {
    Histories histories = new Histories(stage.client());
    return runs.stream()
        .map(run -> histories.cost(histories.of(run)))
        .reduce(HistoryCost.NONE, HistoryCost::plus);
  }
}
