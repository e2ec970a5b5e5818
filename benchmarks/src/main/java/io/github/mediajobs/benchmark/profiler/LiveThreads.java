package io.github.mediajobs.benchmark.profiler;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/** The most threads that lived at a time, beyond those before the first iteration and JMH's own. */
public final class LiveThreads implements InternalProfiler {
  /** The name of the result. */
  public static final String NAME = "threads";

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final int before = threads.getThreadCount();

  @Override
  public String getDescription() {
    return "Peak of live threads that the benchmark added";
  }

  @Override
  public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
    threads.resetPeakThreadCount();
  }

  @Override
  public Collection<? extends Result<?>> afterIteration(
      BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
    int added = threads.getPeakThreadCount() - before - benchmark.getThreads();
    return List.of(new ScalarResult(NAME, added, "threads", AggregationPolicy.MAX));
  }
}
