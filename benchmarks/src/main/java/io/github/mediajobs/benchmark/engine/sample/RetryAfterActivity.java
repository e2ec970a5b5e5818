package io.github.mediajobs.benchmark.engine.sample;

import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Polls once; the sample's service asks to come back after one, two or three minutes. */
final class RetryAfterActivity implements PollingActivity {
  private final Service service;

  RetryAfterActivity(Service service) {
    this.service = service;
  }

  @Override
  public String poll(String jobId, Duration minute) {
    try {
      return service.result(jobId);
    } catch (NotReadyException e) {
      throw ApplicationFailure.newFailureWithCauseAndDelay(
          e.getMessage(),
          e.getClass().getName(),
          e,
          minute.multipliedBy(ThreadLocalRandom.current().nextInt(1, 4)));
    }
  }
}
