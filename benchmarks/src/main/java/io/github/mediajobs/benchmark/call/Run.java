package io.github.mediajobs.benchmark.call;

import io.github.mediajobs.benchmark.report.Machine;
import io.github.mediajobs.benchmark.report.Results;
import io.github.mediajobs.benchmark.server.ServerProcess;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.RunResult;

/** Measures the cost of a call, ours and the official client's in turn. */
public final class Run {
  private static final Results RESULTS = new Results("call");

  private Run() {}

  /**
   * Runs in the folder {@code benchmarks}. Writes {@code results/call.json} and the table of {@code
   * docs/performance.md}.
   *
   * @param arguments {@code --quick} for a smoke run of half a minute, which only prints
   * @throws Exception when a read failed
   */
  public static void main(String[] arguments) throws Exception {
    boolean quick = List.of(arguments).contains("--quick");
    Report report = measured(quick ? Effort.QUICK : Effort.FULL);
    if (!quick) {
      RESULTS.write(report.json(), report.markdown());
    }
    System.out.print("\n" + report.markdown());
  }

  static Report measured(Effort effort) throws Exception {
    Map<Case, List<BenchmarkResult>> results = new LinkedHashMap<>();
    try (ServerProcess server = ServerProcess.start()) {
      for (int round = 0; round < effort.rounds(); round++) {
        for (Case each : Case.all()) {
          results
              .computeIfAbsent(each, it -> new ArrayList<>())
              .addAll(each.measure(effort.options(), server));
        }
      }
    }
    Map<Case, RunResult> runs = new LinkedHashMap<>();
    results.forEach((key, all) -> runs.put(key, new RunResult(all.get(0).getParams(), all)));
    return new Report(Machine.here(), runs, ClassPath.ours(), ClassPath.official());
  }
}
