package io.github.mediajobs.worker.devserver;

import static io.github.mediajobs.operation.Operations.PACKAGE;
import static io.github.mediajobs.worker.Pollings.NEVER_AGAIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mediajobs.client.JobHandle;
import io.github.mediajobs.client.WorkflowIds;
import io.github.mediajobs.emulator.job.JobScript;
import io.github.mediajobs.outcome.OutcomeKind;
import io.github.mediajobs.wire.AwaitMediaJobWorkflow;
import io.github.mediajobs.wire.Outcome;
import io.github.mediajobs.workflow.MediaJobs;
import io.temporal.api.enums.v1.EventType;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.client.WorkflowStub;
import io.temporal.failure.CanceledFailure;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What only a real server can show of shared waits: their events, and joins as a run closes. */
@ExtendWith(DevServer.class)
@Timeout(120)
@Execution(ExecutionMode.CONCURRENT)
class SharedOnServerTest {
  /** A user's workflow. */
  @WorkflowInterface
  public interface Users {
    @WorkflowMethod(name = "SharingUsers")
    String run(String taskQueue, String jobId);
  }

  /** Awaits a job together with others. */
  public static final class UsersImpl implements Users {
    @Override
    public String run(String taskQueue, String jobId) {
      return MediaJobs.onTaskQueue(taskQueue)
          .await(PACKAGE, jobId)
          .polling(NEVER_AGAIN)
          .shared()
          .outcome()
          .toString();
    }
  }

  private static final EventType SCHEDULED = EventType.EVENT_TYPE_ACTIVITY_TASK_SCHEDULED;

  private Bench bench;

  @BeforeEach
  void open(Bench own) {
    bench = own;
    bench.emulator().add(JobScript.succeeding(PACKAGE, bench.jobId(), Bench.polls(2)));
    bench.startWorker(worker -> worker.registerWorkflowImplementationTypes(UsersImpl.class));
  }

  @Test
  void aJoinerCostsItselfAnActivityATimerAndASignal() {
    assertThat(joiner(0).getResult(Outcome.class).outcome()).isEqualTo(OutcomeKind.SUCCEEDED);

    assertThat(eventsBesideTasks("joiner-0-" + bench.jobId())).isEqualTo(7);
    String shared = WorkflowIds.await("cn-shanghai", PACKAGE, bench.jobId(), null);
    bench.client().newUntypedWorkflowStub(shared).getResult(Outcome.class);
    assertThat(eventsBesideTasks(shared)).isEqualTo(9);
  }

  @Test
  void whoJoinsWhileARunClosesIsAnsweredByItOrByTheNext() {
    joiner(0).getResult(Outcome.class);
    List<WorkflowStub> joiners = IntStream.rangeClosed(1, 30).mapToObj(this::joiner).toList();

    assertThat(joiners)
        .allMatch(it -> it.getResult(Outcome.class).outcome() == OutcomeKind.SUCCEEDED);
  }

  @Test
  void whoCancelsAUsersWorkflowCancelsItsChildAndNotTheRunThatItShares() {
    String jobId = bench.jobId() + "-long";
    bench.emulator().add(JobScript.succeeding(PACKAGE, jobId, Bench.polls(10_000)));
    WorkflowStub users = bench.start("SharingUsers", "users-" + jobId, bench.taskQueue(), jobId);
    Bench.until(() -> bench.emulator().polls(jobId).total() > 0);
    users.cancel();

    assertThatThrownBy(() -> users.getResult(String.class))
        .hasCauseInstanceOf(CanceledFailure.class);
    String run = WorkflowIds.await("cn-shanghai", PACKAGE, jobId, null);
    String child =
        bench.events("users-" + jobId).stream()
            .filter(HistoryEvent::hasChildWorkflowExecutionStartedEventAttributes)
            .map(it -> it.getChildWorkflowExecutionStartedEventAttributes())
            .map(it -> it.getWorkflowExecution().getWorkflowId())
            .findFirst()
            .orElseThrow();
    Bench.until(
        () -> bench.eventTypes(child).contains(EventType.EVENT_TYPE_WORKFLOW_EXECUTION_CANCELED));
    assertThat(bench.eventTypes(run))
        .doesNotContain(EventType.EVENT_TYPE_WORKFLOW_EXECUTION_CANCEL_REQUESTED);
    bench.client().newUntypedWorkflowStub(run).cancel();
  }

  @Test
  @Timeout(300)
  void whoFindsTheRunFullAwaitsTheJobAlone() {
    String jobId = bench.jobId() + "-long";
    bench.emulator().add(JobScript.succeeding(PACKAGE, jobId, Bench.polls(10_000)));
    JobHandle<?> shared = bench.jobs().await(PACKAGE, jobId).polling(NEVER_AGAIN).start();
    WorkflowStub run = bench.client().newUntypedWorkflowStub(shared.workflowId());
    while (run.describe().getHistoryLength() <= 10_000) {
      IntStream.range(0, 100).forEach(it -> run.signal("jobEvent", Map.of()));
    }
    String joiner = "alone-" + jobId;
    bench.start(
        "AwaitMediaJob",
        joiner,
        Map.of("operation", "package", "jobId", jobId, "deadline", "PT1H", "shared", true));
    Bench.until(() -> bench.eventTypes(joiner).stream().filter(SCHEDULED::equals).count() == 2);

    assertThat(bench.events(shared.workflowId()))
        .extracting(it -> it.getWorkflowExecutionSignaledEventAttributes().getSignalName())
        .doesNotContain(AwaitMediaJobWorkflow.JOIN);
    bench.client().newUntypedWorkflowStub(joiner).cancel();
    shared.cancel();
  }

  private long eventsBesideTasks(String workflowId) {
    return bench.eventTypes(workflowId).stream()
        .filter(it -> !it.name().startsWith("EVENT_TYPE_WORKFLOW_TASK"))
        .count();
  }

  private WorkflowStub joiner(int number) {
    return bench.start(
        "AwaitMediaJob",
        "joiner-" + number + "-" + bench.jobId(),
        Map.of("operation", "package", "jobId", bench.jobId(), "deadline", "PT1H", "shared", true));
  }
}
