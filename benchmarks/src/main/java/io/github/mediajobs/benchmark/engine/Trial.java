package io.github.mediajobs.benchmark.engine;

import io.github.mediajobs.benchmark.server.JavaProcess;
import io.github.mediajobs.benchmark.server.PolledJob;
import io.github.mediajobs.client.BatchHandle;
import io.temporal.api.history.v1.HistoryEvent;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** One contender awaits the jobs, which begin at a steady pace, or for a batch at once. */
final class Trial implements AutoCloseable {
  private static final long SEED = 20_261_121;

  private final Contender contender;
  private final Stage stage;
  private final Effort effort;
  private final Waits waits;
  private final JavaProcess worker;
  private final Map<String, Duration> jobs = new TreeMap<>();
  private final Map<String, List<String>> runs = new LinkedHashMap<>();
  private BatchHandle batch;
  private WorkerFigures before;
  private WorkerFigures middle;
  private WorkerFigures after;

  private Trial(Contender contender, Stage stage, Effort effort, JavaProcess worker) {
    this.contender = contender;
    this.stage = stage;
    this.effort = effort;
    this.worker = worker;
    this.waits = new Waits(contender, stage.client(), effort);
    List<Duration> durations = effort.durations(effort.jobs(), SEED);
    for (int job = 0; job < durations.size(); job++) {
      jobs.put("%s-%05d".formatted(contender, job), durations.get(job));
    }
  }

  /** Starts a worker with the default budget of calls, and waits for some ended jobs. */
  static Trial open(Contender contender, Stage stage, Effort effort) throws Exception {
    JavaProcess worker = stage.worker(contender, OptionalDouble.empty());
    WarmUp.of(contender, stage, effort);
    return new Trial(contender, stage, effort, worker);
  }

  /** Begins and ends all waits. */
  void run() throws IOException, InterruptedException {
    before = WorkerFigures.of(worker);
    if (contender == Contender.MANY) {
      startAtOnce();
    } else {
      startByTurns();
    }
    for (String run : batch == null ? flat() : batch.workflowIds()) {
      waits.join(run);
    }
    after = WorkerFigures.of(worker);
  }

  private void startAtOnce() throws IOException, InterruptedException {
    stage.api().add(jobs);
    batch = waits.startAll("many", List.copyOf(jobs.keySet()));
    TimeUnit.MILLISECONDS.sleep((long) (1e3 * effort.medianSeconds()));
    middle = WorkerFigures.of(worker);
  }

  private void startByTurns() throws IOException, InterruptedException {
    long begun = System.nanoTime();
    for (Map.Entry<String, Duration> job : jobs.entrySet()) {
      long due = begun + (long) (1e9 * runs.size() / effort.startsPerSecond());
      TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
      stage.api().add(Map.of(job.getKey(), job.getValue()));
      runs.put(job.getKey(), waits.start(job.getKey()));
      if (runs.size() == jobs.size() / 2) {
        middle = WorkerFigures.of(worker);
      }
    }
  }

  private List<String> flat() {
    return runs.values().stream().flatMap(List::stream).toList();
  }

  /** Reads histories and polls, once nobody else is measured. */
  Measured measured(Map<String, PolledJob> polled) {
    Histories histories = new Histories(stage.client());
    HistoryCost cost = HistoryCost.NONE;
    List<Seen> seen = new ArrayList<>();
    if (batch != null) {
      List<String> ids = List.copyOf(jobs.keySet());
      for (String run : batch.workflowIds()) {
        List<HistoryEvent> history = histories.of(run);
        cost = cost.plus(histories.cost(history));
        Known.batch(history).forEach((job, known) -> seen.add(seen(polled, ids.get(job), known)));
      }
    }
    for (Map.Entry<String, List<String>> job : runs.entrySet()) {
      for (String run : job.getValue()) {
        List<HistoryEvent> history = histories.of(run);
        cost = cost.plus(histories.cost(history));
        seen.add(seen(polled, job.getKey(), Known.single(history)));
      }
      for (String run : waits.pollingFor(job.getKey())) {
        cost = cost.plus(histories.cost(histories.of(run)));
      }
    }
    return new Measured(contender, List.copyOf(seen), cost, before, middle, after);
  }

  private Seen seen(Map<String, PolledJob> polled, String jobId, Instant known) {
    return new Seen(jobs.get(jobId), polled.get(jobId), known);
  }

  @Override
  public void close() {
    worker.close();
  }
}
