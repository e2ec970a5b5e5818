package io.github.mediajobs.emulator.job;

import java.time.Instant;

/**
 * What a job is now, for lists.
 *
 * @param operation the API's name of the operation
 * @param jobId the id as answered
 * @param status the raw status now
 * @param endsAt when it ends or ended by its script; null when it does not
 * @param sample whether it is a sample of the vendor rather than scripted
 */
public record JobView(
    String operation, String jobId, String status, Instant endsAt, boolean sample) {}
