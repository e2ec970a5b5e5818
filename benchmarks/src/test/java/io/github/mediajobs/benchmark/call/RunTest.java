package io.github.mediajobs.benchmark.call;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Every benchmark runs, however shortly, so that none rots. */
@Timeout(120)
class RunTest {
  private static final Effort LEAST =
      new Effort(1, 0, 1, TimeValue.milliseconds(1), VerboseMode.SILENT);

  @Test
  void everyCaseGivesEveryFigureOfBothClients() throws Exception {
    Report report = Run.measured(LEAST);

    JsonNode reads = report.json().path("reads");
    assertThat(reads).hasSize(Case.all().size() / 2 * Figure.values().length);
    assertThat(reads)
        .allSatisfy(
            read -> {
              assertThat(read.path("ours").path("mean").isNumber()).isTrue();
              assertThat(read.path("official").path("mean").isNumber()).isTrue();
            });
    assertThat(report.json().path("jmh")).hasSameSizeAs(Case.all());
    assertThat(report.markdown()).contains("GetPackageJob | 64 | connections | ");
  }
}
