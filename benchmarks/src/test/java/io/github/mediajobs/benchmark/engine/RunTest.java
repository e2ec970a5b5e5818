package io.github.mediajobs.benchmark.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The measurement runs on a real server, however shortly, so that it does not rot. */
@Timeout(120)
class RunTest {
  private static final Effort LEAST = new Effort(2, 0.01, 10, Duration.ofSeconds(1), 2, 1, 2, 2, 3);

  @Test
  void everyFigureIsThere() throws Exception {
    try (Stage stage = stage()) {
      Report report =
          Run.measured(
              stage,
              LEAST,
              List.of(List.of(Contender.SINGLE, Contender.MANY)),
              List.of(Contender.INFREQUENT));

      assertThat(report.rows()).extracting(Row::waits).containsExactly(2, 2);
      assertThat(report.rows())
          .allSatisfy(
              row -> {
                assertThat(row.actions()).isBetween(1.0, 4.0);
                assertThat(row.calls()).isBetween(1.0, 3.0);
                assertThat(row.delaySeconds()).isPositive();
                assertThat(row.cpuMillis()).isPositive();
                assertThat(row.heapBytes()).isPositive();
              });
      assertThat(report.agreement().polls()).isEqualTo(report.rows().get(0).calls());
      assertThat(report.rates().get(0).actions()).isEqualTo(2);
      assertThat(report.rates().get(0).events()).isEqualTo(11);
      assertThat(report.markdown()).contains("| single |", "| many |", "| infrequent | 2 |");
      assertThat(report.plot().svg()).startsWith("<svg").contains("API calls", "many");
      assertThat(report.json().path("rows")).hasSize(2);
    }
  }

  private static Stage stage() throws Exception {
    try {
      return Stage.open();
    } catch (RuntimeException e) {
      if (!Boolean.parseBoolean(System.getenv("MEDIAJOBS_REQUIRE_DEV_SERVER"))) {
        Assumptions.abort("no Temporal dev server: " + e.getMessage());
      }
      throw e;
    }
  }
}
