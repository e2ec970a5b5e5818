package io.github.mediajobs.faults;

import io.github.mediajobs.operation.JobOperation;

/** A fault that hits an operation; {@code elsewhere} is where redirects lead. */
record Cell(FaultRow row, JobOperation<?> operation, Elsewhere elsewhere) {
  /** Whether the operation can have the fault. */
  boolean exists() {
    return !row.setting().counted() || !row.faults().apply(this).isEmpty();
  }

  String jobId() {
    return operation.alias() + ": " + row.name();
  }

  String endedStatus() {
    return operation.awaited().iterator().next();
  }

  String pendingStatus() {
    return operation.statuses().keySet().iterator().next();
  }

  @Override
  public String toString() {
    return jobId();
  }
}
