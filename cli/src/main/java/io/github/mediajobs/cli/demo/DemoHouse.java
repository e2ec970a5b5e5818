package io.github.mediajobs.cli.demo;

import io.github.mediajobs.api.ApiConfig;
import io.github.mediajobs.api.ApiCredentials;
import io.github.mediajobs.client.MediaJobsClient;
import io.github.mediajobs.emulator.Emulator;
import io.github.mediajobs.operation.Catalogue;
import io.github.mediajobs.operation.Service;
import io.github.mediajobs.webhook.WebhookConfig;
import io.github.mediajobs.worker.MediaJobsWorker;
import io.github.mediajobs.worker.WorkerConfig;
import io.github.mediajobs.workflow.MediaJobs;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import java.net.URI;

/** Everything that the demo needs, in one process: Temporal, the APIs, a worker of each kind. */
final class DemoHouse implements AutoCloseable {
  private final Emulator emulator;
  private final TestWorkflowEnvironment temporal;
  private final MediaJobsWorker worker;

  private DemoHouse(Emulator emulator, TestWorkflowEnvironment temporal, MediaJobsWorker worker) {
    this.emulator = emulator;
    this.temporal = temporal;
    this.worker = worker;
  }

  static DemoHouse open() {
    Emulator emulator = Emulator.start();
    TestWorkflowEnvironment temporal =
        TestWorkflowEnvironment.newInstance(
            TestEnvironmentOptions.newBuilder().setUseTimeskipping(false).build());
    temporal.newWorker(DemoSteps.TASK_QUEUE).registerActivitiesImplementations(new DemoSteps());
    temporal.start();
    return new DemoHouse(
        emulator,
        temporal,
        MediaJobsWorker.start(temporal.getWorkflowClient(), config(emulator.url())));
  }

  Emulator emulator() {
    return emulator;
  }

  MediaJobsClient client() {
    return MediaJobsClient.create(temporal.getWorkflowClient());
  }

  @Override
  public void close() {
    worker.close();
    temporal.close();
    emulator.close();
  }

  private static WorkerConfig config(URI endpoint) {
    return new WorkerConfig(
        MediaJobs.TASK_QUEUE,
        Catalogue.standard(),
        ApiConfig.defaults()
            .withEndpoint(Service.ICE, endpoint)
            .withEndpoint(Service.MPS, endpoint),
        () -> new ApiCredentials("emulator", "emulator", null),
        WebhookConfig.NONE);
  }
}
