package io.github.mediajobs.workflow;

import io.github.mediajobs.wire.MediaJobAttributes;
import io.github.mediajobs.wire.Outcome;
import io.temporal.workflow.Workflow;

/**
 * Tells those who search how a wait ended. Only a run that was started with the attribute sets it:
 * so the start decides, a server that lacks it is never asked, and older runs replay.
 */
final class StatusAttribute {
  private StatusAttribute() {}

  static void ended(Outcome outcome) {
    set(outcome.outcome().name());
  }

  static void unknown() {
    set(MediaJobAttributes.UNKNOWN);
  }

  private static void set(String value) {
    if (Workflow.getTypedSearchAttributes().containsKey(MediaJobAttributes.STATUS)) {
      Workflow.upsertTypedSearchAttributes(MediaJobAttributes.STATUS.valueSet(value));
    }
  }
}
