package io.github.mediajobs.example;

import static io.github.mediajobs.operation.Operations.MEDIA_PRODUCING;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mediajobs.api.ApiCredentials;
import io.github.mediajobs.api.CredentialsSource;
import io.github.mediajobs.emulator.Emulator;
import io.github.mediajobs.emulator.EmulatorOptions;
import io.github.mediajobs.emulator.job.JobScript;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** A workflow of the application's own, with hours skipped. */
class PublishingTest {
  private final AtomicReference<InstantSource> clock =
      new AtomicReference<>(InstantSource.system());

  @Test
  @Timeout(60)
  void itAwaitsAJobForHours() {
    try (Emulator emulator =
            Emulator.start(EmulatorOptions.defaults().withClock(() -> clock.get().instant()));
        ConfigurableApplicationContext application = application(emulator)) {
      TestWorkflowEnvironment temporal = application.getBean(TestWorkflowEnvironment.class);
      clock.set(() -> Instant.ofEpochMilli(temporal.currentTimeMillis()));
      emulator.add(
          JobScript.succeeding(MEDIA_PRODUCING, "job", Duration.ofHours(3))
              .withFinal("MediaURL", "https://example.com/out.mp4"));
      Publishing publishing =
          application
              .getBean(WorkflowClient.class)
              .newWorkflowStub(
                  Publishing.class,
                  WorkflowOptions.newBuilder().setTaskQueue("publishing").build());
      assertThat(publishing.publish("job")).isEqualTo("https://example.com/out.mp4");
    }
  }

  private static ConfigurableApplicationContext application(Emulator emulator) {
    return new SpringApplicationBuilder(Application.class)
        .web(WebApplicationType.NONE)
        .initializers(
            (GenericApplicationContext context) ->
                context.registerBean(
                    CredentialsSource.class,
                    () -> () -> new ApiCredentials("emulator", "emulator", null)))
        .run(
            "--spring.temporal.test-server.enabled=true",
            "--spring.temporal.workers-auto-discovery.workflow-packages=io.github.mediajobs.example",
            "--mediajobs.ice.endpoint=" + emulator.url());
  }
}
