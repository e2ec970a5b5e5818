package io.github.mediajobs.worker.devserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mediajobs.operation.Catalogue;
import io.github.mediajobs.wire.AwaitMediaJobWorkflow;
import io.github.mediajobs.wire.AwaitMediaJobsWorkflow;
import io.github.mediajobs.wire.LearntDurationsWorkflow;
import io.github.mediajobs.wire.MediaJobPipelineWorkflow;
import io.github.mediajobs.workflow.AwaitMediaJob;
import io.github.mediajobs.workflow.AwaitMediaJobs;
import io.github.mediajobs.workflow.LearntByWorker;
import io.github.mediajobs.workflow.MediaJobPipeline;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.testing.WorkflowHistoryLoader;
import io.temporal.testing.WorkflowReplayer;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactoryOptions;
import io.temporal.workflow.Workflow;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Today's workflow code replays every history that was recorded. No server is needed. */
class HistoriesTest {
  static Stream<String> names() {
    return Histories.names().stream();
  }

  @ParameterizedTest
  @MethodSource("names")
  void theCodeReplaysWhatWasRecorded(String name) throws Exception {
    replay(name, () -> {});
  }

  @ParameterizedTest
  @MethodSource("names")
  void aTimerMoreDoesNotReplay(String name) {
    assertThatThrownBy(() -> replay(name, HistoriesTest::sleep))
        .hasStackTraceContaining("NonDeterministicException");
  }

  @ParameterizedTest
  @MethodSource("names")
  void aTimerMoreWithAVersionMarkerReplays(String name) throws Exception {
    replay(name, HistoriesTest::sleepBehindAMarker);
  }

  static void sleepBehindAMarker() {
    if (Workflow.getVersion("timer", Workflow.DEFAULT_VERSION, 1) == 1) {
      sleep();
    }
  }

  private static void sleep() {
    Workflow.sleep(Duration.ofSeconds(1));
  }

  private static void replay(String name, Runnable first) throws Exception {
    TestEnvironmentOptions options =
        TestEnvironmentOptions.newBuilder()
            .setWorkerFactoryOptions(
                WorkerFactoryOptions.newBuilder().setWorkerInterceptors(new First(first)).build())
            .build();
    try (TestWorkflowEnvironment environment = TestWorkflowEnvironment.newInstance(options)) {
      Catalogue catalogue = Catalogue.standard();
      Worker worker = environment.newWorker("replay");
      worker.registerWorkflowImplementationFactory(
          AwaitMediaJobWorkflow.class, () -> new AwaitMediaJob(catalogue, "cn-shanghai"));
      worker.registerWorkflowImplementationFactory(
          MediaJobPipelineWorkflow.class, () -> new MediaJobPipeline(catalogue, "cn-shanghai"));
      worker.registerWorkflowImplementationFactory(
          AwaitMediaJobsWorkflow.class, () -> new AwaitMediaJobs(catalogue, "cn-shanghai"));
      worker.registerWorkflowImplementationFactory(
          LearntDurationsWorkflow.class, () -> new LearntByWorker(catalogue));
      UsersOfHistories.registerWorkflows(worker);
      WorkflowReplayer.replayWorkflowExecution(
          WorkflowHistoryLoader.readHistory(Histories.file(name).toFile()), worker);
    }
  }

  @Test
  void everyPathIsRecordedAndEveryRecordIsOfAPath() throws Exception {
    try (Stream<Path> files = Files.list(Histories.FOLDER)) {
      Set<String> recorded =
          files
              .map(file -> file.getFileName().toString().replace(".json", ""))
              .collect(Collectors.toSet());
      assertThat(recorded).isEqualTo(Histories.names());
    }
  }
}
