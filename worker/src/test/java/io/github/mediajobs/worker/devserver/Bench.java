package io.github.mediajobs.worker.devserver;

import static io.temporal.api.enums.v1.PendingActivityState.PENDING_ACTIVITY_STATE_STARTED;

import io.github.mediajobs.api.ApiConfig;
import io.github.mediajobs.api.ApiCredentials;
import io.github.mediajobs.client.MediaJobsClient;
import io.github.mediajobs.emulator.Emulator;
import io.github.mediajobs.emulator.EmulatorOptions;
import io.github.mediajobs.operation.Catalogue;
import io.github.mediajobs.operation.Service;
import io.github.mediajobs.webhook.WebhookConfig;
import io.github.mediajobs.worker.MediaJobsPlugin;
import io.github.mediajobs.worker.WorkerConfig;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.enums.v1.EventType;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.api.workflowservice.v1.DescribeWorkflowExecutionRequest;
import io.temporal.api.workflowservice.v1.DescribeWorkflowExecutionResponse;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactory;
import io.temporal.worker.WorkerFactoryOptions;
import io.temporal.worker.WorkerOptions;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * What a test on the real server holds: a task queue of its own, and an emulator whose time moves
 * one second with each read, so that a job's length is counted in polls.
 */
final class Bench implements AutoCloseable {
  private final WorkflowServiceStubs service;
  private final WorkflowClient client;
  private final String jobId = "job-" + UUID.randomUUID();
  private final String taskQueue = "queue-of-" + jobId;
  private final Emulator emulator;
  private final List<Process> processes = new ArrayList<>();
  private WorkerFactory factory;

  Bench(DevServer.Running server) {
    service = server.connect();
    client = server.client(service);
    Instant start = Instant.now();
    Emulator[] self = new Emulator[1];
    emulator =
        Emulator.start(
            EmulatorOptions.defaults()
                .withClock(
                    () -> self[0] == null ? start : start.plusSeconds(self[0].calls().total())));
    self[0] = emulator;
  }

  /** A job that ends at that poll, when nobody else reads. */
  static Duration polls(int count) {
    return Duration.ofSeconds(count - 1L);
  }

  WorkflowClient client() {
    return client;
  }

  MediaJobsClient jobs() {
    return MediaJobsClient.create(client).withTaskQueue(taskQueue);
  }

  Emulator emulator() {
    return emulator;
  }

  /** Nobody else's: waits for one job share one run. */
  String jobId() {
    return jobId;
  }

  String taskQueue() {
    return taskQueue;
  }

  WorkerConfig config() {
    return new WorkerConfig(
        taskQueue,
        Catalogue.standard(),
        ApiConfig.defaults()
            .withEndpoint(Service.ICE, emulator.url())
            .withEndpoint(Service.MPS, emulator.url())
            .withCallsPerSecond(1_000),
        () -> new ApiCredentials("emulator", "emulator", null),
        new WebhookConfig(Set.of("127.0.0.1"), "secret"));
  }

  void startWorker() {
    startWorker(worker -> {});
  }

  void startWorker(Consumer<Worker> more) {
    startWorker(WorkerOptions.getDefaultInstance(), more);
  }

  void startWorker(WorkerOptions options, Consumer<Worker> more) {
    startWorker(config(), options, more);
  }

  /** One that gives search attributes to the runs that it starts. */
  void startSearchableWorker(Consumer<Worker> more) {
    startWorker(config().withSearchAttributes(true), WorkerOptions.getDefaultInstance(), more);
  }

  private void startWorker(WorkerConfig config, WorkerOptions options, Consumer<Worker> more) {
    factory =
        WorkerFactory.newInstance(
            client,
            WorkerFactoryOptions.newBuilder().setPlugins(new MediaJobsPlugin(config)).build());
    more.accept(factory.newWorker(taskQueue, options));
    factory.start();
  }

  Process startWorkerProcess(String temporal) throws IOException {
    Process process = WorkerProcess.start(temporal, taskQueue, emulator.url());
    processes.add(process);
    return process;
  }

  void stopWorker() {
    if (factory != null) {
      factory.shutdownNow();
      factory.awaitTermination(30, TimeUnit.SECONDS);
    }
  }

  WorkflowStub start(String type, String workflowId, Object... input) {
    WorkflowStub stub =
        client.newUntypedWorkflowStub(
            type,
            WorkflowOptions.newBuilder().setWorkflowId(workflowId).setTaskQueue(taskQueue).build());
    stub.start(input);
    return stub;
  }

  /** The ids of the runs on this task queue, in order; indexed a moment after they change. */
  List<String> found(String query) {
    return client
        .listExecutions(query + " AND TaskQueue='" + taskQueue + "'")
        .map(it -> it.getExecution().getWorkflowId())
        .sorted()
        .toList();
  }

  List<HistoryEvent> events(String workflowId) {
    return client.fetchHistory(workflowId).getHistory().getEventsList();
  }

  List<EventType> eventTypes(String workflowId) {
    return events(workflowId).stream().map(HistoryEvent::getEventType).toList();
  }

  DescribeWorkflowExecutionResponse describe(String workflowId) {
    return service
        .blockingStub()
        .describeWorkflowExecution(
            DescribeWorkflowExecutionRequest.newBuilder()
                .setNamespace(client.getOptions().getNamespace())
                .setExecution(WorkflowExecution.newBuilder().setWorkflowId(workflowId))
                .build());
  }

  /** Whether a worker has taken an activity of that type, and has not answered. */
  boolean runs(String workflowId, String activityType) {
    return describe(workflowId).getPendingActivitiesList().stream()
        .filter(it -> it.getActivityType().getName().equals(activityType))
        .anyMatch(it -> it.getState() == PENDING_ACTIVITY_STATE_STARTED);
  }

  /** Without a run id, that of the last run. */
  String historyJson(WorkflowExecution run) {
    return client.fetchHistory(run.getWorkflowId(), run.getRunId()).toJson(true) + "\n";
  }

  /** Waits on the real server's own time; a test that never gets there is cut off by JUnit. */
  static void until(BooleanSupplier condition) {
    while (!condition.getAsBoolean()) {
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
      if (Thread.interrupted()) {
        throw new IllegalStateException("waited in vain");
      }
    }
  }

  @Override
  public void close() {
    stopWorker();
    processes.forEach(Process::destroyForcibly);
    emulator.close();
    service.shutdownNow();
  }
}
