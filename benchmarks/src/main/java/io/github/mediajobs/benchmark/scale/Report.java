package io.github.mediajobs.benchmark.scale;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mediajobs.benchmark.report.LinePlot;
import io.github.mediajobs.benchmark.report.Machine;
import io.github.mediajobs.json.Json;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;

/** What a run found, for programs and for people. */
record Report(
    Machine machine,
    Effort effort,
    int right,
    int wrong,
    long seconds,
    long lists,
    Worker.Usage worker,
    List<Second> timeline) {
  private static final double MIB = 1 << 20;

  JsonNode json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.set("machine", Json.tree(machine));
    json.set("effort", Json.tree(effort));
    json.put("right", right).put("wrong", wrong).put("seconds", seconds);
    json.set("worker", Json.tree(worker));
    json.put("calls", calls())
        .put("lists", lists)
        .put("mostIce", most(Second::ice))
        .put("mostMps", most(Second::mps));
    return json;
  }

  String markdown() {
    return machine.line()
        + ":\n\n| figure | |\n|---|---:|\n"
        + row("jobs in flight, of all operations", "%,d", effort.jobs())
        + row("outcomes that are right", "%,d", right)
        + row("all known after", "%d s", seconds)
        + row("budget of each API, calls a second", "%,d", effort.callsPerSecond())
        + row("most calls in a second, ICE", "%,d", most(Second::ice))
        + row("most calls in a second, MPS", "%,d", most(Second::mps))
        + row("calls a job", "%.1f", calls() / (double) effort.jobs())
        + row("of them lists, for all jobs", "%,d", lists)
        + row("worker's heap, limit", "%.0f MiB", worker.heapLimitBytes() / MIB)
        + row("worker's heap, most after a collection", "%.0f MiB", worker.heapPeakBytes() / MIB)
        + row("worker's CPU", "%.0f s", worker.cpuSeconds());
  }

  LinePlot plot() {
    return new LinePlot(
        "%,d jobs, a budget of %,d calls a second for each API"
            .formatted(effort.jobs(), effort.callsPerSecond()),
        "seconds",
        List.of(
            new LinePlot.Series("calls a second, ICE", values(Second::ice)),
            new LinePlot.Series("calls a second, MPS", values(Second::mps)),
            new LinePlot.Series(
                "jobs known to have ended, over %d".formatted(effort.jobs() / 2_000),
                values(it -> it.ended() * 2_000L / effort.jobs()))));
  }

  private List<Double> values(ToLongFunction<Second> figure) {
    return timeline.stream().map(it -> (double) figure.applyAsLong(it)).toList();
  }

  private long calls() {
    return timeline.stream().mapToLong(it -> it.ice() + it.mps()).sum();
  }

  private long most(ToLongFunction<Second> figure) {
    return timeline.stream().mapToLong(figure).max().orElse(0);
  }

  private static String row(String name, String format, Object value) {
    return "| " + name + " | " + String.format(Locale.ROOT, format, value) + " |\n";
  }
}
