package io.github.mediajobs.emulator.control;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mediajobs.failure.InvalidRequestException;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Reads the fields of one JSON object; what is wrong is said by the field's name. */
final class JsonFields {
  private final JsonNode object;
  private final String path;

  private JsonFields(JsonNode object, String path) {
    this.object = object;
    this.path = path;
  }

  static JsonFields of(JsonNode node, String path, Set<String> known) {
    if (!node.isObject()) {
      throw new InvalidRequestException(
          path.isEmpty() ? "body" : path, "expected an object, got " + node);
    }
    JsonFields fields = new JsonFields(node, path.isEmpty() ? "" : path + ".");
    node.fieldNames()
        .forEachRemaining(
            name -> {
              if (!known.contains(name)) {
                throw new InvalidRequestException(
                    fields.path + name, "unknown; expected one of " + new TreeSet<>(known));
              }
            });
    return fields;
  }

  boolean has(String name) {
    return object.hasNonNull(name);
  }

  <T> T required(String name, T value) {
    if (value == null) {
      throw new InvalidRequestException(path + name, "missing");
    }
    return value;
  }

  void atMostOne(String... names) {
    List<String> given = Stream.of(names).filter(this::has).toList();
    if (given.size() > 1) {
      throw wrong(given.get(1), "goes without " + given.get(0));
    }
  }

  String text(String name) {
    return read(name, "a string", node -> node.isTextual() ? node.textValue() : null);
  }

  Integer integer(String name) {
    return read(
        name,
        "a whole number",
        node -> node.isIntegralNumber() && node.canConvertToInt() ? node.intValue() : null);
  }

  Double number(String name) {
    return read(name, "a number", node -> node.isNumber() ? node.doubleValue() : null);
  }

  Boolean flag(String name) {
    return read(name, "true or false", node -> node.isBoolean() ? node.booleanValue() : null);
  }

  Duration duration(String name) {
    return read(
        name,
        "an ISO-8601 duration of zero or more such as \"PT10S\"",
        node -> node.isTextual() ? notNegative(Duration.parse(node.textValue())) : null);
  }

  <E extends Enum<E>> E constant(String name, Class<E> type) {
    return read(
        name,
        "one of " + List.of(type.getEnumConstants()),
        node -> node.isTextual() ? Enum.valueOf(type, node.textValue()) : null);
  }

  Map<String, JsonNode> object(String name) {
    JsonNode node = read(name, "an object", each -> each.isObject() ? each : null);
    Map<String, JsonNode> fields = new LinkedHashMap<>();
    if (node != null) {
      node.properties().forEach(field -> fields.put(field.getKey(), field.getValue()));
    }
    return fields;
  }

  JsonFields nested(String name, Set<String> known) {
    return has(name) ? of(object.get(name), path + name, known) : null;
  }

  <T> List<T> objects(String name, Set<String> known, Function<JsonFields, T> reader) {
    JsonNode array = read(name, "an array", each -> each.isArray() ? each : null);
    List<T> values = new ArrayList<>();
    for (JsonNode node : array == null ? List.<JsonNode>of() : array) {
      String at = path + name + "[" + values.size() + "]";
      values.add(reader.apply(of(node, at, known)));
    }
    return values;
  }

  /** What a record says of its own components is said by their path here. */
  <T> T built(Supplier<T> construction) {
    try {
      return construction.get();
    } catch (InvalidRequestException e) {
      throw e;
    } catch (IllegalArgumentException e) {
      String[] said = e.getMessage().split(": ", 2);
      throw wrong(said[0], said[said.length - 1]);
    }
  }

  InvalidRequestException wrong(String name, String problem) {
    return new InvalidRequestException(path + name, problem);
  }

  private static Duration notNegative(Duration duration) {
    return duration.isNegative() ? null : duration;
  }

  private <T> T read(String name, String expected, Function<JsonNode, T> reader) {
    if (!has(name)) {
      return null;
    }
    JsonNode node = object.get(name);
    T value;
    try {
      value = reader.apply(node);
    } catch (DateTimeException | IllegalArgumentException e) {
      value = null;
    }
    if (value == null) {
      throw new InvalidRequestException(path + name, "expected " + expected + ", got " + node);
    }
    return value;
  }
}
