package io.github.mediajobs.benchmark.call;

import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * How long is measured.
 *
 * @param rounds how often each case is measured, one case after the other
 * @param processes for each of these measurements; 0 for this process
 * @param iterations to warm up, and as many again to measure
 * @param time of an iteration
 * @param output what JMH prints
 */
record Effort(int rounds, int processes, int iterations, TimeValue time, VerboseMode output) {
  static final Effort FULL = new Effort(3, 1, 4, TimeValue.seconds(3), VerboseMode.NORMAL);
  static final Effort QUICK = new Effort(1, 1, 1, TimeValue.seconds(1), VerboseMode.NORMAL);

  ChainedOptionsBuilder options() {
    return new OptionsBuilder()
        .forks(processes)
        .jvmArgs("-Xms512m", "-Xmx512m")
        .warmupIterations(iterations)
        .warmupTime(time)
        .measurementIterations(iterations)
        .measurementTime(time)
        .verbosity(output);
  }
}
