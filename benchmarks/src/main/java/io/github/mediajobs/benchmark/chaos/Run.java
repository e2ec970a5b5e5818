package io.github.mediajobs.benchmark.chaos;

import io.github.mediajobs.benchmark.report.Machine;
import io.github.mediajobs.benchmark.report.Results;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/** Breaks everything that can break, on a real server, and compares what came of it. */
public final class Run {
  private static final int SEEDS = 5;
  private static final int SHOWN = 10;
  private static final Results RESULTS =
      new Results("chaos", Path.of("..", "docs", "reliability.md"));

  private Run() {}

  /**
   * Runs in the folder {@code benchmarks}, with five seeds one after another. Writes {@code
   * results/chaos.json}, {@code results/chaos.svg} and the table of {@code docs/reliability.md}.
   * Ends with 1 when anything was lost, wrong, doubled, late, or did not end.
   *
   * @param arguments {@code --quick} for a short run with one seed, {@code --seed N} for that seed
   *     alone; both only print
   * @throws Exception when a part does not start, or a result cannot be written
   */
  public static void main(String[] arguments) throws Exception {
    List<String> words = List.of(arguments);
    boolean quick = words.contains("--quick");
    int named = words.indexOf("--seed");
    List<Long> seeds =
        named >= 0
            ? List.of(Long.parseLong(words.get(named + 1)))
            : LongStream.rangeClosed(1, quick ? 1 : SEEDS).boxed().toList();
    Effort effort = quick ? Effort.QUICK : Effort.FULL;
    List<Found> found = new ArrayList<>();
    for (long seed : seeds) {
      Found one = Trial.run(seed, effort);
      show(one.verdict());
      found.add(one);
    }
    Report report = new Report(Machine.here(), effort, found);
    if (!quick && named < 0) {
      RESULTS.write(report.json(), report.markdown());
      RESULTS.draw(found.get(0).plot().svg());
    }
    System.out.print("\n" + report.markdown());
    System.exit(report.clean() ? 0 : 1);
  }

  private static void show(Verdict verdict) {
    verdict.lost().stream().limit(SHOWN).forEach(it -> System.err.println("lost: " + it));
    verdict.wrong().stream().limit(SHOWN).forEach(it -> System.err.println("wrong: " + it));
    verdict.doubled().stream().limit(SHOWN).forEach(it -> System.err.println("doubled: " + it));
  }
}
