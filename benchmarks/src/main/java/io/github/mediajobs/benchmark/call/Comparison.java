package io.github.mediajobs.benchmark.call;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Locale;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/**
 * One figure of both clients.
 *
 * @param action what was read
 * @param threads how many read at once
 * @param figure what was measured
 * @param ratio ours to the official one
 */
record Comparison(
    String action, int threads, Figure figure, Value ours, Value official, double ratio) {
  static Comparison of(
      String action, int threads, Figure figure, RunResult ours, RunResult official) {
    Value left = Value.of(figure.of(ours));
    Value right = Value.of(figure.of(official));
    return new Comparison(action, threads, figure, left, right, left.mean / right.mean);
  }

  /** A row of the table. */
  String row() {
    return "| %s | %d | %s | %s | %s | %s |\n"
        .formatted(
            action,
            threads,
            figure.title(),
            ours.text(),
            official.text(),
            Double.isFinite(ratio) ? String.format(Locale.ROOT, "%.2f", ratio) : "");
  }

  /**
   * A mean, or the most.
   *
   * @param error half of the 99.9 % confidence interval; null where there is none
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Value(double mean, Double error) {
    private static Value of(Result<?> result) {
      double error = result.getScoreError();
      return new Value(result.getScore(), Double.isFinite(error) ? error : null);
    }

    private String text() {
      String shown = String.format(Locale.ROOT, "%,.0f", mean);
      return error == null ? shown : shown + String.format(Locale.ROOT, " ± %,.0f", error);
    }
  }
}
