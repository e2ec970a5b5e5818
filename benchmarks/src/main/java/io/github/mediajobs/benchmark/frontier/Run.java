package io.github.mediajobs.benchmark.frontier;

import io.github.mediajobs.benchmark.report.Machine;
import io.github.mediajobs.benchmark.report.Results;
import io.github.mediajobs.planning.ScheduleCost;
import java.util.ArrayList;
import java.util.List;

/** Measures schedules in virtual time against the least delay at as many polls. */
public final class Run {
  private static final double SECONDS_PER_POLL = 5;
  private static final Results RESULTS = new Results("frontier");

  private Run() {}

  /**
   * Runs in the folder {@code benchmarks}. Writes {@code results/frontier.json}, {@code
   * results/frontier.svg} and the table of {@code docs/performance.md}.
   *
   * @param arguments {@code --quick} for a smoke run, which only prints
   * @throws Exception when a result cannot be written
   */
  public static void main(String[] arguments) throws Exception {
    boolean quick = List.of(arguments).contains("--quick");
    Report report = measured(quick ? Effort.QUICK : Effort.FULL, Truth.all());
    if (!quick) {
      RESULTS.write(report.json(), report.markdown());
      RESULTS.draw(report.plot().svg());
    }
    System.out.print("\n" + report.markdown());
  }

  static Report measured(Effort effort, List<Truth> truths) {
    List<Row> rows = new ArrayList<>();
    for (Truth truth : truths) {
      System.err.println(truth.name());
      Optimum optimum = new Optimum(truth.shape());
      double least = optimum.at(SECONDS_PER_POLL).total(SECONDS_PER_POLL);
      for (Contender contender : Contender.all()) {
        ScheduleCost cost = contender.cost(truth.shape(), SECONDS_PER_POLL, effort.jobs());
        rows.add(
            new Row(
                truth.name(),
                contender.name(),
                cost.polls(),
                cost.delaySeconds(),
                cost.delaySeconds() / optimum.delay(cost.polls()),
                cost.total(SECONDS_PER_POLL) / least));
      }
    }
    return new Report(Machine.here(), effort.jobs(), SECONDS_PER_POLL, List.copyOf(rows));
  }
}
