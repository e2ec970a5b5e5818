package io.github.mediajobs.opentelemetry;

import io.github.mediajobs.api.ApiConfig;
import io.github.mediajobs.api.ApiCredentials;
import io.github.mediajobs.client.MediaJobsClient;
import io.github.mediajobs.emulator.Emulator;
import io.github.mediajobs.emulator.EmulatorOptions;
import io.github.mediajobs.emulator.signature.Credential;
import io.github.mediajobs.operation.Catalogue;
import io.github.mediajobs.operation.Service;
import io.github.mediajobs.webhook.WebhookConfig;
import io.github.mediajobs.worker.MediaJobsPlugin;
import io.github.mediajobs.worker.WorkerConfig;
import io.github.mediajobs.workflow.MediaJobs;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.SpanId;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.Worker;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Temporal in memory with skipped time, the emulator, a worker of users beside ours, all traced.
 */
final class Traced implements AutoCloseable {
  static final String USERS = "users";
  static final String KEY = "key-id-of-the-test";
  static final String SECRET = "key-secret-of-the-test";
  static final String TOKEN = "security-token-of-the-test";

  private final InMemorySpanExporter spans = InMemorySpanExporter.create();
  private final TestWorkflowEnvironment temporal;
  private final Emulator emulator;
  private final MediaJobsPlugin plugin;

  Traced(Consumer<Worker> users) {
    OpenTelemetry openTelemetry =
        OpenTelemetrySdk.builder()
            .setTracerProvider(
                SdkTracerProvider.builder()
                    .addSpanProcessor(SimpleSpanProcessor.create(spans))
                    .build())
            .setPropagators(ContextPropagators.create(W3CTraceContextPropagator.getInstance()))
            .build();
    temporal =
        TestWorkflowEnvironment.newInstance(
            TestEnvironmentOptions.newBuilder()
                .setWorkflowClientOptions(
                    WorkflowClientOptions.newBuilder()
                        .setPlugins(new TracingPlugin(openTelemetry))
                        .build())
                .build());
    InstantSource clock = () -> Instant.ofEpochMilli(temporal.currentTimeMillis());
    emulator =
        Emulator.start(
            EmulatorOptions.defaults()
                .withClock(clock)
                .withCredentials(new Credential(KEY, SECRET, TOKEN, null)));
    plugin =
        new MediaJobsPlugin(
            new WorkerConfig(
                    MediaJobs.TASK_QUEUE,
                    Catalogue.standard(),
                    ApiConfig.defaults()
                        .withEndpoint(Service.ICE, emulator.url())
                        .withEndpoint(Service.MPS, emulator.url()),
                    () -> new ApiCredentials(KEY, SECRET, TOKEN),
                    new WebhookConfig(Set.of(), null))
                .withTracing(new RequestSpans(openTelemetry)),
            clock);
    plugin.initializeWorker(MediaJobs.TASK_QUEUE, temporal.newWorker(MediaJobs.TASK_QUEUE));
    users.accept(temporal.newWorker(USERS));
    temporal.start();
  }

  Emulator emulator() {
    return emulator;
  }

  /** A workflow, to its end. */
  <R> R run(String type, String taskQueue, Class<R> result, Object... input) {
    WorkflowStub run =
        temporal
            .getWorkflowClient()
            .newUntypedWorkflowStub(
                type,
                WorkflowOptions.newBuilder().setWorkflowId(type).setTaskQueue(taskQueue).build());
    run.start(input);
    return run.getResult(result);
  }

  /** Waits for a workflow that another one started. */
  void untilEnded(String workflowId) {
    temporal.getWorkflowClient().newUntypedWorkflowStub(workflowId).getResult(Object.class);
  }

  MediaJobsClient jobs() {
    return MediaJobsClient.create(temporal.getWorkflowClient());
  }

  List<SpanData> spans() {
    return spans.getFinishedSpanItems();
  }

  List<SpanData> requests() {
    return spans().stream().filter(it -> it.getName().startsWith("POST ")).toList();
  }

  /** The names from the root of a trace to a span. */
  String path(SpanData span) {
    Map<String, SpanData> byId =
        spans().stream().collect(Collectors.toMap(SpanData::getSpanId, Function.identity()));
    String path = span.getName();
    SpanData above = span;
    while (!above.getParentSpanId().equals(SpanId.getInvalid())) {
      above = byId.get(above.getParentSpanId());
      path = above.getName() + " > " + path;
    }
    return path;
  }

  @Override
  public void close() {
    temporal.close();
    plugin.close();
    emulator.close();
  }
}
