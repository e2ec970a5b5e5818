package io.github.mediajobs.judges;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mediajobs.operation.Catalogue;
import io.github.mediajobs.operation.JobOperation;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Our records name the fields of the official response types, all of them and no others. */
@ExtendWith(OfficialExtension.class)
class FieldsTest {
  /** What stands in our records for a type of theirs: a decimal loses nothing. */
  private static final Map<String, String> TYPES =
      Map.of(
          "java.lang.String", "java.lang.String",
          "java.lang.Integer", "java.lang.Integer",
          "java.lang.Float", "java.math.BigDecimal");

  static List<JobOperation<?>> operations() {
    return Catalogue.standard().operations();
  }

  @ParameterizedTest
  @MethodSource("operations")
  void aRecordHasTheFieldsOfTheOfficialType(JobOperation<?> operation, Official official) {
    SortedMap<String, String> ours = ours(operation);
    ours.keySet().removeAll(KnownDifference.fields(operation));
    assertThat(ours).isEqualTo(official(operation, official)).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("operations")
  void aKnownDifferenceStillIsOne(JobOperation<?> operation, Official official) {
    Set<String> onlyOurs = new TreeSet<>(ours(operation).keySet());
    onlyOurs.removeAll(official(operation, official).keySet());
    assertThat(onlyOurs).isEqualTo(KnownDifference.fields(operation));
  }

  @Test
  void everyKnownDifferenceBelongsToAnOperation() {
    assertThat(operations().stream().map(JobOperation::action))
        .containsAll(
            KnownDifference.ALL.stream().map(KnownDifference::action).collect(Collectors.toSet()));
  }

  private static SortedMap<String, String> ours(JobOperation<?> operation) {
    SortedMap<String, String> fields = new TreeMap<>();
    addOurs(fields, "", operation.record());
    return fields;
  }

  private static void addOurs(SortedMap<String, String> fields, String pointer, Type type) {
    if (RecordFields.isRecord(type)) {
      RecordFields.of((Class<?>) type)
          .forEach(field -> addOurs(fields, pointer + "/" + field.name(), field.type()));
    } else if (RecordFields.isList(type)) {
      addOurs(fields, pointer + "/*", RecordFields.element(type));
    } else {
      fields.put(pointer, type.getTypeName());
    }
  }

  private static SortedMap<String, String> official(JobOperation<?> operation, Official official) {
    Map<String, ?> response = official.fields().apply(operation.action());
    SortedMap<String, String> fields = new TreeMap<>();
    assertThat(response.get("RequestId")).isEqualTo("java.lang.String");
    if (operation.job().matches()) {
      addOfficial(fields, "", response);
      fields.remove("/RequestId");
    } else {
      assertThat(response).hasSize(2);
      addOfficial(fields, "", response.get(operation.job().getMatchingProperty()));
    }
    return fields;
  }

  private static void addOfficial(SortedMap<String, String> fields, String pointer, Object type) {
    if (type instanceof Map<?, ?> object) {
      object.forEach((name, value) -> addOfficial(fields, pointer + "/" + name, value));
    } else if (type instanceof List<?> list) {
      addOfficial(fields, pointer + "/*", list.get(0));
    } else {
      fields.put(pointer, TYPES.getOrDefault(type, "unknown: " + type));
    }
  }
}
