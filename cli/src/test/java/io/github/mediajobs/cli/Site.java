package io.github.mediajobs.cli;

import io.github.mediajobs.emulator.Emulator;
import io.github.mediajobs.emulator.EmulatorOptions;
import io.github.mediajobs.emulator.signature.Credential;
import io.github.mediajobs.webhook.WebhookConfig;
import io.github.mediajobs.worker.MediaJobsWorker;
import io.github.mediajobs.worker.TemporalConnection;
import io.github.mediajobs.worker.WorkerConfig;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** A Temporal service, the APIs and a worker, as the command meets them. */
final class Site implements AutoCloseable {
  private final LoopbackTemporal temporal = LoopbackTemporal.start();
  private final Emulator emulator =
      Emulator.start(
          EmulatorOptions.defaults().withCredentials(Credential.of("emulator", CommandRun.SECRET)));
  private final TemporalConnection connection =
      TemporalConnection.open(environment(), Duration.ofSeconds(20));
  private MediaJobsWorker worker;

  void startWorker() {
    WorkerConfig config = WorkerConfig.fromEnvironment(environment());
    worker =
        MediaJobsWorker.start(
            connection.client(),
            new WorkerConfig(
                config.taskQueue(),
                config.catalogue(),
                config.api(),
                CommandRun.KEY,
                WebhookConfig.NONE));
  }

  Emulator emulator() {
    return emulator;
  }

  TemporalConnection connection() {
    return connection;
  }

  Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>();
    environment.put("TEMPORAL_ADDRESS", temporal.address());
    environment.put("MEDIAJOBS_ICE_ENDPOINT", emulator.url().toString());
    environment.put("MEDIAJOBS_MPS_ENDPOINT", emulator.url().toString());
    return environment;
  }

  @Override
  public void close() {
    if (worker != null) {
      worker.close();
    }
    connection.close();
    temporal.close();
    emulator.close();
  }
}
