package io.github.mediajobs.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mediajobs.api.ApiConfig;
import io.github.mediajobs.api.ApiCredentials;
import io.github.mediajobs.client.MediaJobsClient;
import io.github.mediajobs.emulator.Emulator;
import io.github.mediajobs.emulator.job.JobScript;
import io.github.mediajobs.failure.InvalidRequestException;
import io.github.mediajobs.operation.Catalogue;
import io.github.mediajobs.operation.Operations;
import io.github.mediajobs.operation.Service;
import io.github.mediajobs.webhook.WebhookConfig;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.WorkerFactoryOptions;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the plugin does to a user's worker factory. */
class MediaJobsPluginTest {
  private static final String SEARCH_ATTRIBUTES = "MEDIAJOBS_SEARCH_ATTRIBUTES";

  /** A user's workflow of a type that the plugin registers on its own queue. */
  @WorkflowInterface
  public interface SameName {
    @WorkflowMethod(name = "AwaitMediaJob")
    String run(Map<String, Object> input);
  }

  /** The user's own. */
  public static final class SameNameImpl implements SameName {
    @Override
    public String run(Map<String, Object> input) {
      return "the user's own";
    }
  }

  private static WorkerConfig config(Emulator emulator) {
    return new WorkerConfig(
        "media-jobs",
        Catalogue.standard(),
        ApiConfig.defaults()
            .withEndpoint(Service.ICE, emulator.url())
            .withEndpoint(Service.MPS, emulator.url()),
        () -> new ApiCredentials("emulator", "emulator", null),
        WebhookConfig.NONE);
  }

  @Test
  void itServesItsQueueAndLeavesOthersAlone() {
    try (Emulator emulator = Emulator.start();
        MediaJobsPlugin plugin = new MediaJobsPlugin(config(emulator));
        TestWorkflowEnvironment temporal =
            TestWorkflowEnvironment.newInstance(
                TestEnvironmentOptions.newBuilder()
                    .setUseTimeskipping(false)
                    .setWorkerFactoryOptions(
                        WorkerFactoryOptions.newBuilder().setPlugins(plugin).build())
                    .build())) {
      temporal.newWorker("users").registerWorkflowImplementationTypes(SameNameImpl.class);
      temporal.start();
      emulator.add(JobScript.succeeding(Operations.PACKAGE, "job-1", Duration.ZERO));
      MediaJobsClient client = MediaJobsClient.create(temporal.getWorkflowClient());
      assertThat(client.await(Operations.PACKAGE, "job-1").outcome().succeeded()).isPresent();
      assertThat(
              temporal
                  .getWorkflowClient()
                  .newWorkflowStub(
                      SameName.class,
                      io.temporal.client.WorkflowOptions.newBuilder().setTaskQueue("users").build())
                  .run(Map.of()))
          .isEqualTo("the user's own");
    }
  }

  @Test
  void theConfigurationComesFromTheEnvironment() {
    WorkerConfig config =
        WorkerConfig.fromEnvironment(
            Map.of(
                "MEDIAJOBS_TASK_QUEUE", "my-queue",
                "MEDIAJOBS_REGION", "cn-beijing",
                "MEDIAJOBS_ICE_ENDPOINT", "http://127.0.0.1:8080",
                "MEDIAJOBS_WEBHOOK_HOSTS", "a.example.com, B.example.com",
                "MEDIAJOBS_WEBHOOK_SECRET", "hidden"));
    assertThat(config.taskQueue()).isEqualTo("my-queue");
    assertThat(config.api().region()).isEqualTo("cn-beijing");
    assertThat(config.api().endpoints()).containsKey("ICE");
    assertThat(config.webhooks().hosts())
        .containsExactlyInAnyOrder("a.example.com", "b.example.com");
    assertThat(config.toString()).doesNotContain("hidden");
    assertThat(WorkerConfig.fromEnvironment(Map.of()).taskQueue()).isEqualTo("media-jobs");
  }

  @Test
  void runsHaveSearchAttributesWhenTheEnvironmentSaysSo() {
    assertThat(WorkerConfig.searchAttributes(Map.of())).isFalse();
    assertThat(WorkerConfig.searchAttributes(Map.of(SEARCH_ATTRIBUTES, " "))).isFalse();
    assertThat(WorkerConfig.searchAttributes(Map.of(SEARCH_ATTRIBUTES, "false"))).isFalse();
    assertThat(WorkerConfig.searchAttributes(Map.of(SEARCH_ATTRIBUTES, "true"))).isTrue();
    assertThatThrownBy(() -> WorkerConfig.searchAttributes(Map.of(SEARCH_ATTRIBUTES, "yes")))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining(SEARCH_ATTRIBUTES);
  }
}
