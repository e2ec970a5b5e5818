package io.github.mediajobs.judges;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mediajobs.emulator.job.JobScript;
import io.github.mediajobs.emulator.job.Phase;
import io.github.mediajobs.json.Json;
import io.github.mediajobs.operation.JobOperation;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** A job with every field that its record documents, each with a value of its own. */
final class FullJob {
  private final AtomicInteger values = new AtomicInteger();

  private FullJob() {}

  static ObjectNode of(JobOperation<?> operation) {
    return (ObjectNode) Json.tree(new FullJob().fields(operation.record()));
  }

  /** A job of the emulator's that is what the tree says. */
  static JobScript script(JobOperation<?> operation, ObjectNode job) {
    JobScript script =
        JobScript.of(
            operation,
            job.path(operation.idField()).asText(),
            Phase.at(Duration.ZERO, job.path(operation.statusField()).asText()));
    for (Map.Entry<String, JsonNode> field : job.properties()) {
      script = script.with(field.getKey(), field.getValue());
    }
    return script;
  }

  private Map<String, Object> fields(Class<?> record) {
    Map<String, Object> fields = new LinkedHashMap<>();
    RecordFields.of(record)
        .forEach(field -> fields.put(field.name(), value(field.name(), field.type())));
    return fields;
  }

  private Object value(String name, Type type) {
    if (RecordFields.isRecord(type)) {
      return fields((Class<?>) type);
    }
    if (RecordFields.isList(type)) {
      Type element = RecordFields.element(type);
      return List.of(value(name, element), value(name, element));
    }
    int number = values.incrementAndGet();
    if (type == Integer.class) {
      return number;
    }
    if (type == BigDecimal.class) {
      return new BigDecimal(number + ".25");
    }
    if (type == String.class) {
      return "%s %d: \"\u4f5c\u4e1a\" \\ / <b>&amp;</b> \ud83c\udfac\n".formatted(name, number);
    }
    throw new AssertionError(name + " has a type that no value is known of: " + type);
  }
}
