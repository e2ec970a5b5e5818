package io.github.mediajobs.cli.plan;

import io.github.mediajobs.cli.text.Table;
import io.github.mediajobs.planning.PeerSchedule;
import io.github.mediajobs.planning.ScheduleCost;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;

/** A plan as people read it. */
public final class PlanReport {
  private static final int SHOWN_POLLS = 12;

  /** Of fewer jobs the costs are those of what is assumed, whose tail has no end. */
  private static final int ENOUGH = 15;

  private PlanReport() {}

  /**
   * The report.
   *
   * @param planned the plan
   * @return what the estimate is, when it polls, and what that costs beside others where at least
   *     15 past jobs tell
   */
  public static List<String> lines(PlannedPolls planned) {
    List<String> lines = new ArrayList<>();
    lines.add(estimate(planned));
    lines.add(polls(planned.times()));
    if (planned.past().size() >= ENOUGH) {
      lines.add("");
      lines.addAll(new Table(costs(planned)).linesUnderHeader());
    }
    return lines;
  }

  private static String estimate(PlannedPolls planned) {
    String half =
        "half end within %s, nine of ten within %s"
            .formatted(
                seconds(planned.estimate().outlasting(0.5)),
                seconds(planned.estimate().outlasting(0.1)));
    return planned.past().isEmpty()
        ? "%s: no past job; assumed: %s".formatted(planned.name(), half)
        : "%s: %d past jobs; %s".formatted(planned.name(), planned.past().size(), half);
  }

  private static String polls(List<Double> times) {
    String shown =
        times.stream()
            .limit(SHOWN_POLLS)
            .map(PlanReport::seconds)
            .collect(Collectors.joining(", "));
    return "polls after %s%s".formatted(shown, times.size() > SHOWN_POLLS ? ", ..." : "");
  }

  private record Row(String name, ScheduleCost cost) {}

  private static List<List<String>> costs(PlannedPolls planned) {
    List<Row> rows = new ArrayList<>();
    rows.add(new Row("planned", ScheduleCost.of(planned.plan()::after, planned.estimate())));
    for (PeerSchedule peer : PeerSchedule.values()) {
      rows.add(new Row(peer.title(), peer.cost(planned.estimate(), new Random(1))));
    }
    rows.sort(Comparator.comparingDouble(it -> it.cost().total(planned.secondsPerPoll())));
    List<List<String>> cells = new ArrayList<>();
    cells.add(
        List.of(
            "schedule",
            "polls",
            "delay",
            "cost at %s a poll".formatted(seconds(planned.secondsPerPoll()))));
    for (Row row : rows) {
      cells.add(
          List.of(
              row.name(),
              "%.1f".formatted(row.cost().polls()),
              seconds(row.cost().delaySeconds()),
              seconds(row.cost().total(planned.secondsPerPoll()))));
    }
    return cells;
  }

  static String seconds(double seconds) {
    return seconds < 100 && seconds != Math.rint(seconds)
        ? String.format(Locale.ROOT, "%.1f s", seconds)
        : String.format(Locale.ROOT, "%.0f s", seconds);
  }
}
