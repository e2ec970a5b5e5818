package io.github.mediajobs.benchmark.engine.sample;

import io.temporal.failure.ApplicationErrorCategory;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;

/** Polls once; the failure is one that is expected. */
final class InfrequentActivity implements PollingActivity {
  private final Service service;

  InfrequentActivity(Service service) {
    this.service = service;
  }

  @Override
  public String poll(String jobId, Duration minute) {
    try {
      return service.result(jobId);
    } catch (NotReadyException e) {
      throw ApplicationFailure.newBuilder()
          .setMessage(e.getMessage())
          .setType(e.getClass().getName())
          .setCause(e)
          .setCategory(ApplicationErrorCategory.BENIGN)
          .build();
    }
  }
}
