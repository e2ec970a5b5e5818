package io.github.mediajobs.worker.example;

import static io.github.mediajobs.operation.Operations.PACKAGE;

import io.github.mediajobs.client.MediaJobsClient;
import io.github.mediajobs.wire.Polling;
import io.github.mediajobs.workflow.MediaJobs;
import io.temporal.workflow.Workflow;
import java.time.Duration;

/** The same waits as in {@link PollingBefore}, by this library. */
public final class PollingAfter {
  private PollingAfter() {}

  public static String byHand(MediaJobsClient jobs, String jobId) {
    return jobs.await(PACKAGE, jobId).within(Duration.ofHours(6)).outcome().orElseThrow().status();
  }

  public static String frequent(String jobId) {
    Polling often = Polling.exponential(Duration.ofSeconds(1), 1.1, Duration.ofSeconds(10));
    return MediaJobs.create()
        .await(PACKAGE, jobId)
        .within(Duration.ofHours(6))
        .polling(often)
        .outcome()
        .orElseThrow()
        .status();
  }

  public static String infrequent(String jobId) {
    Polling everyMinute = Polling.fixed(Duration.ofMinutes(1));
    return MediaJobs.create()
        .await(PACKAGE, jobId)
        .polling(everyMinute)
        .outcome()
        .orElseThrow()
        .status();
  }

  public static String periodic(String jobId) {
    return MediaJobs.create().await(PACKAGE, jobId).outcome().orElseThrow().status();
  }

  public static String underWay(String jobId) {
    int version = Workflow.getVersion("await-by-mediajobs", Workflow.DEFAULT_VERSION, 1);
    return version == Workflow.DEFAULT_VERSION
        ? PollingBefore.infrequent(jobId)
        : PollingAfter.infrequent(jobId);
  }
}
