package io.github.mediajobs.judges;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.SortedMap;
import java.util.TreeMap;

/** A JSON tree as its values by their JSON pointers, so that two trees compare field by field. */
final class Leaves {
  private Leaves() {}

  /** The values that are there: null counts as absent, numbers are equal by value. */
  static SortedMap<String, Object> of(JsonNode tree) {
    SortedMap<String, Object> leaves = new TreeMap<>();
    add(leaves, "", tree);
    return leaves;
  }

  private static void add(SortedMap<String, Object> leaves, String pointer, JsonNode node) {
    if (node instanceof ObjectNode object) {
      object.properties().forEach(it -> add(leaves, pointer + "/" + it.getKey(), it.getValue()));
    } else if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        add(leaves, pointer + "/" + i, node.get(i));
      }
    } else if (!node.isNull()) {
      leaves.put(
          pointer,
          node.isNumber() ? new BigDecimal(node.asText()).stripTrailingZeros() : node.asText());
    }
  }
}
