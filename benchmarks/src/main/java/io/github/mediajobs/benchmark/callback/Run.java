package io.github.mediajobs.benchmark.callback;

import io.github.mediajobs.api.ApiConfig;
import io.github.mediajobs.api.ApiCredentials;
import io.github.mediajobs.benchmark.report.Machine;
import io.github.mediajobs.benchmark.report.Results;
import io.github.mediajobs.benchmark.server.DevServer;
import io.github.mediajobs.benchmark.server.FreePort;
import io.github.mediajobs.callback.CallbackConfig;
import io.github.mediajobs.client.MediaJobsClient;
import io.github.mediajobs.emulator.Emulator;
import io.github.mediajobs.emulator.callback.CallbackOptions;
import io.github.mediajobs.operation.Catalogue;
import io.github.mediajobs.operation.JobOperation;
import io.github.mediajobs.operation.Service;
import io.github.mediajobs.outcome.OutcomeKind;
import io.github.mediajobs.webhook.WebhookConfig;
import io.github.mediajobs.wire.Outcome;
import io.github.mediajobs.worker.MediaJobsWorker;
import io.github.mediajobs.worker.WorkerConfig;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** How soon waiters know of ends that the vendor tells by callbacks, on a real server. */
public final class Run {
  private static final String KEY = "callback-key";
  private static final Duration FIRST_END = Duration.ofSeconds(5);
  private static final int ONE_IN_FAILS = 5;
  private static final Results RESULTS = new Results("callback");

  private Run() {}

  /**
   * Runs in the folder {@code benchmarks}. Writes {@code results/callback.json}, {@code
   * results/callback.svg} and the table of {@code docs/performance.md}.
   *
   * @param arguments {@code --quick} for a smoke run, which only prints
   * @throws Exception when the server does not start, or a result cannot be written
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

  static Report measured(Effort effort) throws IOException {
    // The receiver's URL is signed, so its port is known before it listens.
    int port = FreePort.find();
    URI url = URI.create("http://127.0.0.1:" + port + "/");
    List<Row> rows = new ArrayList<>();
    try (DevServer temporal = DevServer.start();
        Emulator emulator = Emulator.start()) {
      MediaJobsWorker worker =
          MediaJobsWorker.start(temporal.client(), config(emulator, port, url));
      MediaJobsClient client = MediaJobsClient.create(temporal.client());
      for (Round round : Round.values()) {
        System.err.println(round.title());
        emulator.callbacks(round.events(CallbackOptions.to(url, KEY)));
        rows.add(measured(round, effort, emulator, client));
      }
      worker.close();
    }
    return new Report(Machine.here(), effort, List.copyOf(rows));
  }

  private static WorkerConfig config(Emulator emulator, int port, URI url) {
    ApiCredentials key = new ApiCredentials("emulator", "emulator", null);
    return new WorkerConfig(
            "media-jobs",
            Catalogue.standard(),
            ApiConfig.defaults()
                .withEndpoint(Service.ICE, emulator.url())
                .withEndpoint(Service.MPS, emulator.url()),
            () -> key,
            new WebhookConfig(Set.of(), ""))
        .withCallbacks(new CallbackConfig(port, "127.0.0.1", List.of(KEY), url.toString()));
  }

  private static Row measured(
      Round round, Effort effort, Emulator emulator, MediaJobsClient client) {
    List<? extends JobOperation<?>> operations =
        Catalogue.standard().operations().stream().filter(it -> it.event() != null).toList();
    long callsBefore = emulator.calls().total();
    List<CompletableFuture<Heard>> waits = new ArrayList<>();
    for (int i = 0; i < effort.jobs(); i++) {
      JobOperation<?> operation = operations.get(i % operations.size());
      Duration length =
          FIRST_END.plus(
              Duration.ofSeconds(effort.seconds()).multipliedBy(i).dividedBy(effort.jobs()));
      Job job = new Job(operation, round + "-" + i, length, i % ONE_IN_FAILS == 0);
      emulator.add(job.script());
      Instant end = emulator.now().plus(length);
      waits.add(
          client
              .await(operation, job.id())
              .startUntyped()
              .async()
              .thenApply(outcome -> new Heard(outcome, job.end(), seconds(end, emulator.now()))));
    }
    List<Heard> heard = waits.stream().map(CompletableFuture::join).toList();
    return new Row(
        round.title(),
        (int) heard.stream().filter(Heard::right).count(),
        emulator.calls().total() - callsBefore,
        heard.stream().map(Heard::delay).toList());
  }

  /** What a waiter was told, what is true, and how many seconds after the end. */
  private record Heard(Outcome outcome, OutcomeKind end, double delay) {
    boolean right() {
      return outcome.outcome() == end;
    }
  }

  private static double seconds(Instant from, Instant to) {
    return Duration.between(from, to).toNanos() / 1e9;
  }
}
