package io.github.mediajobs.worker;

import static io.github.mediajobs.operation.Operations.PACKAGE;
import static org.assertj.core.api.Assertions.assertThat;

import com.uber.m3.tally.RootScopeBuilder;
import com.uber.m3.tally.Scope;
import io.github.mediajobs.api.ApiConfig;
import io.github.mediajobs.api.ApiCredentials;
import io.github.mediajobs.api.MadeCall;
import io.github.mediajobs.client.MediaJobsClient;
import io.github.mediajobs.emulator.Emulator;
import io.github.mediajobs.emulator.EmulatorOptions;
import io.github.mediajobs.emulator.fault.Fault;
import io.github.mediajobs.emulator.job.JobScript;
import io.github.mediajobs.emulator.job.Phase;
import io.github.mediajobs.json.Json;
import io.github.mediajobs.operation.Catalogue;
import io.github.mediajobs.operation.Service;
import io.github.mediajobs.webhook.WebhookConfig;
import io.github.mediajobs.wire.Polling;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.temporal.common.reporter.MicrometerClientStatsReporter;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.WorkerFactoryOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a worker reports, what the documentation says of it, and what the dashboard shows. */
class MetricsTest {
  private static final Path DOCS = Path.of("..", "docs");
  private static final Polling FAST = Polling.fixed(Duration.ofMillis(100));

  /** What the SDK says of every activity. */
  private static final Set<String> OF_THE_SDK =
      Set.of(
          "namespace",
          "task_queue",
          "activity_type",
          "workflow_type",
          "worker_type",
          "exception",
          "query_type",
          "signal_name",
          "status_code");

  private static final Map<String, Metric> REPORTED = new TreeMap<>();

  private record Metric(String kind, Set<String> tags) {}

  @BeforeAll
  static void report() throws Exception {
    SimpleMeterRegistry registry = new SimpleMeterRegistry();
    Scope scope =
        new RootScopeBuilder()
            .reporter(new MicrometerClientStatsReporter(registry))
            .reportEvery(com.uber.m3.util.Duration.ofMillis(20));
    try (scope) {
      run(scope);
      CallMetrics calls = new CallMetrics();
      calls.report(scope);
      calls.accept(
          new MadeCall(
              Service.ICE, "GetPackageJob", "cn-shanghai", Optional.empty(), Optional.empty(), 50));
    }
    registry.getMeters().stream()
        .map(Meter::getId)
        .filter(id -> id.getName().startsWith("mediajobs_"))
        .forEach(
            id ->
                REPORTED.put(
                    id.getName(),
                    new Metric(
                        id.getType().name().toLowerCase(java.util.Locale.ROOT),
                        id.getTags().stream()
                            .filter(tag -> !tag.equals(Tag.of("operation", "none")))
                            .map(Tag::getKey)
                            .filter(tag -> !OF_THE_SDK.contains(tag))
                            .collect(Collectors.toCollection(TreeSet::new)))));
  }

  private static void run(Scope scope) throws InterruptedException {
    try (Emulator emulator = aSecondLaterWithEachCall();
        MediaJobsPlugin plugin = new MediaJobsPlugin(config(emulator));
        TestWorkflowEnvironment temporal =
            TestWorkflowEnvironment.newInstance(
                TestEnvironmentOptions.newBuilder()
                    .setUseTimeskipping(false)
                    .setMetricsScope(scope)
                    .setWorkerFactoryOptions(
                        WorkerFactoryOptions.newBuilder().setPlugins(plugin).build())
                    .build())) {
      temporal.start();
      emulator.add(
          JobScript.of(
              PACKAGE,
              "odd",
              new Phase(Duration.ZERO, "Odd", 0),
              new Phase(Duration.ofSeconds(3), "Success", 100)));
      emulator.add(JobScript.succeeding(PACKAGE, "job", Duration.ZERO));
      emulator.fault(Fault.throttling().times(1));
      MediaJobsClient client = MediaJobsClient.create(temporal.getWorkflowClient());
      client.await(PACKAGE, "odd").polling(FAST).outcome();
      client.awaitAll("all", PACKAGE, List.of("job")).forEach(end -> {});
    }
  }

  /** So that what a job's polls see does not depend on how fast they come. */
  private static Emulator aSecondLaterWithEachCall() {
    Instant start = Instant.now();
    AtomicReference<Emulator> self = new AtomicReference<>();
    self.set(
        Emulator.start(
            EmulatorOptions.defaults()
                .withClock(
                    () ->
                        self.get() == null
                            ? start
                            : start.plusSeconds(self.get().calls().total()))));
    return self.get();
  }

  private static WorkerConfig config(Emulator emulator) {
    return new WorkerConfig(
        "media-jobs",
        Catalogue.standard(),
        ApiConfig.defaults().withEndpoint(Service.ICE, emulator.url()),
        () -> new ApiCredentials("emulator", "emulator", null),
        WebhookConfig.NONE);
  }

  @Test
  void theDocumentationNamesEachMetricItsKindAndItsTags() throws Exception {
    Map<String, Metric> documented = new TreeMap<>();
    for (String line : Files.readAllLines(DOCS.resolve("metrics.md"))) {
      if (line.matches("\\| `mediajobs_[a-z_]+` \\|.*\\|.*\\|.*\\|")) {
        String[] cells = line.replace("`", "").split("\\|", -1);
        Set<String> tags =
            Pattern.compile(",")
                .splitAsStream(cells[3])
                .map(String::strip)
                .filter(it -> !it.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
        documented.put(cells[1].strip(), new Metric(cells[2].strip(), tags));
      }
    }

    assertThat(REPORTED).isEqualTo(documented);
  }

  @Test
  void theDashboardShowsEachOfThemAndNothingElse() throws Exception {
    String dashboard = Files.readString(DOCS.resolve("grafana-dashboard.json"));
    Set<String> shown =
        Pattern.compile("mediajobs_[a-z_]+")
            .matcher(dashboard)
            .results()
            .map(it -> it.group())
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> inPrometheus = new TreeSet<>();
    REPORTED.forEach(
        (name, metric) -> {
          switch (metric.kind()) {
            case "counter" -> inPrometheus.add(name + "_total");
            case "timer" -> {
              inPrometheus.add(name + "_seconds_sum");
              inPrometheus.add(name + "_seconds_count");
              inPrometheus.add(name + "_seconds_max");
            }
            default -> inPrometheus.add(name);
          }
        });

    assertThat(Json.embedded(dashboard)).isPresent();
    assertThat(shown).isEqualTo(inPrometheus);
  }
}
