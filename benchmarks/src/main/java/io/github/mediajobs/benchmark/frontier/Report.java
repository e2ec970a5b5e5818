package io.github.mediajobs.benchmark.frontier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mediajobs.benchmark.report.DotPlot;
import io.github.mediajobs.benchmark.report.Machine;
import io.github.mediajobs.json.Json;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** What a run found, for programs and for people: the worst case is the figure. */
record Report(Machine machine, int jobs, double secondsPerPoll, List<Row> rows) {
  JsonNode json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.set("machine", Json.tree(machine));
    json.put("jobsACase", jobs);
    json.put("secondsPerPoll", secondsPerPoll);
    json.set("rows", Json.tree(rows));
    return json;
  }

  String markdown() {
    StringBuilder text = new StringBuilder(4096);
    text.append(machine.line())
        .append(format("; %,d jobs a case, a poll worth %.0f s:\n\n", jobs, secondsPerPoll));
    text.append("| schedule | delay, one hump | delay, two humps | cost |\n|---|---:|---:|---:|\n");
    for (Contender contender : Contender.all()) {
      List<Row> own = rows.stream().filter(it -> it.contender().equals(contender.name())).toList();
      text.append(
          format(
              "| %s | %s | %s | %s |\n",
              contender.name(),
              worst(own, false, Row::delayOverOptimum),
              worst(own, true, Row::delayOverOptimum),
              worst(own, null, Row::costOverOptimum)));
    }
    return text.toString();
  }

  DotPlot plot() {
    List<DotPlot.Series> series =
        Contender.all().stream()
            .map(
                contender ->
                    new DotPlot.Series(
                        contender.name(),
                        rows.stream()
                            .filter(it -> it.contender().equals(contender.name()))
                            .map(Row::delayOverOptimum)
                            .toList()))
            .toList();
    return new DotPlot(
        "Delay over the least possible at as many polls",
        rows.stream().map(Row::truth).distinct().toList(),
        series);
  }

  private static String worst(List<Row> rows, Boolean humps, ToDoubleFunction<Row> figure) {
    Row worst =
        rows.stream()
            .filter(it -> humps == null || humps == it.truth().startsWith("two humps"))
            .max(Comparator.comparingDouble(figure))
            .orElseThrow();
    return format("%.2f (%s)", figure.applyAsDouble(worst), worst.truth());
  }

  private static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
