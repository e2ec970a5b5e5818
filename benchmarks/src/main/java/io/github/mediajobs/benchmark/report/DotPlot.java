package io.github.mediajobs.benchmark.report;

import java.util.List;
import java.util.Locale;

/**
 * Figures of several contenders in several cases: a line for each case, a dot for each contender,
 * on a logarithmic scale.
 *
 * @param title over the plot
 * @param cases from top to bottom
 * @param series a contender each
 */
public record DotPlot(String title, List<String> cases, List<Series> series) {
  private static final int LEFT = 300;
  private static final int WIDTH = 620;
  private static final int LEGEND = 300;
  private static final int TOP = 64;
  private static final int ROW = 22;
  private static final int HEIGHT_OF_LEGEND = 20;
  private static final List<String> COLOURS =
      List.of(
          "#0072b2", "#009e73", "#d55e00", "#cc79a7", "#999999", "#777777", "#555555", "#333333",
          "#e69f00", "#f0c000", "#56b4e9", "#8b4513", "#b22222");

  /**
   * Copies what could be modified.
   *
   * @throws NullPointerException when a component is null
   */
  public DotPlot {
    cases = List.copyOf(cases);
    series = List.copyOf(series);
  }

  /**
   * A contender.
   *
   * @param name in the legend
   * @param values above zero, one for each case
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
    double least = values().min().orElse(1) / 1.2;
    double most = values().max().orElse(1) * 1.2;
    int height = Math.max(cases.size() * ROW, series.size() * HEIGHT_OF_LEGEND) + TOP + 24;
    StringBuilder svg = new StringBuilder(1 << 16);
    svg.append(
        format(
            "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 %d %d' font-family='sans-serif'"
                + " font-size='12'>%n<rect width='100%%' height='100%%' fill='white'/>%n"
                + "<text x='%d' y='24' font-size='16'>%s</text>%n",
            LEFT + WIDTH + LEGEND, height, LEFT, title));
    for (double tick : new double[] {0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50}) {
      if (tick > least && tick < most) {
        double x = x(tick, least, most);
        svg.append(
            format(
                "<line x1='%.1f' y1='%d' x2='%.1f' y2='%d' stroke='%s'/>"
                    + "<text x='%.1f' y='%d' text-anchor='middle'>%s</text>%n",
                x,
                TOP - 10,
                x,
                TOP + cases.size() * ROW,
                tick == 1 ? "#000" : "#ddd",
                x,
                TOP - 16,
                tick < 1 ? Double.toString(tick) : Integer.toString((int) tick)));
      }
    }
    for (int i = 0; i < cases.size(); i++) {
      double y = TOP + ROW * (i + 0.5);
      svg.append(
          format(
              "<text x='%d' y='%.1f' text-anchor='end'>%s</text>"
                  + "<line x1='%d' y1='%.1f' x2='%d' y2='%.1f' stroke='#eee'/>%n",
              LEFT - 10, y + 4, cases.get(i), LEFT, y, LEFT + WIDTH, y));
    }
    for (int i = 0; i < series.size(); i++) {
      draw(svg, i, least, most);
    }
    return svg.append(format("</svg>%n")).toString();
  }

  private void draw(StringBuilder svg, int index, double least, double most) {
    String colour = COLOURS.get(index % COLOURS.size());
    Series one = series.get(index);
    for (int i = 0; i < one.values().size(); i++) {
      svg.append(
          format(
              "<circle cx='%.1f' cy='%.1f' r='4.5' fill='%s' fill-opacity='0.8'/>%n",
              x(one.values().get(i), least, most), TOP + ROW * (i + 0.5), colour));
    }
    int y = TOP + HEIGHT_OF_LEGEND * index;
    svg.append(
        format(
            "<circle cx='%d' cy='%d' r='4.5' fill='%s'/><text x='%d' y='%d'>%s</text>%n",
            LEFT + WIDTH + 24, y, colour, LEFT + WIDTH + 36, y + 4, one.name()));
  }

  private java.util.stream.DoubleStream values() {
    return series.stream().flatMap(it -> it.values().stream()).mapToDouble(it -> it);
  }

  private static double x(double value, double least, double most) {
    return LEFT + WIDTH * Math.log(value / least) / Math.log(most / least);
  }

  private static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
