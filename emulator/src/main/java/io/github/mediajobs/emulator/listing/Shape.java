package io.github.mediajobs.emulator.listing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The fields that stand in a list's item; arrays are of the shape of their elements.
 *
 * @param fields the shape of each field by its name; none for a value of any kind
 */
record Shape(Map<String, Shape> fields) {
  /** Reads paths such as {@code Input/Media}. */
  static Shape of(String... paths) {
    Shape shape = new Shape(new LinkedHashMap<>());
    for (String path : paths) {
      Shape at = shape;
      for (String name : path.split("/", -1)) {
        at = at.fields.computeIfAbsent(name, each -> new Shape(new LinkedHashMap<>()));
      }
    }
    return shape;
  }

  /** Leaves out what has no place in the shape. */
  JsonNode cut(JsonNode node) {
    if (fields.isEmpty()) {
      return node;
    }
    if (node instanceof ArrayNode array) {
      ArrayNode cut = array.arrayNode();
      array.forEach(element -> cut.add(cut(element)));
      return cut;
    }
    if (node instanceof ObjectNode object) {
      ObjectNode cut = object.objectNode();
      object
          .properties()
          .forEach(
              field -> {
                if (fields.containsKey(field.getKey())) {
                  cut.set(field.getKey(), fields.get(field.getKey()).cut(field.getValue()));
                }
              });
      return cut;
    }
    return node;
  }
}
