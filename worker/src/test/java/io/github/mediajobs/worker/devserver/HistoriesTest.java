package io.github.mediajobs.worker.devserver;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mediajobs.operation.Catalogue;
import io.github.mediajobs.wire.AwaitMediaJobWorkflow;
import io.github.mediajobs.wire.MediaJobPipelineWorkflow;
import io.github.mediajobs.workflow.AwaitMediaJob;
import io.github.mediajobs.workflow.MediaJobPipeline;
import io.temporal.activity.Activity;
import io.temporal.activity.DynamicActivity;
import io.temporal.common.converter.EncodedValues;
import io.temporal.failure.ApplicationFailure;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.testing.WorkflowHistoryLoader;
import io.temporal.testing.WorkflowReplayer;
import io.temporal.worker.Worker;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Workflow code replays what was recorded. With {@code -Dmediajobs.record=true} every path is run
 * on the real server and its history kept instead.
 */
@ExtendWith(DevServer.class)
@Timeout(120)
class HistoriesTest {
  /** A child workflow of a user's. */
  @WorkflowInterface
  public interface Child {
    @WorkflowMethod(name = "Child")
    String run(Object input);
  }

  /** Does nothing. */
  public static final class ChildImpl implements Child {
    @Override
    public String run(Object input) {
      return "done";
    }
  }

  /** Steps of any type. */
  static final class AnyStep implements DynamicActivity {
    @Override
    public Object execute(EncodedValues arguments) {
      String type = Activity.getExecutionContext().getInfo().getActivityType();
      if (type.equals("Fail")) {
        throw ApplicationFailure.newNonRetryableFailure("no disk", "DiskFull");
      }
      return type;
    }
  }

  static Stream<String> names() {
    return Histories.names().stream();
  }

  @ParameterizedTest
  @MethodSource("names")
  void theCodeReplaysWhatWasRecorded(String name, DevServer.Running server) throws Exception {
    if (Boolean.getBoolean("mediajobs.record")) {
      record(name, server);
    }
    try (TestWorkflowEnvironment environment = TestWorkflowEnvironment.newInstance()) {
      Worker worker = environment.newWorker("replay");
      register(worker);
      WorkflowReplayer.replayWorkflowExecution(
          WorkflowHistoryLoader.readHistory(Histories.folder().resolve(name + ".json").toFile()),
          worker);
    }
  }

  @Test
  void everyRecordedHistoryIsReplayed() throws Exception {
    try (Stream<Path> files = Files.list(Histories.folder())) {
      Set<String> recorded =
          files
              .map(file -> file.getFileName().toString().replace(".json", ""))
              .collect(Collectors.toSet());
      assertThat(recorded).isEqualTo(Histories.names());
    }
  }

  private static void register(Worker worker) {
    Catalogue catalogue = Catalogue.standard();
    worker.registerWorkflowImplementationFactory(
        AwaitMediaJobWorkflow.class, () -> new AwaitMediaJob(catalogue, "cn-shanghai"));
    worker.registerWorkflowImplementationFactory(
        MediaJobPipelineWorkflow.class, () -> new MediaJobPipeline(catalogue, "cn-shanghai"));
    registerUsers(worker);
  }

  private static void registerUsers(Worker worker) {
    worker.registerWorkflowImplementationTypes(UserWorkflow.Impl.class, ChildImpl.class);
  }

  private static void record(String name, DevServer.Running server) throws Exception {
    try (Bench bench = new Bench(server)) {
      bench.startWorker(
          worker -> {
            registerUsers(worker);
            worker.registerActivitiesImplementations(new AnyStep());
          });
      Histories.keep(name, Histories.run(name, bench));
    }
  }
}
