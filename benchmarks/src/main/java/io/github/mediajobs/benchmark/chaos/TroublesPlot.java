package io.github.mediajobs.benchmark.chaos;

import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

/**
 * A run over time: what goes wrong with which part, and above it how many jobs have ended and of
 * how many that is known. What lies between the two curves is the delay.
 *
 * @param seed of the plan
 * @param spells what goes wrong
 * @param ended when each job had ended, in seconds since the start
 * @param known when the run of each knew, in seconds since the start
 */
record TroublesPlot(long seed, List<Spell> spells, List<Double> ended, List<Double> known) {
  private static final int LEFT = 150;
  private static final int WIDTH = 820;
  private static final int TOP = 56;
  private static final int CURVES = 240;
  private static final int LANES = TOP + CURVES + 40;
  private static final int ROW = 20;
  private static final int TICK = 30;
  private static final String ENDED = "#0072b2";
  private static final String KNOWN = "#d55e00";

  TroublesPlot {
    spells = List.copyOf(spells);
    ended = ended.stream().sorted().toList();
    known = known.stream().sorted().toList();
  }

  String svg() {
    List<String> lanes = spells.stream().map(Spell::lane).distinct().sorted().toList();
    double longest = Math.ceil(seconds().max().orElse(1) / TICK) * TICK;
    int bottom = LANES + lanes.size() * ROW;
    StringBuilder svg = new StringBuilder(1 << 16);
    svg.append(
        format(
            "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 %d %d' font-family='sans-serif'"
                + " font-size='12'>%n<rect width='100%%' height='100%%' fill='#fff'/>%n"
                + "<text x='%d' y='22' font-size='16'>%,d jobs while everything breaks, seed %d"
                + "</text>%n<text x='%d' y='42' fill='%s'>have ended</text>"
                + "<text x='%d' y='42' fill='%s'>are known to have ended</text>%n",
            LEFT + WIDTH + 30,
            bottom + 44,
            LEFT,
            ended.size(),
            seed,
            LEFT,
            ENDED,
            LEFT + 100,
            KNOWN));
    for (int tick = 0; tick <= longest; tick += TICK) {
      double x = x(tick, longest);
      svg.append(
          format(
              "<line x1='%.1f' y1='%d' x2='%.1f' y2='%d' stroke='#eee'/>"
                  + "<text x='%.1f' y='%d' text-anchor='middle'>%d</text>%n",
              x, TOP, x, bottom, x, bottom + 16, tick));
    }
    svg.append(format("<text x='%d' y='%d'>seconds</text>%n", LEFT, bottom + 36));
    curve(svg, ended, ENDED, longest);
    curve(svg, known, KNOWN, longest);
    for (int lane = 0; lane < lanes.size(); lane++) {
      svg.append(
          format(
              "<text x='%d' y='%d' text-anchor='end'>%s</text>%n",
              LEFT - 10, LANES + lane * ROW + 14, lanes.get(lane)));
    }
    spells.forEach(it -> bar(svg, it, LANES + lanes.indexOf(it.lane()) * ROW, longest));
    return svg.append(format("</svg>%n")).toString();
  }

  private void curve(StringBuilder svg, List<Double> times, String colour, double longest) {
    svg.append(format("<polyline fill='none' stroke-width='2' stroke='%s' points='", colour));
    svg.append(format("%d,%d ", LEFT, TOP + CURVES));
    for (int i = 0; i < times.size(); i++) {
      double y = TOP + CURVES * (1 - (i + 1.0) / ended.size());
      svg.append(format("%.1f,%.1f ", x(times.get(i), longest), y));
    }
    svg.append(format("'/>%n"));
  }

  /** Red where the part is gone for a while. */
  private static void bar(StringBuilder svg, Spell spell, int y, double longest) {
    double from = x(spell.from().toMillis() / 1e3, longest);
    double until = x(spell.until().toMillis() / 1e3, longest);
    svg.append(
        format(
            "<rect x='%.1f' y='%d' width='%.1f' height='%d' fill='%s'><title>%s</title></rect>%n",
            from,
            y + 3,
            Math.max(1, until - from),
            ROW - 6,
            spell.trouble().matches(".*(killed|cut|stalled|paused).*") ? "#b22222" : "#e69f00",
            spell.line().strip()));
  }

  private DoubleStream seconds() {
    return DoubleStream.concat(
        DoubleStream.concat(
            ended.stream().mapToDouble(it -> it), known.stream().mapToDouble(it -> it)),
        spells.stream().mapToDouble(it -> it.until().toMillis() / 1e3));
  }

  private static double x(double seconds, double longest) {
    return LEFT + WIDTH * seconds / longest;
  }

  private static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
