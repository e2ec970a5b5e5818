package io.github.mediajobs.job;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Fields that a record does not name, in the order in which they came. */
final class Unknown {
  /** By the component's own name, Jackson would take an API's field of that name for the map. */
  static final String NAME = "\0unknown";

  private Unknown() {}

  static Map<String, JsonNode> copy(Map<String, JsonNode> fields) {
    return fields == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(fields));
  }
}
