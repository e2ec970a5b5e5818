package io.github.mediajobs.benchmark.start;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mediajobs.benchmark.report.Machine;
import io.github.mediajobs.json.Json;
import java.util.List;
import java.util.Locale;

/**
 * What a run found, for programs and for people.
 *
 * @param machine where
 * @param effort how much was measured
 * @param rows ours first
 */
record Report(Machine machine, Effort effort, List<Row> rows) {
  JsonNode json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.set("machine", Json.tree(machine));
    json.set("effort", Json.tree(effort));
    json.set("rows", Json.tree(rows));
    return json;
  }

  String markdown() {
    StringBuilder text = new StringBuilder(512);
    text.append(machine.line())
        .append(format("; %d starts each:\n\n", effort.starts()))
        .append("| | median, s | longest, s | ours / this |\n")
        .append("|---|---:|---:|---:|\n");
    for (Row row : rows) {
      text.append(
          format(
              "| %s | %.2f | %.2f | %.2f |\n",
              row.contender(), row.median(), row.longest(), rows.get(0).median() / row.median()));
    }
    return text.toString();
  }

  private static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
