package io.github.mediajobs.worker.example;

import static io.github.mediajobs.operation.Operations.LIVE_SNAPSHOT;
import static io.github.mediajobs.operation.Operations.MEDIA_PRODUCING;
import static io.github.mediajobs.operation.Operations.PACKAGE;
import static io.github.mediajobs.workflow.PipelineStep.step;

import io.github.mediajobs.job.PackageJob;
import io.github.mediajobs.outcome.JobOutcome;
import io.github.mediajobs.wire.Polling;
import io.github.mediajobs.workflow.JobAwait;
import io.github.mediajobs.workflow.MediaJobs;
import io.github.mediajobs.workflow.PipelineResult;
import io.temporal.workflow.Promise;
import java.time.Duration;
import java.util.List;

/** The cookbook's recipes for workflow code: what the method of a workflow may do. */
public final class InWorkflows {
  private InWorkflows() {}

  public static String awaited(String jobId) {
    JobOutcome<PackageJob> outcome =
        MediaJobs.create().await(PACKAGE, jobId).within(Duration.ofHours(6)).outcome();
    return outcome.fold(
        done -> done.job().outputUrl(),
        failed -> "failed: " + failed.job().code(),
        late -> "not done in six hours, last seen as " + late.status(),
        unknown -> "no such job in " + unknown.reference().region());
  }

  public static boolean published(String jobId, Team team) {
    PipelineResult<PackageJob> result =
        MediaJobs.create()
            .await(PACKAGE, jobId)
            .within(Duration.ofHours(6))
            .onSuccess(
                step(
                    "publish",
                    it ->
                        team.publish(it.outcome().orElseThrow().outputUrl(), it.idempotencyKey())),
                step("invoice", it -> team.invoice(jobId, it.idempotencyKey())))
            .onFailure(step("alert", it -> team.alert(jobId, "not packaged")))
            .run();
    return result.outcome().succeeded().isPresent() && result.allStepsCompleted();
  }

  public static List<String> allAwaited(List<String> jobIds) {
    MediaJobs jobs = MediaJobs.create();
    List<Promise<JobOutcome<PackageJob>>> waits =
        jobIds.stream().map(it -> jobs.await(PACKAGE, it).async()).toList();
    Promise.allOf(waits).get();
    return waits.stream()
        .flatMap(wait -> wait.get().succeeded().stream())
        .map(PackageJob::outputUrl)
        .toList();
  }

  public static String patiently(String jobId, Team team) {
    JobAwait<PackageJob> wait = MediaJobs.create().await(PACKAGE, jobId);
    JobOutcome<PackageJob> outcome = wait.within(Duration.ofHours(2)).outcome();
    if (outcome instanceof JobOutcome.TimedOut<PackageJob> late) {
      team.alert(jobId, "still " + late.status());
      outcome = wait.within(Duration.ofHours(22)).outcome();
    }
    return outcome.orElseThrow().outputUrl();
  }

  public static String together(String jobId) {
    return MediaJobs.create()
        .await(PACKAGE, jobId)
        .within(Duration.ofHours(6))
        .shared()
        .outcome()
        .orElseThrow()
        .outputUrl();
  }

  public static String paused(String jobId) {
    return MediaJobs.create()
        .await(LIVE_SNAPSHOT, jobId)
        .until("paused")
        .within(Duration.ofDays(7))
        .outcome()
        .orElseThrow()
        .status();
  }

  public static String learnt(String jobId) {
    return MediaJobs.create()
        .await(MEDIA_PRODUCING, jobId)
        .polling(Polling.planned(10))
        .outcome()
        .orElseThrow()
        .mediaUrl();
  }

  public static String elsewhere(String jobId) {
    return MediaJobs.create()
        .await(PACKAGE, jobId)
        .in("cn-beijing")
        .outcome()
        .orElseThrow()
        .outputUrl();
  }
}
