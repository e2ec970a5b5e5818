package io.github.mediajobs.judges;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The documented fields of a job record, in order. */
final class RecordFields {
  private RecordFields() {}

  /** One field under the API's name. */
  record Field(String name, Type type) {}

  static List<Field> of(Class<?> record) {
    return Arrays.stream(record.getRecordComponents()).flatMap(RecordFields::field).toList();
  }

  static boolean isRecord(Type type) {
    return type instanceof Class<?> record && record.isRecord();
  }

  static boolean isList(Type type) {
    return type instanceof ParameterizedType list && list.getRawType() == List.class;
  }

  static Type element(Type list) {
    return ((ParameterizedType) list).getActualTypeArguments()[0];
  }

  private static Stream<Field> field(RecordComponent component) {
    Method accessor = component.getAccessor();
    JsonProperty name = accessor.getAnnotation(JsonProperty.class);
    return name == null || accessor.isAnnotationPresent(JsonAnyGetter.class)
        ? Stream.of()
        : Stream.of(new Field(name.value(), component.getGenericType()));
  }
}
