package io.github.mediajobs.workflow;

import io.github.mediajobs.job.MediaJob;
import io.github.mediajobs.outcome.JobOutcome;

/**
 * What a step's code gets.
 *
 * @param <J> the job's record
 * @param outcome how the wait ended
 * @param idempotencyKey the same on every retry: {@code <workflowId>/<region>/<operation>/<jobId>/
 *     <step name>}
 */
public record StepContext<J extends MediaJob>(JobOutcome<J> outcome, String idempotencyKey) {}
