package io.github.mediajobs.benchmark.chaos;

import io.github.mediajobs.outcome.OutcomeKind;
import java.util.List;

/**
 * What must come of a job in a run.
 *
 * @param run the run's workflow id
 * @param jobId the job's id
 * @param outcome how the wait ends
 * @param status what the API says of the job at last; null where the outcome has none
 * @param keys of the steps that follow, and no others
 */
record Expectation(
    String run, String jobId, OutcomeKind outcome, String status, List<String> keys) {
  Expectation {
    keys = List.copyOf(keys);
  }
}
