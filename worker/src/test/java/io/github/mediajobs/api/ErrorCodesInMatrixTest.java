package io.github.mediajobs.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mediajobs.faults.Matrix;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Stands in this package to see the table of {@link ErrorCodes}. */
class ErrorCodesInMatrixTest {
  static Stream<Pattern> patterns() {
    return ErrorCodes.patterns();
  }

  @ParameterizedTest
  @MethodSource("patterns")
  void everyEntryOfTheTableHasARowThatItDecides(Pattern pattern) {
    assertThat(Matrix.codes()).anyMatch(code -> decides(code).equals(pattern.pattern()));
  }

  private static String decides(String code) {
    return ErrorCodes.patterns()
        .filter(pattern -> pattern.matcher(code).matches())
        .findFirst()
        .map(Pattern::pattern)
        .orElseThrow();
  }
}
