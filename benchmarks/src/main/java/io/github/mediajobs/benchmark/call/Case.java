package io.github.mediajobs.benchmark.call;

import io.github.mediajobs.benchmark.profiler.CpuTime;
import io.github.mediajobs.benchmark.profiler.LiveThreads;
import io.github.mediajobs.benchmark.server.ServerProcess;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.ScalarResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;

/** One way of reading: what, by how many threads at once, with whose client. */
record Case(String action, int threads, Contender client) {
  /** One action for each of the signatures that the official clients use, RPC and ACS3. */
  private static final List<String> ACTIONS = List.of("GetPackageJob", "QueryIProductionJob");

  private static final List<Integer> THREADS = List.of(1, 64);

  /** The clients side by side. */
  static List<Case> all() {
    return ACTIONS.stream()
        .flatMap(
            action ->
                THREADS.stream()
                    .flatMap(
                        threads ->
                            Stream.of(Contender.values())
                                .map(client -> new Case(action, threads, client))))
        .toList();
  }

  /** The same by another client. */
  Case by(Contender other) {
    return new Case(action, threads, other);
  }

  /** Measures once, and counts the connections that it took. */
  List<BenchmarkResult> measure(ChainedOptionsBuilder options, ServerProcess server)
      throws RunnerException, IOException {
    long before = server.connections();
    List<BenchmarkResult> results =
        List.copyOf(
            new Runner(
                    options
                        .include(Get.class.getName())
                        .param("client", client.name())
                        .param("action", action)
                        .param("endpoint", server.url().toString())
                        .threads(threads)
                        .shouldFailOnError(true)
                        .addProfiler(GCProfiler.class)
                        .addProfiler(CpuTime.class)
                        .addProfiler(LiveThreads.class)
                        .build())
                .runSingle()
                .getBenchmarkResults());
    long opened = server.connections() - before;
    results.forEach(
        it ->
            it.addBenchmarkResult(
                new ScalarResult(
                    Figure.CONNECTIONS.result(), opened, "connections", AggregationPolicy.MAX)));
    return results;
  }
}
