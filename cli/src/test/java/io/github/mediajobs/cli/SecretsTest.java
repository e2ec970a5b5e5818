package io.github.mediajobs.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.mediajobs.api.ApiConfig;
import io.github.mediajobs.api.ApiCredentials;
import io.github.mediajobs.api.CredentialsSource;
import io.github.mediajobs.api.MediaApi;
import io.github.mediajobs.cli.terminal.Terminal;
import io.github.mediajobs.client.JobHandle;
import io.github.mediajobs.client.MediaJobsClient;
import io.github.mediajobs.operation.Catalogue;
import io.github.mediajobs.operation.JobOperation;
import io.github.mediajobs.webhook.WebhookConfig;
import io.github.mediajobs.webhook.WebhookSender;
import io.github.mediajobs.wire.Polling;
import io.github.mediajobs.wire.Step;
import io.github.mediajobs.wire.StepRetry;
import io.github.mediajobs.worker.MediaJobsPlugin;
import io.github.mediajobs.worker.MediaJobsWorker;
import io.github.mediajobs.worker.TemporalConnection;
import io.github.mediajobs.worker.WorkerConfig;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.workflowservice.v1.DescribeWorkflowExecutionRequest;
import io.temporal.api.workflowservice.v1.DescribeWorkflowExecutionResponse;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import io.temporal.common.WorkflowExecutionHistory;
import io.temporal.testing.TemporalDevServer;
import io.temporal.testing.TemporalDevServerOptions;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;

/**
 * Nothing that is written repeats a secret, whatever the servers repeat. On a real dev server where
 * {@code MEDIAJOBS_TEMPORAL_CLI} names one, else on the in-memory service.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class SecretsTest {
  private static final ApiCredentials KEY =
      new ApiCredentials("AKid0", "Zx9+/=\"\\%~<&'Secret7", "CAIS/t0k+\"\\%<&'Token8==");
  private static final String WEBHOOK_SECRET = "Wh00k+/=\"\\% ö鍵 Signing9";
  private static final String CALLBACK_KEY = "Cb0k+/=\"\\% ö鍵 Events5";
  private static final String CALLBACK_URL = "https://media.example.com/callbacks";
  private static final List<String> SECRETS =
      List.of(KEY.accessKeySecret(), KEY.securityToken(), WEBHOOK_SECRET, CALLBACK_KEY);
  private static final Polling FAST =
      new Polling(
          "fixed",
          Duration.ofMillis(50),
          null,
          null,
          Duration.ofMillis(50),
          Duration.ofMillis(50),
          0.0,
          null,
          null);

  /** Not the common pool: Temporal's client completes its results there, maybe on one thread. */
  private static final Executor AT_ONCE = command -> new Thread(command).start();

  private static Runnable stop;
  private static String address;
  private static TemporalConnection temporal;

  private final String taskQueue = "secrets-" + UUID.randomUUID();
  private final Map<String, String> written = new ConcurrentSkipListMap<>();

  @BeforeAll
  static void open() {
    String cli = System.getenv("MEDIAJOBS_TEMPORAL_CLI");
    if (cli != null && Files.isExecutable(Path.of(cli))) {
      TemporalDevServer server =
          TemporalDevServer.start(
              TemporalDevServerOptions.newBuilder()
                  .setExistingPath(cli)
                  .setUiEnabled(false)
                  .setLogLevel("error")
                  .setLogFile("target/secrets-dev-server.log")
                  .build());
      stop = server::close;
      address = server.getTarget();
    } else {
      LoopbackTemporal server = LoopbackTemporal.start();
      stop = server::close;
      address = server.address();
    }
    temporal = TemporalConnection.open(Map.of("TEMPORAL_ADDRESS", address), Duration.ofSeconds(30));
  }

  @AfterAll
  static void close() {
    temporal.close();
    stop.run();
  }

  @Test
  void areInNothingThatAFullRunWrites(@TempDir Path folder) throws Exception {
    String keys = KEY.accessKeySecret() + " " + KEY.securityToken();
    try (EverythingLogged logged = new EverythingLogged();
        RepeatingServer server = new RepeatingServer(keys, WEBHOOK_SECRET)) {
      Map<String, String> environment = environment(server);
      AtomicInteger asked = new AtomicInteger();
      CredentialsSource source =
          () -> {
            if (asked.incrementAndGet() % 20 == 0) {
              String message = "no key: " + RepeatingServer.FORMS.get("json").apply(keys);
              throw new IllegalStateException(message, new IllegalStateException(message));
            }
            return KEY;
          };
      WorkerConfig config = WorkerConfig.fromEnvironment(environment).withCredentials(source);
      try (MediaJobsWorker worker = MediaJobsWorker.start(temporal.client(), config)) {
        runWaits(server);
        runCommands(environment);
        int port = worker.callbackPort().orElseThrow();
        assertThat(CallbackEvents.send(port, CALLBACK_URL, CALLBACK_KEY))
            .containsExactly(200, 403, 403, 400);
        writeHolders(config, worker);
      }
      runWorkerCommand(environment, folder);
      written.put("logs", logged.text());

      assertThat(server.signatures()).hasSizeGreaterThan(100);
      assertThat(logged.text()).contains("TRACE io.temporal", "DEBUG io.grpc", "okhttp3");
      Leaks leaks = new Leaks(SECRETS, server.signatures());
      assertThat(written).hasSizeGreaterThan(150);
      Map<String, Set<String>> found = new LinkedHashMap<>();
      written.forEach((where, text) -> found.put(where, leaks.in(text)));
      found.values().removeIf(Set::isEmpty);
      assertThat(found).isEmpty();
    }
  }

  /** Two forms of each place, of one operation after the other; the client's tests try them all. */
  private static List<Job> jobs() {
    List<JobOperation<?>> operations = List.copyOf(Catalogue.standard().operations());
    List<String> forms = RepeatingServer.FORMS.keySet().stream().sorted().toList();
    List<String> places = RepeatingServer.places();
    return IntStream.range(0, 2 * places.size())
        .mapToObj(
            i ->
                new Job(
                    operations.get(i % operations.size()),
                    places.get(i / 2),
                    RepeatingServer.IN_JOBS.contains(places.get(i / 2))
                        ? "plain"
                        : forms.get((i + i / forms.size()) % forms.size())))
        .toList();
  }

  private record Job(JobOperation<?> operation, String place, String form) {
    String id() {
      return place + "~" + form;
    }
  }

  private void runWaits(RepeatingServer server) {
    MediaJobsClient client = MediaJobsClient.create(temporal.client()).withTaskQueue(taskQueue);
    List<JobHandle<?>> ending = new ArrayList<>();
    List<JobHandle<?>> endless = new ArrayList<>();
    for (Job job : jobs()) {
      var call =
          client.await(job.operation(), job.id()).polling(FAST).within(Duration.ofSeconds(20));
      boolean stuck = RepeatingServer.endless(job.place());
      (stuck ? endless : ending)
          .add(
              stuck
                  ? call.start()
                  : call.onSuccess(posts(server, "after"))
                      .onFailure(posts(server, "else"))
                      .start());
    }
    ending.forEach(this::write);
    for (JobHandle<?> handle : endless) {
      assertThat(handle.describe().problem()).isPresent();
      written.put("pending " + handle.workflowId(), handle.describe() + " " + raw(handle));
      handle.cancel();
      write(handle);
    }
  }

  private static Step[] posts(RepeatingServer server, String name) {
    return Stream.of("302", "500")
        .map(
            status ->
                Step.webhook(name + status, server.url() + "/hook/" + status)
                    .retried(new StepRetry(2, Duration.ofMillis(10), 1.0)))
        .toArray(Step[]::new);
  }

  private void write(JobHandle<?> handle) {
    String id = handle.workflowId();
    written.put("the result of " + id, told(handle::result));
    WorkflowExecutionHistory history = temporal.client().fetchHistory(id);
    written.put("the history of " + id, history.toJson(true));
    written.put(
        "the raw history of " + id,
        new String(history.getHistory().toByteArray(), ISO_8859_1) + history.getHistory());
    written.put("the description of " + id, handle.describe() + " " + raw(handle));
  }

  private String raw(JobHandle<?> handle) {
    WorkflowClient client = temporal.client();
    DescribeWorkflowExecutionResponse response =
        client
            .getWorkflowServiceStubs()
            .blockingStub()
            .describeWorkflowExecution(
                DescribeWorkflowExecutionRequest.newBuilder()
                    .setNamespace(client.getOptions().getNamespace())
                    .setExecution(WorkflowExecution.newBuilder().setWorkflowId(handle.workflowId()))
                    .build());
    return new String(response.toByteArray(), ISO_8859_1) + response;
  }

  private interface Telling {
    Object get() throws Exception;
  }

  /** A result, or all that a failure holds. */
  private static String told(Telling telling) {
    try {
      return String.valueOf(telling.get());
    } catch (Exception e) {
      StringWriter trace = new StringWriter();
      e.printStackTrace(new PrintWriter(trace));
      for (Throwable at = e; at != null; at = at.getCause()) {
        trace.append(at.toString()).append('\n');
      }
      return trace.toString();
    }
  }

  private void runCommands(Map<String, String> environment) {
    List<CompletableFuture<Void>> awaits = new ArrayList<>();
    for (JobOperation<?> operation : Catalogue.standard().operations()) {
      List<Job> jobs = jobs().stream().filter(job -> job.operation().equals(operation)).toList();
      for (Job job : jobs) {
        String id = job.place() + "~get~" + job.form();
        run(environment, "get", operation.alias(), id, "--verbose");
        run(environment, "get", operation.alias(), id + "~" + job.form(), "--json");
      }
      String[] await =
          Stream.concat(
                  Stream.of("await", operation.alias(), "--json", "--deadline", "PT20S"),
                  jobs.stream()
                      .filter(job -> !RepeatingServer.endless(job.place()))
                      .map(job -> job.place() + "~await~" + job.form()))
              .toArray(String[]::new);
      awaits.add(CompletableFuture.runAsync(() -> run(environment, await), AT_ONCE));
    }
    String[] verbose = {
      "await",
      "package",
      "failed~lines~plain",
      "denied~lines~json",
      "--verbose",
      "--deadline",
      "PT20S"
    };
    awaits.add(CompletableFuture.runAsync(() -> run(environment, verbose), AT_ONCE));
    awaits.forEach(CompletableFuture::join);
    jobs().stream()
        .filter(job -> !RepeatingServer.endless(job.place()))
        .map(job -> new String[] {job.operation().alias(), job.place() + "~await~" + job.form()})
        .forEach(job -> run(environment, "describe", job[0], job[1]));
  }

  private void run(Map<String, String> environment, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(out, true, UTF_8);
    new Cli(environment, stream, stream, Terminal.NONE, () -> KEY).run(arguments);
    assertThat(out.size()).isPositive();
    written.put("mediajobs " + String.join(" ", arguments), out.toString(UTF_8));
  }

  private void runWorkerCommand(Map<String, String> environment, Path folder) throws Exception {
    Path logback = folder.resolve("logback.xml");
    Files.writeString(
        logback,
        "<configuration><appender name='ALL' class='ch.qos.logback.core.ConsoleAppender'>"
            + "<target>System.err</target><encoder><pattern>%level %logger %msg%n%ex{full}</pattern>"
            + "</encoder></appender><root level='TRACE'><appender-ref ref='ALL'/></root>"
            + "</configuration>");
    Map<String, String> more = new HashMap<>(environment);
    more.put("JAVA_TOOL_OPTIONS", "-Dlogback.configurationFile=" + logback);
    more.put("ALIBABA_CLOUD_ACCESS_KEY_ID", KEY.accessKeyId());
    more.put("ALIBABA_CLOUD_ACCESS_KEY_SECRET", KEY.accessKeySecret());
    more.put("ALIBABA_CLOUD_SECURITY_TOKEN", KEY.securityToken());
    try (CommandProcess process = CommandProcess.start(more, "worker")) {
      // Read at once: a full pipe would stop the process.
      CompletableFuture<String> err = CompletableFuture.supplyAsync(process::err, AT_ONCE);
      assertThat(process.nextLine()).startsWith("mediajobs worker: polling task queue");
      run(environment, "await", "package", "message~plain~worker");
      assertThat(process.endedBy("TERM")).isZero();
      assertThat(err.join()).contains("TRACE io.temporal");
      written.put("mediajobs worker", err.join());
    }

    more.put("ALIBABA_CLOUD_SECURITY_TOKEN", KEY.securityToken() + " ");
    try (CommandProcess process = CommandProcess.start(more, "worker")) {
      String bad = process.err();
      assertThat(process.ended()).isEqualTo(5);
      assertThat(bad).contains("the security token is empty or holds white space");
      written.put("mediajobs worker with bad credentials", bad);
    }
  }

  private void writeHolders(WorkerConfig config, MediaJobsWorker worker) {
    MediaApi api = new MediaApi(ApiConfig.defaults(), () -> KEY, InstantSource.system());
    WebhookConfig webhooks = new WebhookConfig(Set.of("127.0.0.1"), WEBHOOK_SECRET);
    WebhookSender sender = new WebhookSender(webhooks, InstantSource.system());
    MediaJobsPlugin plugin = new MediaJobsPlugin(config);
    assertThat(config.webhooks()).isEqualTo(webhooks);
    for (Object holder :
        List.of(
            KEY,
            worker,
            config,
            config.callbacks().orElseThrow(),
            webhooks,
            api,
            sender,
            plugin,
            config.credentials())) {
      written.put("toString of " + holder.getClass(), holder.toString());
    }
    written.put(
        "a refused key", told(() -> new ApiCredentials("id", KEY.accessKeySecret() + "\n", null)));
    written.put(
        "a refused token", told(() -> new ApiCredentials("id", "k", KEY.securityToken() + "é")));
    plugin.close();
    sender.close();
    api.close();
  }

  private Map<String, String> environment(RepeatingServer server) {
    return Map.ofEntries(
        Map.entry("TEMPORAL_ADDRESS", address),
        Map.entry("MEDIAJOBS_TASK_QUEUE", taskQueue),
        Map.entry("MEDIAJOBS_ICE_ENDPOINT", server.url()),
        Map.entry("MEDIAJOBS_MPS_ENDPOINT", server.url()),
        Map.entry("MEDIAJOBS_CALLS_PER_SECOND", "1000"),
        Map.entry("MEDIAJOBS_WEBHOOK_HOSTS", "127.0.0.1"),
        Map.entry("MEDIAJOBS_WEBHOOK_SECRET", WEBHOOK_SECRET),
        Map.entry("MEDIAJOBS_CALLBACK_PORT", "0"),
        Map.entry("MEDIAJOBS_CALLBACK_HOST", "127.0.0.1"),
        Map.entry("MEDIAJOBS_CALLBACK_KEYS", CALLBACK_KEY),
        Map.entry("MEDIAJOBS_CALLBACK_URL", CALLBACK_URL));
  }

  static Set<String> forms() {
    return RepeatingServer.FORMS.keySet();
  }

  @ParameterizedTest
  @MethodSource("forms")
  void areFoundWhereTheyArePlanted(String form) {
    String signature = "0123456789abcdef".repeat(4);
    Leaks leaks = new Leaks(SECRETS, Set.of(signature));
    for (String secret : Stream.concat(SECRETS.stream(), Stream.of(signature)).toList()) {
      String planted = RepeatingServer.FORMS.get(form).apply("see " + secret + "!");
      String logs;
      try (EverythingLogged logged = new EverythingLogged()) {
        LoggerFactory.getLogger("com.example").trace("a line with {}", planted);
        java.util.logging.Logger.getLogger("com.example.jul").finest("another with " + planted);
        logs = logged.text();
      }
      assertThat(logs.lines().filter(line -> !leaks.in(line).isEmpty())).hasSize(2);

      String id = "planted-" + UUID.randomUUID();
      temporal
          .client()
          .newUntypedWorkflowStub(
              "Planted",
              WorkflowOptions.newBuilder().setWorkflowId(id).setTaskQueue(taskQueue).build())
          .start(Map.of("field", planted));
      WorkflowExecutionHistory history = temporal.client().fetchHistory(id);
      assertThat(leaks.in(history.toJson(true))).isNotEmpty();
      assertThat(leaks.in(new String(history.getHistory().toByteArray(), ISO_8859_1))).isNotEmpty();
      assertThat(leaks.in("nothing " + KEY.accessKeyId())).isEmpty();
    }
    assertThatCode(() -> leaks.in("%zz \\u12 &amp &#;")).doesNotThrowAnyException();
  }
}
