package io.github.mediajobs.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class MatrixReportTest {
  private static final Path PAGE = Path.of("../docs/fault-matrix.md");
  private static final String WRITE = "mediajobs.writeFaultMatrix";

  @Test
  void isThePageThatIsKept() throws IOException {
    String report;
    try (Elsewhere elsewhere = new Elsewhere()) {
      report = MatrixReport.of(Matrix.cells(elsewhere));
    }
    if (Boolean.getBoolean(WRITE)) {
      Files.writeString(PAGE, report);
    }
    assertThat(PAGE)
        .as("write it with: mvn -pl worker test -Dtest=MatrixReportTest -D%s=true", WRITE)
        .content()
        .isEqualTo(report);
  }
}
