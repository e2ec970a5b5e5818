package io.github.mediajobs.benchmark.call;

import io.github.mediajobs.benchmark.profiler.CpuTime;
import io.github.mediajobs.benchmark.profiler.LiveThreads;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/** What is measured of a read. */
enum Figure {
  TIME("time, µs", ""),
  CPU("CPU, µs", CpuTime.NAME),
  ALLOCATION("allocation, B", "gc.alloc.rate.norm"),
  THREADS("threads added", LiveThreads.NAME),
  CONNECTIONS("connections", "connections");

  private final String title;
  private final String result;

  Figure(String title, String result) {
    this.title = title;
    this.result = result;
  }

  String title() {
    return title;
  }

  /** The name among JMH's secondary results; empty for the primary one. */
  String result() {
    return result;
  }

  Result<?> of(RunResult run) {
    return result.isEmpty() ? run.getPrimaryResult() : run.getSecondaryResults().get(result);
  }
}
