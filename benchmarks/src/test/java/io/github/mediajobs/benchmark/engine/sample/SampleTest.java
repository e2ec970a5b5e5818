package io.github.mediajobs.benchmark.engine.sample;

import static io.github.mediajobs.operation.Operations.PACKAGE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mediajobs.api.ApiConfig;
import io.github.mediajobs.api.ApiCredentials;
import io.github.mediajobs.api.MediaApi;
import io.github.mediajobs.emulator.Emulator;
import io.github.mediajobs.emulator.EmulatorOptions;
import io.github.mediajobs.emulator.job.JobScript;
import io.temporal.client.WorkflowOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class SampleTest {
  /** More polls than the periodic sample has in a run; the frequent one sleeps in real time. */
  @ParameterizedTest
  @CsvSource({"FREQUENT, 2, 0", "INFREQUENT, 12, 11", "RETRY_AFTER, 12, 11", "PERIODIC, 12, 0"})
  void pollsUntilTheJobHasEnded(Sample sample, int polls, int leastMinutes) {
    Instant start = Instant.now();
    Emulator[] self = new Emulator[1];
    // Its time moves a second with each read.
    InstantSource clock =
        () -> self[0] == null ? start : start.plusSeconds(self[0].calls().total());
    try (Emulator emulator = Emulator.start(EmulatorOptions.defaults().withClock(clock));
        MediaApi api = api(emulator);
        TestWorkflowEnvironment engine = TestWorkflowEnvironment.newInstance()) {
      self[0] = emulator;
      emulator.add(JobScript.succeeding(PACKAGE, "job", Duration.ofSeconds(polls - 1)));
      sample.register(engine.newWorker("samples"), api, PACKAGE);
      engine.start();
      long begun = engine.currentTimeMillis();
      String status =
          engine
              .getWorkflowClient()
              .newWorkflowStub(
                  PollingWorkflow.class,
                  WorkflowOptions.newBuilder().setTaskQueue("samples").build())
              .await("job", Duration.ofMinutes(1));
      assertThat(status).isEqualTo("Success");
      assertThat(emulator.polls("job").total()).isEqualTo(polls);
      assertThat(Duration.ofMillis(engine.currentTimeMillis() - begun))
          .isGreaterThanOrEqualTo(Duration.ofMinutes(leastMinutes));
    }
  }

  private static MediaApi api(Emulator emulator) {
    ApiCredentials key = new ApiCredentials("emulator", "emulator", null);
    return new MediaApi(
        ApiConfig.defaults().withEndpoint(PACKAGE.service(), emulator.url()),
        () -> key,
        InstantSource.system());
  }
}
