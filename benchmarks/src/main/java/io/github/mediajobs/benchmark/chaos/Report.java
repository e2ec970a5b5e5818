package io.github.mediajobs.benchmark.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mediajobs.benchmark.report.Machine;
import io.github.mediajobs.json.Json;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What all runs found, for programs and for people. */
record Report(Machine machine, Effort effort, List<Found> runs) {
  Report {
    runs = List.copyOf(runs);
  }

  boolean clean() {
    return runs.stream().allMatch(Found::clean);
  }

  JsonNode json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.set("machine", Json.tree(machine));
    json.set("effort", Json.tree(effort));
    ArrayNode all = json.putArray("runs");
    for (Found run : runs) {
      ObjectNode one = all.addObject();
      one.put("seed", run.seed()).put("pipelines", run.pipelines()).put("pending", run.pending());
      one.set("verdict", Json.tree(run.verdict()));
      one.set("troubles", Json.tree(run.troubles()));
      one.put("startsTriedAgain", run.startsTriedAgain())
          .put("effects", run.effects())
          .put("stepsTriedAgain", run.stepsTriedAgain())
          .put("calls", run.calls())
          .put("events", run.events())
          .put("late", run.late())
          .put("recoverySeconds", run.recovery().toMillis() / 1e3);
    }
    return json;
  }

  String markdown() {
    return machine.line()
        + ":\n\n"
        + cells("seed", Found::seed)
        + "|---|"
        + "---:|".repeat(runs.size())
        + "\n"
        + cells("pipelines", Found::pipelines)
        + cells("workers killed with -9", it -> it.troubles("worker killed.*"))
        + cells("workers paused", it -> it.troubles("worker paused"))
        + cells("Temporal killed with -9", it -> it.troubles("Temporal killed.*"))
        + cells("links cut or stalled", it -> it.troubles(".* (cut|stalled)"))
        + cells("links reset, slow or narrow", it -> it.troubles(".* (reset|slow|narrow)"))
        + cells(
            "clocks an hour off", it -> it.clocks() ? it.troubles(".* an hour .*") : "none here")
        + cells("ways in which the API throttles, fails and lies", it -> it.troubles("API .*"))
        + cells("starts tried again", Found::startsTriedAgain)
        + cells("effects of steps", Found::effects)
        + cells("steps tried more than once", Found::stepsTriedAgain)
        + cells("calls of the API", Found::calls)
        + cells("runs that go on", Found::pending)
        + cells("lost", it -> it.verdict().lost().size())
        + cells("wrong", it -> it.verdict().wrong().size())
        + cells("doubled", it -> it.verdict().doubled().size())
        + cells("known after the last trouble, s", it -> seconds(it.recovery().toMillis()));
  }

  private String cells(String name, Function<Found, Object> figure) {
    return runs.stream()
        .map(figure)
        .map(it -> it instanceof Number number ? "%,d".formatted(number.longValue()) : it)
        .map(Object::toString)
        .collect(Collectors.joining(" | ", "| " + name + " | ", " |\n"));
  }

  private static String seconds(long millis) {
    return String.format(Locale.ROOT, "%.1f", millis / 1e3);
  }
}
