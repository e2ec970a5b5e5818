package io.github.mediajobs.benchmark.chaos;

import eu.rekawek.toxiproxy.ToxiproxyClient;
import io.github.mediajobs.benchmark.server.Executable;
import io.github.mediajobs.benchmark.server.FreePort;
import io.github.mediajobs.benchmark.server.JavaProcess;
import io.github.mediajobs.emulator.Emulator;
import io.github.mediajobs.emulator.callback.CallbackOptions;
import io.github.mediajobs.emulator.callback.Forgery;
import io.temporal.client.WorkflowClient;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/**
 * All parts of a run: a Temporal dev server on a database file, workers, the emulator, who receives
 * webhooks, and a proxy between each two of them. What is opened is closed in the reverse order.
 */
final class Scene implements AutoCloseable {
  private static final String CALLBACK_KEY = "chaos-callback-key";
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final int CALLS_PER_SECOND = 200;
  private static final List<String> WORKER_JVM =
      List.of("-Xmx256m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

  private final Deque<Closing> open = new ArrayDeque<>();
  private final List<Lane<?>> lanes = new ArrayList<>();
  private final List<Restartable> processes = new ArrayList<>();
  private final Path folder;
  private final Emulator emulator;
  private final Ledger ledger;
  private final String webhook;
  private final WorkflowClient client;
  private final WorkflowClient direct;
  private final boolean clocks;

  Scene(Effort effort, Path folder) throws Exception {
    this.folder = folder;
    try {
      emulator = opened(Emulator.start(), Emulator::close);
      ledger = opened(Ledger.open(file("ledger.db").toPath()), Ledger::close);
      WebhookReceiver receiver = opened(WebhookReceiver.start(ledger), WebhookReceiver::close);
      String temporal = "127.0.0.1:" + FreePort.find();
      ToxiproxyClient proxies = proxies();
      Restartable server = temporal(temporal);
      direct = WorkflowClient.newInstance(connect(temporal));
      client =
          WorkflowClient.newInstance(
              connect(link(proxies, "client to Temporal", temporal, Troubles.OF_CLIENT)));
      webhook =
          "http://" + link(proxies, "webhooks", receiver.address(), Troubles.OF_WEBHOOKS) + "/done";
      lanes.add(new Lane<>("Temporal", server, Troubles.SERVER));
      lanes.add(new Lane<>("API", emulator, ApiTroubles.all()));
      Optional<Path> library = WorkerClock.library();
      clocks = library.isPresent();
      for (int i = 1; i <= effort.workers(); i++) {
        worker("worker " + i, proxies, temporal, library);
      }
    } catch (Exception e) {
      close();
      throw e;
    }
  }

  private void worker(String name, ToxiproxyClient proxies, String temporal, Optional<Path> library)
      throws IOException {
    ProcessBuilder command =
        new ProcessBuilder(
            JavaProcess.command(Worker.class, WORKER_JVM, file("ledger.db").getAbsolutePath()));
    Map<String, String> environment = command.environment();
    String api =
        "http://"
            + link(
                proxies,
                name + " to API",
                "127.0.0.1:" + emulator.url().getPort(),
                Troubles.OF_WORKER);
    int callbackPort = FreePort.find();
    String callbacks =
        link(proxies, "callbacks to " + name, "127.0.0.1:" + callbackPort, Troubles.OF_CALLBACKS);
    URI callbackUrl = URI.create("http://" + callbacks + "/callbacks");
    environment.put(
        "TEMPORAL_ADDRESS", link(proxies, name + " to Temporal", temporal, Troubles.OF_WORKER));
    environment.put("MEDIAJOBS_ICE_ENDPOINT", api);
    environment.put("MEDIAJOBS_MPS_ENDPOINT", api);
    environment.put("MEDIAJOBS_CALLS_PER_SECOND", Integer.toString(CALLS_PER_SECOND));
    environment.put("MEDIAJOBS_WEBHOOK_HOSTS", "127.0.0.1");
    environment.put("MEDIAJOBS_WEBHOOK_SECRET", "chaos-webhook-secret");
    environment.put("MEDIAJOBS_CALLBACK_PORT", Integer.toString(callbackPort));
    environment.put("MEDIAJOBS_CALLBACK_HOST", "127.0.0.1");
    environment.put("MEDIAJOBS_CALLBACK_KEYS", CALLBACK_KEY);
    environment.put("MEDIAJOBS_CALLBACK_URL", callbackUrl.toString());
    // The vendor posts to one address: to the worker that came last.
    emulator.callbacks(
        CallbackOptions.to(callbackUrl, CALLBACK_KEY)
            .dropping(0.3)
            .forging(0.1, Forgery.WRONG_STATUS));
    if (library.isPresent()) {
      WorkerClock clock = new WorkerClock(file(name + ".clock").toPath());
      clock.right();
      environment.putAll(clock.environment(library.get()));
      lanes.add(new Lane<>(name + "'s clock", clock, Troubles.CLOCK));
    }
    lanes.add(new Lane<>(name, started(name, command), Troubles.WORKER));
  }

  private ToxiproxyClient proxies() throws Exception {
    int port = FreePort.find();
    Path program =
        new Executable("MEDIAJOBS_TOXIPROXY", "toxiproxy-server")
            .required("go install github.com/Shopify/toxiproxy/v2/cmd/server@v2.5.0");
    started(
        "toxiproxy",
        new ProcessBuilder(
            program.toString(), "-host", "127.0.0.1", "-port", Integer.toString(port)));
    ToxiproxyClient proxies = new ToxiproxyClient("127.0.0.1", port);
    patiently(proxies::version);
    return proxies;
  }

  private Restartable temporal(String address) throws IOException {
    Path program =
        Executable.TEMPORAL.required("go install github.com/temporalio/cli/cmd/temporal@v1.5.1");
    return started(
        "temporal",
        new ProcessBuilder(
            program.toString(),
            "server",
            "start-dev",
            "--headless",
            "--log-level",
            "error",
            "--ip",
            "127.0.0.1",
            "--port",
            address.substring(address.indexOf(':') + 1),
            "--db-filename",
            file("temporal.db").toString()));
  }

  private Restartable started(String name, ProcessBuilder command) throws IOException {
    Restartable process =
        new Restartable(
            command
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(file(name + ".log"))));
    process.start();
    processes.add(process);
    return opened(process, Restartable::close);
  }

  private String link(
      ToxiproxyClient proxies, String name, String upstream, Map<Trouble<Link>, Integer> troubles)
      throws IOException {
    Link link = new Link(proxies.createProxy(name.replace(' ', '-'), "127.0.0.1:0", upstream));
    lanes.add(new Lane<>(name, link, troubles));
    return link.address();
  }

  private WorkflowServiceStubs connect(String address) throws Exception {
    WorkflowServiceStubs service =
        opened(
            WorkflowServiceStubs.newServiceStubs(
                WorkflowServiceStubsOptions.newBuilder().setTarget(address).build()),
            WorkflowServiceStubs::shutdownNow);
    patiently(
        () -> {
          service.connect(Duration.ofSeconds(5));
          return service;
        });
    return service;
  }

  private static void patiently(Callable<?> question) throws Exception {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try {
        question.call();
        return;
      } catch (IOException | RuntimeException e) {
        if (System.nanoTime() > end) {
          throw e;
        }
        LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
      }
    }
  }

  private <T> T opened(T part, Closer<T> closer) {
    open.push(() -> closer.close(part));
    return part;
  }

  /** Lets go of a part. */
  private interface Closer<T> {
    void close(T part) throws IOException, SQLException;
  }

  /** Lets go of what was opened. */
  private interface Closing {
    void close() throws IOException, SQLException;
  }

  private File file(String name) {
    return folder.resolve(name.replace(' ', '-')).toFile();
  }

  List<Lane<?>> lanes() {
    return List.copyOf(lanes);
  }

  Emulator emulator() {
    return emulator;
  }

  Ledger ledger() {
    return ledger;
  }

  /** Where webhook steps are to post. */
  String webhook() {
    return webhook;
  }

  /** Behind a link that has troubles. */
  WorkflowClient client() {
    return client;
  }

  /** For those who check. */
  WorkflowClient direct() {
    return direct;
  }

  /** Whether clocks can jump on this machine. */
  boolean clocks() {
    return clocks;
  }

  /** Once the troubles are over: sees to it that every process goes on. */
  void check() throws IOException {
    for (Restartable process : processes) {
      process.check();
    }
  }

  @Override
  public void close() throws IOException, SQLException {
    while (!open.isEmpty()) {
      open.pop().close();
    }
  }
}
