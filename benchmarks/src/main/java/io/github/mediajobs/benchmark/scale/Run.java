package io.github.mediajobs.benchmark.scale;

import io.github.mediajobs.benchmark.report.Machine;
import io.github.mediajobs.benchmark.report.Results;
import io.github.mediajobs.benchmark.server.DevServer;
import io.github.mediajobs.benchmark.server.JavaProcess;
import io.github.mediajobs.client.MediaJobsClient;
import io.github.mediajobs.emulator.Emulator;
import io.github.mediajobs.json.Json;
import io.github.mediajobs.operation.Catalogue;
import io.github.mediajobs.operation.JobOperation;
import io.temporal.client.WorkflowClient;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Awaits a hundred thousand jobs of all operations with one worker on one dev server. */
public final class Run {
  private static final String WORKER_HEAP = "-Xmx256m";
  private static final Results RESULTS = new Results("scale");

  private Run() {}

  /**
   * Runs in the folder {@code benchmarks}. Writes {@code results/scale.json}, {@code
   * results/scale.svg} and the table of {@code docs/performance.md}.
   *
   * @param arguments {@code --quick} for a smoke run, which only prints
   * @throws Exception when the server or the worker does not start, or a result cannot be written
   */
  public static void main(String[] arguments) throws Exception {
    boolean quick = List.of(arguments).contains("--quick");
    Report report = measured(quick ? Effort.QUICK : Effort.FULL);
    if (!quick) {
      RESULTS.write(report.json(), report.markdown());
      RESULTS.draw(report.plot().svg());
    }
    System.out.print("\n" + report.markdown());
    System.exit(0);
  }

  static Report measured(Effort effort) throws Exception {
    try (DevServer temporal = DevServer.start();
        Emulator emulator = Emulator.start();
        JavaProcess worker =
            JavaProcess.start(
                Worker.class,
                List.of(WORKER_HEAP, "-XX:+ExitOnOutOfMemoryError"),
                temporal.target(),
                emulator.url().toString(),
                Integer.toString(effort.callsPerSecond()))) {
      worker.line();
      return measured(effort, temporal.client(), emulator, worker);
    }
  }

  private static Report measured(
      Effort effort, WorkflowClient temporal, Emulator emulator, JavaProcess worker)
      throws Exception {
    List<Job> jobs = Job.all(effort);
    Ends ends = new Ends(jobs);
    jobs.stream().filter(Job::submitted).map(Job::script).forEach(emulator::add);
    Instant start = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    SortedMap<Instant, Integer> ended = new TreeMap<>();
    MediaJobsClient client = MediaJobsClient.create(temporal);
    ExecutorService waiters = Executors.newCachedThreadPool();
    try {
      List<Future<Void>> waits = new ArrayList<>();
      for (JobOperation<?> operation : Catalogue.standard().operations()) {
        List<String> ids =
            jobs.stream().filter(it -> it.operation().equals(operation)).map(Job::id).toList();
        Callable<Void> wait =
            () -> {
              client.awaitAll(operation.alias(), operation, ids).forEach(ends::add);
              return null;
            };
        waits.add(waiters.submit(wait));
      }
      for (Future<Void> wait : waits) {
        while (!over(wait)) {
          ended.put(Instant.now().truncatedTo(ChronoUnit.SECONDS), ends.heard());
          System.err.printf("%,d of %,d%n", ends.heard(), effort.jobs());
          worker.check();
        }
      }
    } finally {
      waiters.shutdownNow();
    }
    Instant end = Instant.now();
    ended.put(end.truncatedTo(ChronoUnit.SECONDS), ends.heard());
    return new Report(
        Machine.here(),
        effort,
        ends.right(),
        ends.wrong(),
        start.until(end, ChronoUnit.SECONDS),
        lists(emulator),
        Json.convert(Json.read(worker.end().getBytes(StandardCharsets.UTF_8)), Worker.Usage.class),
        Second.all(
            start, ended, emulator.calls().perSecond("ICE"), emulator.calls().perSecond("MPS")));
  }

  private static long lists(Emulator emulator) {
    return Catalogue.standard().operations().stream()
        .filter(it -> it.list() != null)
        .mapToLong(it -> emulator.calls().perOperation().getOrDefault(it.list().action(), 0L))
        .sum();
  }

  private static boolean over(Future<Void> wait) throws ExecutionException, InterruptedException {
    try {
      wait.get(1, TimeUnit.SECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    }
  }
}
