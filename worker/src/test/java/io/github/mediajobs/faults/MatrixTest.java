package io.github.mediajobs.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mediajobs.emulator.delivery.Cut;
import io.github.mediajobs.emulator.delivery.Delivery;
import io.github.mediajobs.emulator.delivery.Drip;
import io.github.mediajobs.emulator.fault.Fault;
import io.github.mediajobs.emulator.fault.Reply;
import io.github.mediajobs.failure.FailureType;
import io.github.mediajobs.operation.JobOperation;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Nothing that can go wrong is left out of the matrix. */
class MatrixTest {
  private static Elsewhere elsewhere;
  private static List<Cell> cells;
  private static List<Fault> faults;

  @BeforeAll
  static void cells() {
    elsewhere = new Elsewhere();
    cells = Matrix.cells(elsewhere);
    faults = cells.stream().flatMap(cell -> cell.row().faults().apply(cell).stream()).toList();
  }

  @AfterAll
  static void close() {
    elsewhere.close();
  }

  @Test
  void everyRowHasItsOwnName() {
    assertThat(Matrix.rows()).extracting(FaultRow::name).doesNotHaveDuplicates();
  }

  @Test
  void everyRowHitsAnOperation() {
    assertThat(cells).extracting(Cell::row).containsAll(Matrix.rows());
  }

  @Test
  void everyFamilyHitsEveryOperation() {
    for (FaultRow.Family family : FaultRow.Family.values()) {
      assertThat(cells)
          .as(family.title())
          .filteredOn(cell -> cell.row().family() == family)
          .extracting(Cell::operation)
          .containsAll(Matrix.operations());
    }
  }

  @Test
  void onlyFieldsAndWrappersAreLeftOutForOperationsThatHaveNone() {
    assertThat(Matrix.rows())
        .filteredOn(row -> operations(row).count() < Matrix.operations().size())
        .extracting(FaultRow::family)
        .containsOnly(FaultRow.Family.FIELDS, FaultRow.Family.ANSWERS);
  }

  private static Stream<JobOperation<?>> operations(FaultRow row) {
    return cells.stream().filter(cell -> cell.row().equals(row)).map(Cell::operation);
  }

  @Test
  void everySettingIsARow() {
    assertThat(Matrix.rows()).extracting(FaultRow::setting).contains(Setting.values());
  }

  @Test
  void everyKindOfExpectationIsARow() {
    assertThat(Matrix.rows())
        .extracting(row -> (Object) row.expected().getClass())
        .contains((Object[]) Expected.class.getPermittedSubclasses());
  }

  @Test
  void everyFailureTypeComesOfARow() {
    assertThat(Matrix.rows())
        .extracting(row -> row.expected().type().orElse(null))
        .contains(FailureType.values());
  }

  @Test
  void everyDeliveryOfTheEmulatorIsAFault() {
    assertThat(faults)
        .extracting(fault -> (Object) fault.delivery().getClass())
        .contains((Object[]) Delivery.class.getPermittedSubclasses());
    assertThat(deliveries(Cut.class)).extracting(Cut::at).contains(Cut.At.values());
    assertThat(deliveries(Drip.class)).extracting(Drip::part).contains(Drip.Part.values());
    assertThat(faults).anyMatch(fault -> !fault.delay().isZero());
  }

  private static <D extends Delivery> Stream<D> deliveries(Class<D> kind) {
    return faults.stream().map(Fault::delivery).filter(kind::isInstance).map(kind::cast);
  }

  @Test
  void everyReplyOfTheEmulatorIsAFault() {
    assertThat(faults)
        .extracting(fault -> (Object) fault.reply().getClass())
        .contains((Object[]) Reply.class.getPermittedSubclasses());
  }
}
