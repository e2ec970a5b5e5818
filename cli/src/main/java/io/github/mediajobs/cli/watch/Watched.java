package io.github.mediajobs.cli.watch;

import io.github.mediajobs.client.JobHandle;
import io.github.mediajobs.outcome.JobReference;
import java.util.function.Supplier;

/**
 * A wait to start or join, and to watch.
 *
 * @param <R> what its run ends with
 * @param job which job
 * @param start starts or joins the run
 */
public record Watched<R>(JobReference job, Supplier<? extends JobHandle<? extends R>> start) {}
