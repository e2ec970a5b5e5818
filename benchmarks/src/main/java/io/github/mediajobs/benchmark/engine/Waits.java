package io.github.mediajobs.benchmark.engine;

import static io.github.mediajobs.operation.Operations.PACKAGE;

import io.github.mediajobs.benchmark.engine.sample.PollingWorkflow;
import io.github.mediajobs.client.BatchHandle;
import io.github.mediajobs.client.MediaJobsClient;
import io.github.mediajobs.client.WorkflowIds;
import io.github.mediajobs.wire.AwaitMediaJobWorkflow;
import io.github.mediajobs.wire.AwaitRequest;
import io.github.mediajobs.wire.Polling;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import java.util.List;
import java.util.stream.IntStream;

/** How a contender's users begin their waits. */
final class Waits {
  /** What a poll is worth where the schedule is planned. */
  private static final double SECONDS_PER_POLL = 5;

  private final Contender contender;
  private final WorkflowClient client;
  private final MediaJobsClient jobs;
  private final Effort effort;

  Waits(Contender contender, WorkflowClient client, Effort effort) {
    this.contender = contender;
    this.client = client;
    this.jobs = MediaJobsClient.create(client).withTaskQueue(contender.name());
    this.effort = effort;
  }

  /** The runs that wait for a job. */
  List<String> start(String jobId) {
    if (contender.sample().isPresent()) {
      start(PollingWorkflow.TYPE, jobId, jobId, effort.minute());
      return List.of(jobId);
    }
    return switch (contender) {
      case SINGLE -> List.of(jobs.await(PACKAGE, jobId).start().workflowId());
      case PLANNED ->
          List.of(
              jobs.await(PACKAGE, jobId)
                  .polling(Polling.planned(SECONDS_PER_POLL))
                  .start()
                  .workflowId());
      case SHARED -> IntStream.range(0, effort.waiters()).mapToObj(it -> join(jobId, it)).toList();
      default -> throw new IllegalArgumentException(contender + " waits for all jobs at once");
    };
  }

  /** Waits for all jobs at once. */
  BatchHandle startAll(String name, List<String> jobIds) {
    return jobs.awaitAll(name, PACKAGE, jobIds).start();
  }

  /** Beside the runs that wait, the one that polls for them. */
  List<String> pollingFor(String jobId) {
    return contender == Contender.SHARED
        ? List.of(WorkflowIds.await(MediaJobsClient.DEFAULT_REGION, PACKAGE, jobId, null))
        : List.of();
  }

  void join(String workflowId) {
    client.newUntypedWorkflowStub(workflowId).getResult(Object.class);
  }

  private String join(String jobId, int waiter) {
    String id = jobId + "/" + waiter;
    start(
        AwaitMediaJobWorkflow.TYPE,
        id,
        new AwaitRequest(PACKAGE.action(), jobId, null, null, null, null, true));
    return id;
  }

  private void start(String type, String workflowId, Object... input) {
    WorkflowStub stub =
        client.newUntypedWorkflowStub(
            type,
            WorkflowOptions.newBuilder()
                .setWorkflowId(workflowId)
                .setTaskQueue(contender.name())
                .build());
    stub.start(input);
  }
}
