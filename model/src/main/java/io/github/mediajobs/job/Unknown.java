package io.github.mediajobs.job;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Fields that a record does not name, in the order in which they came. */
final class Unknown {
  private Unknown() {}

  static Map<String, JsonNode> copy(Map<String, JsonNode> fields) {
    return fields == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(fields));
  }
}
