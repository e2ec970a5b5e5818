package io.github.mediajobs.benchmark.callback;

import io.github.mediajobs.benchmark.server.Ending;
import io.github.mediajobs.emulator.job.JobScript;
import io.github.mediajobs.operation.JobOperation;
import io.github.mediajobs.outcome.OutcomeKind;
import java.time.Duration;

/**
 * A job whose end is told by an event.
 *
 * @param operation what it is
 * @param id its id
 * @param length how long it takes
 * @param fails how it ends
 */
record Job(JobOperation<?> operation, String id, Duration length, boolean fails) {
  OutcomeKind end() {
    return fails ? OutcomeKind.FAILED : OutcomeKind.SUCCEEDED;
  }

  JobScript script() {
    return Ending.script(operation, id, length, end());
  }
}
