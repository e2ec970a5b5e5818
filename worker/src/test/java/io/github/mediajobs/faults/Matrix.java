package io.github.mediajobs.faults;

import io.github.mediajobs.operation.Catalogue;
import io.github.mediajobs.operation.JobOperation;
import java.util.List;
import java.util.stream.Stream;

/** All faults, and all operations that they hit. */
public final class Matrix {
  private static final List<FaultRow> ROWS =
      Stream.of(
              CodeRows.rows(),
              ThrottlingRows.rows(),
              StatusRows.rows(),
              AnswerRows.rows(),
              FieldRows.rows(),
              EncodingRows.rows(),
              SizeRows.rows(),
              DeliveryRows.rows(),
              RedirectRows.rows(),
              ConnectionRows.rows(),
              SigningRows.rows())
          .flatMap(rows -> rows)
          .toList();

  private Matrix() {}

  static List<FaultRow> rows() {
    return ROWS;
  }

  static List<JobOperation<?>> operations() {
    return Catalogue.standard().operations();
  }

  /** Every row for every operation that can have its fault. */
  static List<Cell> cells(Elsewhere elsewhere) {
    return rows().stream()
        .flatMap(row -> operations().stream().map(it -> new Cell(row, it, elsewhere)))
        .filter(Cell::exists)
        .toList();
  }

  /** The error Codes that have a row. */
  public static List<String> codes() {
    return CodeRows.codes().toList();
  }
}
