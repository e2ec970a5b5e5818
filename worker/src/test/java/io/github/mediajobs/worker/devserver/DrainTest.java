package io.github.mediajobs.worker.devserver;

import static io.github.mediajobs.operation.Operations.PACKAGE;
import static io.temporal.api.enums.v1.EventType.EVENT_TYPE_ACTIVITY_TASK_COMPLETED;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mediajobs.client.JobHandle;
import io.github.mediajobs.emulator.fault.Fault;
import io.github.mediajobs.emulator.job.JobScript;
import io.github.mediajobs.wire.AwaitMediaJobActivity;
import io.github.mediajobs.wire.Polling;
import io.github.mediajobs.wire.SendWebhookActivity;
import io.github.mediajobs.wire.Step;
import io.github.mediajobs.worker.WebhookReceiver;
import io.temporal.api.workflow.v1.PendingActivityInfo;
import io.temporal.client.WorkflowStub;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** A worker that gets SIGTERM ends what it has begun, or hands it back at once. */
@ExtendWith(DevServer.class)
@Timeout(120)
class DrainTest {
  private static final Duration A_WHILE = Duration.ofSeconds(2);
  private static final Polling FAST = Polling.fixed(Duration.ofMillis(20));

  private Bench bench;
  private Process worker;

  @BeforeEach
  void open(Bench own, DevServer.Running server) throws Exception {
    bench = own;
    worker = bench.startWorkerProcess(server.target());
  }

  @Test
  void aReadUnderWayIsEndedAndWhatItFoundIsKept() throws Exception {
    bench.emulator().add(JobScript.succeeding(PACKAGE, bench.jobId(), Bench.polls(1)));
    bench.emulator().fault(Fault.delay(A_WHILE).times(1));
    JobHandle<?> handle = bench.jobs().await(PACKAGE, bench.jobId()).start();
    Bench.until(() -> bench.runs(handle.workflowId(), AwaitMediaJobActivity.TYPE));
    drain();

    assertThat(bench.eventTypes(handle.workflowId())).contains(EVENT_TYPE_ACTIVITY_TASK_COMPLETED);
    bench.startWorker();
    handle.result();
    assertThat(bench.emulator().polls(bench.jobId()).total()).isEqualTo(1);
  }

  @Test
  void aPostUnderWayIsEndedAndNotSentAgain() throws Exception {
    bench.emulator().add(JobScript.succeeding(PACKAGE, bench.jobId(), Bench.polls(1)));
    try (WebhookReceiver receiver = new WebhookReceiver()) {
      receiver.answerAfter(A_WHILE);
      JobHandle<?> handle =
          bench
              .jobs()
              .await(PACKAGE, bench.jobId())
              .onSuccess(Step.webhook("tell", receiver.url()))
              .start();
      Bench.until(() -> bench.runs(handle.workflowId(), SendWebhookActivity.TYPE));
      drain();

      bench.startWorker();
      handle.result();
      assertThat(receiver.posts()).hasSize(1);
    }
  }

  @Test
  void aShiftIsHandedBackWithWhatItKnows() throws Exception {
    bench.emulator().add(JobScript.succeeding(PACKAGE, bench.jobId(), Bench.polls(500)));
    WorkflowStub run =
        bench.start(
            "AwaitMediaJobs",
            "drained-" + bench.jobId(),
            Map.of("operation", "package", "jobIds", List.of(bench.jobId()), "polling", FAST));
    Bench.until(() -> bench.emulator().polls(bench.jobId()).total() > 5);
    drain();

    PendingActivityInfo shift =
        bench.describe(run.getExecution().getWorkflowId()).getPendingActivities(0);
    assertThat(shift.getAttempt()).isGreaterThan(1);
    assertThat(shift.getLastFailure().getApplicationFailureInfo().getType())
        .isEqualTo("JobPending");
    bench.startWorker();
    JsonNode end = run.getResult(JsonNode.class).path("outcomes").get(0);
    assertThat(end.path("outcome").asText()).isEqualTo("SUCCEEDED");
    // What a poll found that was under way is found again.
    assertThat(end.path("polls").asInt()).isBetween(499, 500);
  }

  private void drain() throws InterruptedException {
    worker.destroy();
    worker.waitFor();
  }
}
