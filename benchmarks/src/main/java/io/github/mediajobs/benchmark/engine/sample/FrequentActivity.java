package io.github.mediajobs.benchmark.engine.sample;

import io.temporal.activity.Activity;
import io.temporal.activity.ActivityExecutionContext;
import java.time.Duration;

/** Polls each second until the job has ended. */
final class FrequentActivity implements PollingActivity {
  private final Service service;

  FrequentActivity(Service service) {
    this.service = service;
  }

  @Override
  public String poll(String jobId, Duration minute) {
    ActivityExecutionContext context = Activity.getExecutionContext();
    while (true) {
      try {
        return service.result(jobId);
      } catch (NotReadyException e) {
        context.heartbeat(null);
      }
      try {
        Thread.sleep(1_000);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
  }
}
