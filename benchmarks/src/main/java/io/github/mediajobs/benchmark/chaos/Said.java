package io.github.mediajobs.benchmark.chaos;

import io.github.mediajobs.outcome.OutcomeKind;

/**
 * What a run said of a job.
 *
 * @param run the run's workflow id
 * @param jobId the job's id
 * @param outcome how the wait ended; null when the run could not find out
 * @param status what it saw last
 * @param completed how many steps it says were done
 */
record Said(String run, String jobId, OutcomeKind outcome, String status, int completed) {}
