package io.github.mediajobs.faults;

import static io.github.mediajobs.failure.FailureType.JOB_PENDING;
import static io.github.mediajobs.failure.FailureType.MALFORMED_RESPONSE;
import static io.github.mediajobs.faults.Expected.retried;
import static io.github.mediajobs.faults.FaultRow.Family.FIELDS;
import static io.github.mediajobs.faults.FaultRow.RequestId.GIVEN;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mediajobs.emulator.fault.Fault;
import io.github.mediajobs.json.Json;
import io.github.mediajobs.operation.JobOperation;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Every field of every record, but the id, with every kind of value in turn: one answer of a job at
 * work for each field. A value that is taken shows in a poll that finds the job at work.
 */
final class FieldRows {
  private static final Expected TAKEN = retried(JOB_PENDING);
  private static final Expected MALFORMED = retried(MALFORMED_RESPONSE);

  private static final Map<String, Expected> TEXT =
      table(
          "6", TAKEN, "6.50", TAKEN, "true", TAKEN, "null", TAKEN, "{}", MALFORMED, "[]",
          MALFORMED);
  private static final Map<String, Expected> INTEGER =
      table(
          "\"6\"",
          TAKEN,
          "6.0",
          TAKEN,
          "null",
          TAKEN,
          "\"\"",
          TAKEN,
          "\"six\"",
          MALFORMED,
          "99999999999",
          MALFORMED,
          "true",
          MALFORMED,
          "{}",
          MALFORMED,
          "[]",
          MALFORMED);
  private static final Map<String, Expected> DECIMAL =
      table(
          "\"6.5\"", TAKEN, "6", TAKEN, "1e400", TAKEN, "null", TAKEN, "\"six\"", MALFORMED, "true",
          MALFORMED, "{}", MALFORMED, "[]", MALFORMED);
  private static final Map<String, Expected> OBJECT =
      table(
          "null", TAKEN, "6", MALFORMED, "\"six\"", MALFORMED, "true", MALFORMED, "[]", MALFORMED);
  private static final Map<String, Expected> LIST =
      table(
          "null", TAKEN, "6", MALFORMED, "\"six\"", MALFORMED, "true", MALFORMED, "{}", MALFORMED);

  private FieldRows() {}

  static Stream<FaultRow> rows() {
    return Stream.of(
            rows("text", type -> type == String.class, TEXT),
            rows("an integer", type -> type == Integer.class, INTEGER),
            rows("a decimal", type -> type == BigDecimal.class, DECIMAL),
            rows("an object", Class::isRecord, OBJECT),
            rows("a list", type -> type == List.class, LIST))
        .flatMap(rows -> rows);
  }

  private static Stream<FaultRow> rows(
      String name, Predicate<Class<?>> type, Map<String, Expected> table) {
    return table.keySet().stream()
        .map(
            value ->
                FaultRow.of(
                        FIELDS,
                        "another value for " + name,
                        table.get(value),
                        cell ->
                            fields(cell.operation(), type)
                                .map(field -> answer(cell, field, value))
                                .toList())
                    .sent(value)
                    .with(GIVEN));
  }

  private static Fault answer(Cell cell, String field, String value) {
    ObjectNode job = Answers.pending(cell);
    job.set(field, Json.embedded(value).orElseThrow());
    return Answers.ok(Answers.around(cell, job));
  }

  /** The fields of a type in the API's names. */
  private static Stream<String> fields(JobOperation<?> operation, Predicate<Class<?>> type) {
    return Arrays.stream(operation.record().getRecordComponents())
        .filter(field -> type.test(field.getType()))
        .map(FieldRows::name)
        .filter(name -> !name.equals(operation.idField()));
  }

  private static String name(RecordComponent field) {
    return field.getAccessor().getAnnotation(JsonProperty.class).value();
  }

  private static Map<String, Expected> table(Object... pairs) {
    Map<String, Expected> table = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      table.put((String) pairs[i], (Expected) pairs[i + 1]);
    }
    return table;
  }
}
