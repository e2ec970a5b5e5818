package io.github.mediajobs.benchmark.report;

import java.util.List;
import java.util.Locale;

/**
 * Figures over time, a line each, on a common linear scale from zero.
 *
 * @param title over the plot
 * @param unit of the time axis
 * @param series lines with a value for each unit of time, the first at zero
 */
public record LinePlot(String title, String unit, List<Series> series) {
  private static final int LEFT = 70;
  private static final int TOP = 50;
  private static final int WIDTH = 820;
  private static final int HEIGHT = 340;
  private static final int TICKS = 5;
  private static final int MOST_POINTS = 410;
  private static final List<String> COLOURS = List.of("#0072b2", "#d55e00", "#009e73", "#cc79a7");

  /**
   * Copies what could be modified.
   *
   * @throws NullPointerException when a component is null
   */
  public LinePlot {
    series = List.copyOf(series);
  }

  /**
   * A line.
   *
   * @param name in the legend
   * @param values zero or more, one for each unit of time
   */
  public record Series(String name, List<Double> values) {
    public Series {
      values = List.copyOf(values);
    }
  }

  /**
   * Draws.
   *
   * @return an SVG document
   */
  public String svg() {
    int longest = series.stream().mapToInt(it -> it.values().size()).max().orElse(1);
    double most =
        series.stream().flatMap(it -> it.values().stream()).mapToDouble(it -> it).max().orElse(1);
    double width = tick(longest);
    double height = tick(most);
    StringBuilder svg = new StringBuilder(1 << 15);
    svg.append(
        format(
            "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 %d %d' font-family='sans-serif'"
                + " font-size='12'>%n<rect width='100%%' height='100%%' fill='#fff'/>%n"
                + "<text x='%d' y='24' font-size='16'>%s</text>%n",
            LEFT + WIDTH + 40, TOP + HEIGHT + 80, LEFT, title));
    for (int i = 0; i * height <= most * 1.05; i++) {
      double y = TOP + HEIGHT * (1 - i * height / (most * 1.05));
      svg.append(
          format(
              "<line x1='%d' y1='%.1f' x2='%d' y2='%.1f' stroke='#ddd'/>"
                  + "<text x='%d' y='%.1f' text-anchor='end'>%,.0f</text>%n",
              LEFT, y, LEFT + WIDTH, y, LEFT - 8, y + 4, i * height));
    }
    for (int i = 0; i * width <= longest; i++) {
      double x = LEFT + WIDTH * i * width / longest;
      svg.append(
          format(
              "<text x='%.1f' y='%d' text-anchor='middle'>%,.0f</text>%n",
              x, TOP + HEIGHT + 18, i * width));
    }
    svg.append(format("<text x='%d' y='%d'>%s</text>%n", LEFT, TOP + HEIGHT + 38, unit));
    for (int i = 0; i < series.size(); i++) {
      draw(svg, i, longest, most * 1.05);
    }
    return svg.append(format("</svg>%n")).toString();
  }

  private void draw(StringBuilder svg, int index, int longest, double most) {
    List<Double> values = series.get(index).values();
    String colour = COLOURS.get(index % COLOURS.size());
    int step = 1 + values.size() / MOST_POINTS;
    svg.append("<polyline fill='none' stroke-width='1.5' stroke='").append(colour);
    svg.append("' points='");
    for (int at = 0; at < values.size(); at += step) {
      double x = LEFT + (double) WIDTH * at / longest;
      svg.append(format("%.1f,%.1f ", x, TOP + HEIGHT * (1 - values.get(at) / most)));
    }
    int x = LEFT + 80 + index * 250;
    svg.append(
        format(
            "'/>%n<rect x='%d' y='%d' width='14' height='4' fill='%s'/><text x='%d' y='%d'>%s"
                + "</text>%n",
            x, TOP + HEIGHT + 54, colour, x + 20, TOP + HEIGHT + 60, series.get(index).name()));
  }

  /** A fifth or so of a range, as a round number. */
  private static double tick(double range) {
    double rough = Math.max(range, 1e-9) / TICKS;
    double magnitude = Math.pow(10, Math.floor(Math.log10(rough)));
    double digits = rough / magnitude;
    return magnitude * (digits < 1.5 ? 1 : digits < 3.5 ? 2 : digits < 7.5 ? 5 : 10);
  }

  private static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
