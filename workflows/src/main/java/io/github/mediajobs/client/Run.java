package io.github.mediajobs.client;

import io.github.mediajobs.wire.Outcome;
import java.util.function.Function;

/**
 * What kind of run a handle is on.
 *
 * @param wire the result's type on the wire
 * @param typed turns it into what the caller gets
 * @param timedOut the result of a joiner whose own deadline passed; null where there is none
 */
record Run<W, R>(Class<W> wire, Function<W, R> typed, Function<Outcome, R> timedOut) {}
