package io.github.mediajobs.benchmark.call;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mediajobs.benchmark.report.Machine;
import io.github.mediajobs.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatFactory;
import org.openjdk.jmh.results.format.ResultFormatType;

/** What a run found, for programs and for people. */
record Report(Machine machine, Map<Case, RunResult> runs, ClassPath ours, ClassPath official) {
  private static final double MEGABYTE = 1e6;

  /** Everything, with JMH's own results. */
  JsonNode json() throws IOException {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.set("machine", Json.tree(machine));
    json.set("reads", Json.tree(comparisons()));
    json.set("classPath", classPaths());
    json.set("jmh", jmh());
    return json;
  }

  /** The tables. */
  String markdown() throws IOException {
    StringBuilder text = new StringBuilder(4096);
    text.append(machine.line()).append(":\n\n");
    text.append("| read | threads | figure | ours | official | ours / official |\n");
    text.append("|---|---:|---|---:|---:|---:|\n");
    comparisons().forEach(comparison -> text.append(comparison.row()));
    text.append("\n| class path | ours | official | ours / official |\n");
    text.append("|---|---:|---:|---:|\n");
    text.append(row("jars", "%.0f", ours.entries().size(), official.entries().size()));
    text.append(row("MB", "%.1f", ours.bytes() / MEGABYTE, official.bytes() / MEGABYTE));
    return text.toString();
  }

  private static String row(String title, String format, double left, double right) {
    return String.format(
        Locale.ROOT,
        "| %s | " + format + " | " + format + " | %.2f |\n",
        title,
        left,
        right,
        left / right);
  }

  private List<Comparison> comparisons() {
    List<Comparison> all = new ArrayList<>();
    runs.forEach(
        (key, run) -> {
          if (key.client() == Contender.OURS) {
            RunResult other = runs.get(key.by(Contender.OFFICIAL));
            for (Figure figure : Figure.values()) {
              all.add(Comparison.of(key.action(), key.threads(), figure, run, other));
            }
          }
        });
    return all;
  }

  private ObjectNode classPaths() throws IOException {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.set("ours", size(ours));
    json.set("official", size(official));
    return json;
  }

  private static ObjectNode size(ClassPath path) throws IOException {
    return JsonNodeFactory.instance
        .objectNode()
        .put("jars", path.entries().size())
        .put("bytes", path.bytes());
  }

  private JsonNode jmh() throws IOException {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    try (PrintStream stream = new PrintStream(text, false, StandardCharsets.UTF_8)) {
      ResultFormatFactory.getInstance(ResultFormatType.JSON, stream).writeOut(runs.values());
    }
    JsonNode json = Json.read(text.toByteArray());
    for (JsonNode run : json) {
      // Where Java and the server happened to be.
      ((ObjectNode) run).remove("jvm");
      ((ObjectNode) run.path("params")).remove("endpoint");
    }
    return json;
  }
}
