package io.github.mediajobs.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.mediajobs.failure.InvalidRequestException;
import io.github.mediajobs.json.Json;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Reads the fields of one JSON object from outside. Absent and null fields are null, unknown ones
 * are ignored, and a wrong type is an {@link InvalidRequestException} that names the field.
 */
final class Fields {
  private final JsonNode object;
  private final String path;

  private Fields(JsonNode object, String path) {
    this.object = object;
    this.path = path;
  }

  static Fields of(JsonNode input) {
    if (input == null || !input.isObject()) {
      throw wrong("input", "a JSON object", input);
    }
    return new Fields(input, "");
  }

  boolean has(String name) {
    return object.hasNonNull(name);
  }

  JsonNode raw(String name) {
    return object.get(name);
  }

  String text(String name) {
    return read(name, "a string", node -> node.isTextual() ? node.textValue() : null);
  }

  Integer integer(String name) {
    return read(
        name,
        "a whole number",
        node ->
            node.canConvertToInt() && node.isIntegralNumber() ? (Integer) node.intValue() : null);
  }

  Boolean bool(String name) {
    return read(
        name, "true or false", node -> node.isBoolean() ? (Boolean) node.booleanValue() : null);
  }

  Double decimal(String name) {
    return read(name, "a number", node -> node.isNumber() ? (Double) node.doubleValue() : null);
  }

  Duration duration(String name) {
    Duration duration =
        read(
            name,
            "an ISO-8601 duration such as \"PT6H\"",
            node -> node.isTextual() ? Duration.parse(node.textValue()) : null);
    return duration == null ? null : Limits.aboveZero(path + name, duration);
  }

  Instant instant(String name) {
    return read(
        name,
        "an ISO-8601 instant such as \"2026-01-02T03:04:05Z\"",
        node -> node.isTextual() ? Instant.parse(node.textValue()) : null);
  }

  List<String> texts(String name) {
    List<JsonNode> nodes = elements(name, "an array of strings");
    if (nodes == null) {
      return null;
    }
    List<String> texts = new ArrayList<>();
    for (JsonNode node : nodes) {
      if (!node.isTextual()) {
        throw wrong(path + name + "[" + texts.size() + "]", "a string", node);
      }
      texts.add(node.textValue());
    }
    return texts;
  }

  <T> T object(String name, Function<Fields, T> reader) {
    JsonNode node = read(name, "an object", each -> each.isObject() ? each : null);
    return node == null ? null : reader.apply(new Fields(node, path + name + "."));
  }

  <T> List<T> objects(String name, Function<Fields, T> reader) {
    List<JsonNode> nodes = elements(name, "an array of objects");
    if (nodes == null) {
      return null;
    }
    List<T> objects = new ArrayList<>();
    for (JsonNode node : nodes) {
      String at = path + name + "[" + objects.size() + "]";
      if (!node.isObject()) {
        throw wrong(at, "an object", node);
      }
      objects.add(reader.apply(new Fields(node, at + ".")));
    }
    return objects;
  }

  /** The whole object, where this library wrote it. */
  <T> T as(Class<T> type) {
    try {
      return Json.convert(object, type);
    } catch (JsonProcessingException e) {
      throw wrong("input", type.getSimpleName(), object);
    }
  }

  String path(String name) {
    return path + name;
  }

  private List<JsonNode> elements(String name, String expected) {
    JsonNode node = read(name, expected, each -> each.isArray() ? each : null);
    if (node == null) {
      return null;
    }
    List<JsonNode> nodes = new ArrayList<>();
    node.forEach(nodes::add);
    return nodes;
  }

  private <T> T read(String name, String expected, Function<JsonNode, T> reader) {
    JsonNode node = object.get(name);
    if (node == null || node.isNull()) {
      return null;
    }
    T value;
    try {
      value = reader.apply(node);
    } catch (DateTimeException e) {
      throw wrong(path + name, expected, node);
    }
    if (value == null) {
      throw wrong(path + name, expected, node);
    }
    return value;
  }

  private static InvalidRequestException wrong(String field, String expected, JsonNode got) {
    return new InvalidRequestException(
        field, "expected " + expected + ", got " + Limits.shown(got));
  }
}
