package io.github.mediajobs.benchmark.engine.sample;

/** The job has not ended. */
final class NotReadyException extends Exception {
  private static final long serialVersionUID = 1L;

  NotReadyException(String status) {
    super("the job is " + status);
  }
}
