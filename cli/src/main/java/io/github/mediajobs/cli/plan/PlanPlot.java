package io.github.mediajobs.cli.plan;

import java.util.Locale;

/** A plan as a picture: how many jobs are still going, the past durations, and the polls. */
public final class PlanPlot {
  private static final int WIDTH = 760;
  private static final int HEIGHT = 320;
  private static final int LEFT = 56;
  private static final int RIGHT = 20;
  private static final int TOP = 48;
  private static final int BOTTOM = 56;
  private static final int POINTS = 300;
  private static final double SHOWN_UNTIL = 0.005;

  private PlanPlot() {}

  /**
   * Draws.
   *
   * @param planned the plan
   * @return an SVG document
   */
  public static String svg(PlannedPolls planned) {
    double end = planned.estimate().outlasting(SHOWN_UNTIL);
    StringBuilder svg = new StringBuilder();
    svg.append(
        format(
            "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 %d %d' font-family='sans-serif'"
                + " font-size='12'>%n<rect width='100%%' height='100%%' fill='white'/>%n",
            WIDTH, HEIGHT));
    svg.append(
        format(
            "<text x='%d' y='22' font-size='15'>%s: polls where they cost least, %d past jobs,"
                + " %s a poll</text>%n",
            LEFT,
            planned.name().replace("&", "&amp;").replace("<", "&lt;"),
            planned.past().size(),
            PlanReport.seconds(planned.secondsPerPoll())));
    axes(svg, end);
    for (double time : planned.times()) {
      if (time <= end) {
        double y = y(planned.estimate().surviving(time));
        svg.append(
            format(
                "<line x1='%.1f' y1='%.1f' x2='%.1f' y2='%d' stroke='#d55e00'/>"
                    + "<circle cx='%.1f' cy='%.1f' r='3.5' fill='#d55e00'/>%n",
                x(time, end), y, x(time, end), HEIGHT - BOTTOM, x(time, end), y));
      }
    }
    svg.append("<polyline fill='none' stroke='#0072b2' stroke-width='2' points='");
    for (int i = 0; i <= POINTS; i++) {
      double time = end * i / POINTS;
      svg.append(format("%.1f,%.1f ", x(time, end), y(planned.estimate().surviving(time))));
    }
    svg.append(format("'/>%n"));
    planned.past().stream()
        .filter(it -> it.seconds() <= end)
        .forEach(
            it ->
                svg.append(
                    format(
                        "<line x1='%.1f' y1='%d' x2='%.1f' y2='%d' stroke='#0072b2'"
                            + " stroke-opacity='0.5'/>%n",
                        x(it.seconds(), end),
                        HEIGHT - BOTTOM,
                        x(it.seconds(), end),
                        HEIGHT - BOTTOM + 8)));
    return svg.append(format("</svg>%n")).toString();
  }

  private static void axes(StringBuilder svg, double end) {
    for (int percent = 0; percent <= 100; percent += 25) {
      svg.append(
          format(
              "<line x1='%d' y1='%.1f' x2='%d' y2='%.1f' stroke='#ddd'/>"
                  + "<text x='%d' y='%.1f' text-anchor='end'>%d %%</text>%n",
              LEFT,
              y(percent / 100.0),
              WIDTH - RIGHT,
              y(percent / 100.0),
              LEFT - 6,
              y(percent / 100.0) + 4,
              percent));
    }
    for (int i = 0; i <= 5; i++) {
      double time = end * i / 5;
      svg.append(
          format(
              "<text x='%.1f' y='%d' text-anchor='middle'>%s</text>%n",
              x(time, end), HEIGHT - BOTTOM + 22, PlanReport.seconds(Math.rint(time))));
    }
    svg.append(
        format(
            "<text x='%d' y='%d' fill='#0072b2'>jobs still going; ticks: past durations</text>"
                + "<text x='%d' y='%d' fill='#d55e00'>polls</text>%n",
            LEFT, HEIGHT - 14, LEFT + 260, HEIGHT - 14));
  }

  private static double x(double time, double end) {
    return LEFT + (WIDTH - LEFT - RIGHT) * time / end;
  }

  private static double y(double share) {
    return HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * share;
  }

  private static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
