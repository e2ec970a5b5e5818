package io.github.mediajobs.worker.devserver;

import static io.github.mediajobs.operation.Operations.PACKAGE;
import static io.temporal.api.enums.v1.EventType.EVENT_TYPE_WORKFLOW_EXECUTION_CANCELED;
import static io.temporal.api.enums.v1.EventType.EVENT_TYPE_WORKFLOW_EXECUTION_CANCEL_REQUESTED;
import static io.temporal.api.enums.v1.EventType.EVENT_TYPE_WORKFLOW_EXECUTION_TERMINATED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mediajobs.emulator.job.JobScript;
import io.temporal.api.enums.v1.EventType;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowStub;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whoever cancels or terminates a run ends it wherever it waits, and nothing is left behind: its
 * children are told, and the worker's one slot is free.
 */
@ExtendWith(DevServer.class)
@Timeout(120)
@Execution(ExecutionMode.CONCURRENT)
class CancelTest {
  private Bench bench;

  @BeforeEach
  void open(Bench own) {
    bench = own;
  }

  private enum Way {
    CANCEL(EVENT_TYPE_WORKFLOW_EXECUTION_CANCELED) {
      @Override
      void end(WorkflowStub run) {
        run.cancel();
      }
    },
    TERMINATE(EVENT_TYPE_WORKFLOW_EXECUTION_TERMINATED) {
      @Override
      void end(WorkflowStub run) {
        run.terminate("enough");
      }
    };

    private final EventType last;

    Way(EventType last) {
      this.last = last;
    }

    abstract void end(WorkflowStub run);
  }

  static Stream<Arguments> ends() {
    return AwaitPoint.ALL.stream()
        .flatMap(point -> Arrays.stream(Way.values()).map(way -> Arguments.of(point, way)));
  }

  @ParameterizedTest
  @MethodSource("ends")
  void aRunEndsWhereverItWaitsAndLeavesNothingBehind(AwaitPoint point, Way way) throws Exception {
    try (Stay stay = point.reached(bench)) {
      way.end(stay.run());

      assertThatThrownBy(() -> stay.run().getResult(Object.class))
          .isInstanceOf(WorkflowFailedException.class);
      assertThat(bench.eventTypes(stay.workflowId())).endsWith(way.last);
      stay.children().forEach(this::assertTold);
    }
    assertWorkerIsFree();
  }

  private void assertTold(String child, boolean taken) {
    EventType told =
        taken
            ? EVENT_TYPE_WORKFLOW_EXECUTION_CANCELED
            : EVENT_TYPE_WORKFLOW_EXECUTION_CANCEL_REQUESTED;
    Bench.until(() -> bench.eventTypes(child).contains(told));
  }

  private void assertWorkerIsFree() {
    String next = bench.jobId() + "-next";
    bench.emulator().add(JobScript.succeeding(PACKAGE, next, Bench.polls(1)));
    assertThat(bench.jobs().await(PACKAGE, next).start().result().succeeded()).isPresent();
  }

  @Test
  void everyWorkflowOfTheContractIsEnded() throws Exception {
    Set<String> ended =
        AwaitPoint.ALL.stream().map(AwaitPoint::workflow).collect(Collectors.toSet());
    List<String> workflows =
        Files.readAllLines(Path.of("..", "contract", "wire.txt")).stream()
            .filter(it -> it.startsWith("workflow "))
            .map(it -> it.split(" ", -1)[1])
            // It asks its own worker, and has its answer or its end within 5 s.
            .filter(it -> !it.equals("LearntDurations"))
            .toList();

    assertThat(workflows).isNotEmpty();
    assertThat(ended).containsAll(workflows);
  }
}
