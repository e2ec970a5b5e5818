package io.github.mediajobs.cli.run;

import io.temporal.api.enums.v1.WorkflowExecutionStatus;

/** Whether a run goes on or how it ended, in the service's words. */
final class RunState {
  private static final String PREFIX = "WORKFLOW_EXECUTION_STATUS_";

  private RunState() {}

  /** Such as {@code RUNNING}. */
  static String of(WorkflowExecutionStatus status) {
    return status.name().replace(PREFIX, "");
  }
}
