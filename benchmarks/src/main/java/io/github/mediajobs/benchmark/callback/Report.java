package io.github.mediajobs.benchmark.callback;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mediajobs.benchmark.report.DotPlot;
import io.github.mediajobs.benchmark.report.Machine;
import io.github.mediajobs.json.Json;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** What a run found, for programs and for people. */
record Report(Machine machine, Effort effort, List<Row> rows) {
  private static final int DECILES = 10;

  JsonNode json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.set("machine", Json.tree(machine));
    json.set("effort", Json.tree(effort));
    json.set("rows", Json.tree(rows));
    return json;
  }

  String markdown() {
    StringBuilder text = new StringBuilder(1024);
    text.append(machine.line())
        .append(format("; %d ends, spread over %d s:\n\n", effort.jobs(), effort.seconds()))
        .append("| | right | known within 1 s | median, s | longest, s | calls a job |\n")
        .append("|---|---:|---:|---:|---:|---:|\n");
    for (Row row : rows) {
      text.append(
          format(
              "| %s | %d | %d | %.2f | %.2f | %.1f |\n",
              row.round(),
              row.right(),
              row.within(1),
              row.median(),
              row.longest(),
              row.calls() / (double) effort.jobs()));
    }
    return text.toString();
  }

  DotPlot plot() {
    return new DotPlot(
        "Seconds from a job's end until its waiter knows",
        IntStream.rangeClosed(1, DECILES).mapToObj(it -> it * 10 + " % of the jobs").toList(),
        rows.stream().map(Report::deciles).toList());
  }

  private static DotPlot.Series deciles(Row row) {
    return new DotPlot.Series(
        row.round(),
        IntStream.rangeClosed(1, DECILES)
            .mapToObj(it -> row.delays().get(row.delays().size() * it / DECILES - 1))
            .toList());
  }

  private static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
