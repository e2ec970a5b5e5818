package io.github.mediajobs.emulator.job;

import io.github.mediajobs.operation.JobOperation;
import java.time.Instant;

/**
 * When and how a scripted job ends.
 *
 * @param operation the operation that reads it
 * @param jobId its id as answered
 * @param at when it is first in a status that means its end
 * @param status that raw status
 */
public record JobEnd(JobOperation<?> operation, String jobId, Instant at, String status) {}
