package io.github.mediajobs.worker.example;

import static io.github.mediajobs.operation.Operations.PACKAGE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mediajobs.api.ApiConfig;
import io.github.mediajobs.api.ApiCredentials;
import io.github.mediajobs.client.MediaJobsClient;
import io.github.mediajobs.emulator.Emulator;
import io.github.mediajobs.emulator.EmulatorOptions;
import io.github.mediajobs.emulator.fault.Fault;
import io.github.mediajobs.emulator.job.JobScript;
import io.github.mediajobs.emulator.junit.EmulatorExtension;
import io.github.mediajobs.operation.Catalogue;
import io.github.mediajobs.operation.Service;
import io.github.mediajobs.outcome.JobOutcome;
import io.github.mediajobs.webhook.WebhookConfig;
import io.github.mediajobs.worker.MediaJobsPlugin;
import io.github.mediajobs.worker.WorkerConfig;
import io.temporal.testing.TestWorkflowEnvironment;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The cookbook's test: Temporal in memory, the emulator on its time, and hours skipped. */
@Timeout(60)
class SixHoursTest {
  private static final TestWorkflowEnvironment TEMPORAL = TestWorkflowEnvironment.newInstance();
  private static final InstantSource TIME =
      () -> Instant.ofEpochMilli(TEMPORAL.currentTimeMillis());

  @RegisterExtension
  static final EmulatorExtension EMULATOR =
      new EmulatorExtension(EmulatorOptions.defaults().withClock(TIME));

  @AfterAll
  static void close() {
    TEMPORAL.close();
  }

  @Test
  void aThrottledJobOfFiveHoursIsAwaited(Emulator emulator) {
    emulator.add(JobScript.succeeding(PACKAGE, "j1", Duration.ofHours(5)));
    emulator.fault(Fault.throttling().on(PACKAGE).times(3));
    WorkerConfig config =
        new WorkerConfig(
            "media-jobs",
            Catalogue.standard(),
            ApiConfig.defaults().withEndpoint(Service.ICE, emulator.url()),
            () -> new ApiCredentials("emulator", "emulator", null),
            WebhookConfig.NONE);
    try (MediaJobsPlugin plugin = new MediaJobsPlugin(config, TIME)) {
      plugin.initializeWorker("media-jobs", TEMPORAL.newWorker("media-jobs"));
      TEMPORAL.start();
      MediaJobsClient jobs = MediaJobsClient.create(TEMPORAL.getWorkflowClient());
      JobOutcome<?> outcome = jobs.await(PACKAGE, "j1").within(Duration.ofHours(6)).outcome();
      assertThat(outcome.succeeded()).isPresent();
    }
  }
}
