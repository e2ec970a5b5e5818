package io.github.mediajobs.wire;

/** How a step ended. */
public enum StepStatus {
  /** It returned. */
  COMPLETED,
  /** It failed, retries included, or was out of time. */
  FAILED
}
