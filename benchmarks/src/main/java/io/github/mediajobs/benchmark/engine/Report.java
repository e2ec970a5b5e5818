package io.github.mediajobs.benchmark.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mediajobs.benchmark.report.DotPlot;
import io.github.mediajobs.benchmark.report.Machine;
import io.github.mediajobs.json.Json;
import java.util.List;
import java.util.Locale;

/** What a run found, for programs and for people. */
record Report(
    Machine machine, Effort effort, List<Row> rows, Agreement agreement, List<Rate> rates) {
  private static final double MEGABYTE = 1e6;

  JsonNode json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.set("machine", Json.tree(machine));
    json.set("effort", Json.tree(effort));
    json.set("rows", Json.tree(rows));
    json.set("agreement", Json.tree(agreement));
    json.set("rates", Json.tree(rates));
    return json;
  }

  String markdown() {
    StringBuilder text = new StringBuilder(8192);
    text.append(machine.line())
        .append(
            format(
                "; %d jobs, lognormal %.0f s, σ 0.5, %.0f a second:\n\n",
                effort.jobs(), effort.medianSeconds(), effort.startsPerSecond()));
    contenders(text);
    ratios(text);
    agreement(text);
    throughput(text);
    return text.toString();
  }

  private void contenders(StringBuilder text) {
    text.append("| a wait |");
    Column.ALL.forEach(it -> text.append(format(" %s |", it.title())));
    text.append(" delay p99, s | polls a second | heap, MB | peak memory, MB |\n|---|");
    text.append("---:|".repeat(Column.ALL.size() + 4)).append("\n");
    for (Row row : rows) {
      text.append(format("| %s |", row.contender().title()));
      Column.ALL.forEach(it -> text.append(format(" %s |", it.of(row))));
      text.append(
          format(
              " %.1f | %.1f | %.1f | %.0f |\n",
              row.delayP99Seconds(),
              row.callsPerSecond(),
              row.heapBytes() / MEGABYTE,
              row.peakRssBytes() / MEGABYTE));
    }
  }

  private void ratios(StringBuilder text) {
    text.append("\n| ours / theirs |");
    Column.ALL.forEach(it -> text.append(format(" %s |", it.title().replaceAll(",.*", ""))));
    text.append("\n|---|").append("---:|".repeat(Column.ALL.size())).append("\n");
    for (Row ours : of(Contender.OURS)) {
      for (Row theirs : of(Contender.PEERS)) {
        text.append(format("| %s / %s |", ours.contender().title(), theirs.contender().title()));
        Column.ALL.forEach(it -> text.append(format(" %s |", shown(it.ratio(ours, theirs)))));
        text.append("\n");
      }
    }
  }

  private static String shown(double ratio) {
    return format(ratio < 0.1 ? "%.3f" : "%.2f", ratio);
  }

  private void agreement(StringBuilder text) {
    text.append("\n| single waits | on the engine | simulated | ratio |\n|---|---:|---:|---:|\n");
    compared(text, "polls", agreement.polls(), agreement.simulatedPolls());
    compared(text, "delay, s", agreement.delaySeconds(), agreement.simulatedDelaySeconds());
    text.append(
        format(
            "\nOf that the engine's own, in ms: %.0f until the first poll, %.0f a retry later than"
                + " asked, %.0f from the last poll until the workflow knew.\n",
            1e3 * agreement.firstPollSeconds(),
            1e3 * agreement.retryLateSeconds(),
            1e3 * agreement.toldSeconds()));
  }

  private static void compared(
      StringBuilder text, String title, double measured, double simulated) {
    text.append(
        format("| %s | %.2f | %.2f | %.3f |\n", title, measured, simulated, measured / simulated));
  }

  private void throughput(StringBuilder text) {
    Rate least = rates.get(0);
    text.append(
        "\n| jobs that have ended | jobs | jobs a second | ratio | Actions a job | events a job |"
            + " worker CPU a job, ms |\n|---|---:|---:|---:|---:|---:|---:|\n");
    for (Rate rate : rates) {
      text.append(
          format(
              "| %s | %,d | %,.0f | %.1f | %.3f | %.3f | %.2f |\n",
              rate.contender().title(),
              rate.jobs(),
              rate.perSecond(),
              rate.perSecond() / least.perSecond(),
              rate.actions(),
              rate.events(),
              rate.workerCpuMillis()));
    }
  }

  DotPlot plot() {
    Row single = of(List.of(Contender.SINGLE)).get(0);
    return new DotPlot(
        "A wait's cost, over that of our single one",
        Column.ALL.stream().map(Column::title).toList(),
        rows.stream()
            .map(
                row ->
                    new DotPlot.Series(
                        row.contender().title(),
                        Column.ALL.stream().map(it -> it.ratio(row, single)).toList()))
            .toList());
  }

  private List<Row> of(List<Contender> contenders) {
    return rows.stream().filter(it -> contenders.contains(it.contender())).toList();
  }

  private static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
