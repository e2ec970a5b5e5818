package io.github.mediajobs.cli.watch;

import io.github.mediajobs.outcome.JobReference;
import java.time.Duration;

/**
 * A wait that ended.
 *
 * @param <R> what its run ends with
 * @param job which job
 * @param result what the run ended with
 * @param waited since the run began
 */
public record Ended<R>(JobReference job, R result, Duration waited) {}
