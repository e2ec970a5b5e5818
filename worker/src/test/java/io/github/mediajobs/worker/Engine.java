package io.github.mediajobs.worker;

import io.github.mediajobs.api.ApiConfig;
import io.github.mediajobs.api.ApiCredentials;
import io.github.mediajobs.api.CredentialsSource;
import io.github.mediajobs.client.MediaJobsClient;
import io.github.mediajobs.emulator.Emulator;
import io.github.mediajobs.emulator.EmulatorOptions;
import io.github.mediajobs.job.MediaJob;
import io.github.mediajobs.operation.Catalogue;
import io.github.mediajobs.operation.JobOperation;
import io.github.mediajobs.operation.Service;
import io.github.mediajobs.webhook.WebhookConfig;
import io.github.mediajobs.wire.Outcome;
import io.github.mediajobs.wire.Polling;
import io.github.mediajobs.workflow.MediaJobs;
import io.temporal.api.sdk.v1.WorkflowMetadata;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactoryOptions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * Temporal in memory with skipped time, the emulator on the same time, and between them a worker
 * with the plugin.
 */
final class Engine implements AutoCloseable {
  static final String REGION = "cn-shanghai";
  static final String WEBHOOK_SECRET = "webhook-secret";

  private final TestWorkflowEnvironment temporal;
  private final Emulator emulator;
  private final MediaJobsPlugin plugin;
  private final AtomicReference<CredentialsSource> credentials =
      new AtomicReference<>(() -> new ApiCredentials("emulator", "emulator", null));

  private final AtomicInteger jobs = new AtomicInteger();

  /** Workflows are replayed at every task when the cache holds none of them. */
  Engine(int cachedWorkflows) {
    this(cachedWorkflows, Catalogue.standard(), it -> {});
  }

  /** With a budget that holds nobody up: time is not skipped while a shift waits for it. */
  static Engine withoutBudget(int cachedWorkflows, Consumer<TestWorkflowEnvironment> users) {
    return new Engine(
        cachedWorkflows,
        Catalogue.standard(),
        users,
        ApiConfig.defaults().withCallsPerSecond(2_000));
  }

  /** With workers of users beside the library's own. */
  Engine(int cachedWorkflows, Catalogue catalogue, Consumer<TestWorkflowEnvironment> users) {
    this(cachedWorkflows, catalogue, users, ApiConfig.defaults());
  }

  private Engine(
      int cachedWorkflows,
      Catalogue catalogue,
      Consumer<TestWorkflowEnvironment> users,
      ApiConfig api) {
    temporal =
        TestWorkflowEnvironment.newInstance(
            TestEnvironmentOptions.newBuilder()
                .setWorkerFactoryOptions(
                    WorkerFactoryOptions.newBuilder().setWorkflowCacheSize(cachedWorkflows).build())
                .build());
    InstantSource clock = () -> Instant.ofEpochMilli(temporal.currentTimeMillis());
    emulator = Emulator.start(EmulatorOptions.defaults().withClock(clock).withCatalogue(catalogue));
    plugin =
        new MediaJobsPlugin(
            new WorkerConfig(
                MediaJobs.TASK_QUEUE,
                catalogue,
                api.withEndpoint(Service.ICE, emulator.url())
                    .withEndpoint(Service.MPS, emulator.url()),
                () -> credentials.get().credentials(),
                new WebhookConfig(Set.of("127.0.0.1"), WEBHOOK_SECRET)),
            clock);
    Worker worker = temporal.newWorker(MediaJobs.TASK_QUEUE);
    plugin.initializeWorker(MediaJobs.TASK_QUEUE, worker);
    users.accept(temporal);
    temporal.start();
  }

  TestWorkflowEnvironment temporal() {
    return temporal;
  }

  Emulator emulator() {
    return emulator;
  }

  MediaJobsClient client() {
    return MediaJobsClient.create(temporal.getWorkflowClient());
  }

  /** What the worker signs with from now on. */
  void sign(ApiCredentials next) {
    sign(() -> next);
  }

  /** What the worker asks for credentials from now on. */
  void sign(CredentialsSource source) {
    credentials.set(source);
  }

  Instant now() {
    return Instant.ofEpochMilli(temporal.currentTimeMillis());
  }

  /** A workflow of any type, by name, as another language would start it. */
  WorkflowStub start(String type, String workflowId, Object... input) {
    WorkflowStub stub = stub(type, workflowId);
    stub.start(input);
    return stub;
  }

  /** A workflow that was started elsewhere. */
  WorkflowStub running(String workflowId) {
    return temporal.getWorkflowClient().newUntypedWorkflowStub(workflowId);
  }

  /** What the Temporal UI shows of a workflow. */
  String details(String workflowId) {
    return running(workflowId)
        .query("__temporal_workflow_metadata", WorkflowMetadata.class)
        .getCurrentDetails();
  }

  WorkflowStub stub(String type, String workflowId) {
    return stub(type, workflowId, MediaJobs.TASK_QUEUE);
  }

  WorkflowStub stub(String type, String workflowId, String taskQueue) {
    return temporal
        .getWorkflowClient()
        .newUntypedWorkflowStub(
            type,
            WorkflowOptions.newBuilder().setWorkflowId(workflowId).setTaskQueue(taskQueue).build());
  }

  /** An id that no test before had: waits for one job share one run. */
  String newJobId() {
    return "job-" + jobs.incrementAndGet();
  }

  Outcome await(JobOperation<?> operation, String jobId, Duration deadline) {
    return await(operation, jobId, deadline, null);
  }

  <J extends MediaJob> Outcome await(
      JobOperation<J> operation, String jobId, Duration deadline, Polling polling) {
    return client()
        .await(operation, jobId)
        .within(deadline)
        .polling(polling)
        .startUntyped()
        .result();
  }

  /** When a job was read, in seconds since an instant. */
  List<Double> pollsSince(Instant start, String jobId) {
    return emulator.polls(jobId).recent().stream()
        .map(at -> Duration.between(start, at).toMillis() / 1000.0)
        .toList();
  }

  /** The engine skips to its next timer before a waiter wakes; when a job was read is exact. */
  Duration lastPoll(Instant start, String jobId) {
    List<Instant> polls = emulator.polls(jobId).recent();
    return Duration.between(start, polls.get(polls.size() - 1));
  }

  /** Waits in real time until a job was read so often; JUnit cuts off who waits in vain. */
  void untilRead(String jobId, long times) {
    while (emulator.polls(jobId).total() < times) {
      LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
      if (Thread.interrupted()) {
        throw new IllegalStateException("read in vain");
      }
    }
  }

  @Override
  public void close() {
    temporal.close();
    plugin.close();
    emulator.close();
  }
}
