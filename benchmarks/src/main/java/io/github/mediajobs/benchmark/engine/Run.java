package io.github.mediajobs.benchmark.engine;

import io.github.mediajobs.benchmark.report.Machine;
import io.github.mediajobs.benchmark.report.Results;
import io.github.mediajobs.benchmark.server.PolledJob;
import io.github.mediajobs.wire.Polling;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Measures waits on a real Temporal server, ours and those of Temporal's samples. */
public final class Run {
  private static final Results RESULTS = new Results("engine");

  /** The sample that a batch is compared with comes first. */
  private static final List<Contender> RATES =
      List.of(Contender.INFREQUENT, Contender.SINGLE, Contender.MANY);

  private Run() {}

  /**
   * Runs in the folder {@code benchmarks}. Writes {@code results/engine.json}, {@code
   * results/engine.svg} and the table of {@code docs/performance.md}.
   *
   * @param arguments {@code --quick} for a smoke run, which only prints
   * @throws Exception when a wait failed
   */
  public static void main(String[] arguments) throws Exception {
    boolean quick = List.of(arguments).contains("--quick");
    Report report;
    try (Stage stage = Stage.open()) {
      report = measured(stage, quick ? Effort.QUICK : Effort.FULL, Contender.ROUNDS, RATES);
    }
    if (!quick) {
      RESULTS.write(report.json(), report.markdown());
      RESULTS.draw(report.plot().svg());
    }
    System.out.print("\n" + report.markdown());
    // Temporal's client leaves threads behind.
    System.exit(0);
  }

  static Report measured(
      Stage stage, Effort effort, List<List<Contender>> rounds, List<Contender> rates)
      throws Exception {
    List<Measured> measured = new ArrayList<>();
    for (List<Contender> round : rounds) {
      System.err.println(round);
      measured.addAll(round(stage, effort, round));
    }
    List<Rate> ended = new ArrayList<>();
    for (Contender contender : rates) {
      System.err.println(contender + " as fast as it goes");
      ended.add(new Throughput(stage, effort).of(contender));
    }
    Measured single =
        measured.stream()
            .filter(it -> it.contender() == Contender.SINGLE)
            .findFirst()
            .orElseThrow();
    return new Report(
        Machine.here(),
        effort,
        measured.stream().map(Row::of).toList(),
        Agreement.of(single.waits(), Polling.DEFAULT.policy()),
        ended);
  }

  private static List<Measured> round(Stage stage, Effort effort, List<Contender> contenders)
      throws Exception {
    List<Trial> trials = new ArrayList<>();
    try {
      for (Contender contender : contenders) {
        trials.add(Trial.open(contender, stage, effort));
      }
      together(trials);
      Map<String, PolledJob> polled = stage.api().jobs();
      return trials.stream().map(trial -> trial.measured(polled)).toList();
    } finally {
      trials.forEach(Trial::close);
    }
  }

  private static void together(List<Trial> trials) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(trials.size());
    try {
      List<Callable<Void>> runs = new ArrayList<>();
      for (Trial trial : trials) {
        runs.add(
            () -> {
              trial.run();
              return null;
            });
      }
      for (Future<Void> run : threads.invokeAll(runs)) {
        run.get();
      }
    } finally {
      threads.shutdownNow();
    }
  }
}
