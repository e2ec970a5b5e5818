package io.github.mediajobs.benchmark.engine;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * A figure by which contenders are compared.
 *
 * @param title with its unit
 * @param decimals that are shown
 * @param value in a row
 */
record Column(String title, int decimals, ToDoubleFunction<Row> value) {
  /** Those of each wait. */
  static final List<Column> ALL =
      List.of(
          new Column("Actions", 2, Row::actions),
          new Column("events", 1, Row::events),
          new Column("history, KB", 2, it -> it.bytes() / 1e3),
          new Column("API calls", 2, Row::calls),
          new Column("delay, s", 2, Row::delaySeconds),
          new Column("worker CPU, ms", 1, Row::cpuMillis));

  String of(Row row) {
    return String.format(Locale.ROOT, "%,." + decimals + "f", value.applyAsDouble(row));
  }

  double ratio(Row row, Row other) {
    return value.applyAsDouble(row) / value.applyAsDouble(other);
  }
}
