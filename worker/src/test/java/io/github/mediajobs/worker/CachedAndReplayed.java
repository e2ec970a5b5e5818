package io.github.mediajobs.worker;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Runs a test class twice: with cached workflows, and with none, so that every task is replayed.
 * The argument of the class is how many may be cached.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedClass(name = "{0} cached workflows")
@ValueSource(ints = {600, 0})
@Timeout(120)
@interface CachedAndReplayed {}
