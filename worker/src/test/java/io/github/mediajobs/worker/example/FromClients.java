package io.github.mediajobs.worker.example;

import static io.github.mediajobs.operation.Operations.PACKAGE;

import io.github.mediajobs.client.JobHandle;
import io.github.mediajobs.client.MediaJobsClient;
import io.github.mediajobs.client.WaitDescription;
import io.github.mediajobs.client.WorkflowIds;
import io.github.mediajobs.job.PackageJob;
import io.github.mediajobs.outcome.JobOutcome;
import io.github.mediajobs.outcome.OutcomeKind;
import io.github.mediajobs.wire.Step;
import io.github.mediajobs.wire.StepRetry;
import io.github.mediajobs.workflow.PipelineResult;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The cookbook's recipes for code outside workflows. */
public final class FromClients {
  private FromClients() {}

  public static Map<String, String> nightly(MediaJobsClient jobs, List<String> jobIds)
      throws InterruptedException {
    Map<String, String> ends = new TreeMap<>();
    jobs.awaitAll("nightly-2026-11-29", PACKAGE, jobIds)
        .within(Duration.ofHours(8))
        .onFailure(Step.activity("alert", "AlertOnCall").onTaskQueue("on-call"))
        .forEach(
            end ->
                ends.put(
                    end.reference().jobId(),
                    end.kind().map(OutcomeKind::name).orElseGet(() -> end.failure().type())));
    return ends;
  }

  public static String seen(MediaJobsClient jobs, String jobId) {
    String workflowId = WorkflowIds.await("cn-shanghai", PACKAGE, jobId, null);
    JobHandle<JobOutcome<PackageJob>> handle = jobs.handle(PACKAGE, workflowId);
    WaitDescription wait = handle.describe();
    return wait.lastSeen()
        .map(it -> it.status() + " after " + it.polls() + " polls")
        .or(wait::problem)
        .orElse("not read yet");
  }

  public static void givenUp(MediaJobsClient jobs, String jobId) {
    jobs.handle(PACKAGE, WorkflowIds.await("cn-shanghai", PACKAGE, jobId, null)).cancel();
  }

  public static PipelineResult<PackageJob> handedOn(
      MediaJobsClient jobs, String jobId, String alertsUrl) {
    return jobs.await(PACKAGE, jobId)
        .within(Duration.ofHours(6))
        .onSuccess(
            Step.activity("publish", "PublishVideo")
                .onTaskQueue("publishing")
                .within(Duration.ofMinutes(30))
                .attemptWithin(Duration.ofMinutes(2))
                .retried(new StepRetry(10, Duration.ofSeconds(5), 2.0)),
            Step.workflow("review", "ReviewVideo")
                .onTaskQueue("reviews")
                .within(Duration.ofDays(3)))
        .onFailure(Step.webhook("alert", alertsUrl))
        .run();
  }

  public static JobOutcome<PackageJob> elsewhere(MediaJobsClient jobs, String jobId) {
    return jobs.withRegion("cn-beijing").await(PACKAGE, jobId).outcome();
  }
}
