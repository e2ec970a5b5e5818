package io.github.mediajobs.benchmark.frontier;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.VectorGraphicsEncoder;
import org.knowm.xchart.VectorGraphicsEncoder.VectorGraphicsFormat;
import org.knowm.xchart.style.CategoryStyler;
import org.knowm.xchart.style.Styler;

/** The delay of each contender over the least one, case by case. */
record Plot(CategoryChart chart) {
  private static final double MOST_SHOWN = 20;

  static Plot of(List<Row> rows) {
    CategoryChart chart =
        new CategoryChartBuilder()
            .width(1_400)
            .height(640)
            .title(
                "Delay over the least possible at as many polls (shorter is better; 1 is the least)")
            .yAxisTitle("delay / least delay")
            .build();
    CategoryStyler styler = chart.getStyler();
    styler.setYAxisLogarithmic(true);
    styler.setYAxisMin(0.01);
    styler.setXAxisLabelRotation(60);
    styler.setLegendPosition(Styler.LegendPosition.OutsideE);
    styler.setDefaultSeriesRenderStyle(
        org.knowm.xchart.CategorySeries.CategorySeriesRenderStyle.Scatter);
    List<String> truths = rows.stream().map(Row::truth).distinct().toList();
    for (Contender contender : Contender.all()) {
      List<Double> delays =
          rows.stream()
              .filter(it -> it.contender().equals(contender.name()))
              .map(it -> Math.min(MOST_SHOWN, it.delayOverOptimum()))
              .toList();
      chart.addSeries(contender.name(), truths, delays);
    }
    return new Plot(chart);
  }

  void write(Path file) throws IOException {
    String name = file.toString().replaceFirst("\\.svg$", "");
    VectorGraphicsEncoder.saveVectorGraphic(chart, name, VectorGraphicsFormat.SVG);
  }
}
