package io.github.mediajobs.benchmark.engine.sample;

import io.temporal.activity.Activity;
import java.time.Duration;

/** Polls once. */
final class PeriodicActivity implements PollingActivity {
  private final Service service;

  PeriodicActivity(Service service) {
    this.service = service;
  }

  @Override
  public String poll(String jobId, Duration minute) {
    try {
      return service.result(jobId);
    } catch (NotReadyException e) {
      throw Activity.wrap(e);
    }
  }
}
