package io.github.mediajobs.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.util.Optional;

/**
 * The one Jackson configuration of the house: unknown fields are kept or ignored, absent fields are
 * omitted, instants and durations are ISO-8601 strings, decimals keep their digits. A document that
 * is read has at most 500 levels.
 */
public final class Json {
  // Jackson writes 1,000 levels; what is read here stands inside other documents later.
  private static final int DEEPEST = 500;
  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
                  .build())
          .addModule(new JavaTimeModule())
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
          .build();

  private Json() {}

  /**
   * Reads one JSON document.
   *
   * @param text UTF-8, UTF-16 or UTF-32 bytes of JSON
   * @return the document; a missing node when {@code text} is empty
   * @throws JsonProcessingException when {@code text} is not one JSON document
   */
  public static JsonNode read(byte[] text) throws JsonProcessingException {
    return read(MAPPER.reader(), text);
  }

  /**
   * Reads one JSON document that says everything once.
   *
   * @param text UTF-8, UTF-16 or UTF-32 bytes of JSON
   * @return the document; a missing node when {@code text} is empty
   * @throws JsonProcessingException when {@code text} is not one JSON document, or an object in it
   *     has two fields of one name
   */
  public static JsonNode readUnambiguous(byte[] text) throws JsonProcessingException {
    return read(MAPPER.reader(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY), text);
  }

  private static JsonNode read(ObjectReader reader, byte[] text) throws JsonProcessingException {
    if (beyondUnicode(text)) {
      throw new JsonParseException(null, "Holds bytes that stand for no character");
    }
    try {
      return reader.readTree(text);
    } catch (JsonProcessingException e) {
      throw e;
    } catch (IOException e) {
      throw new JsonParseException(null, "Not readable as UTF-8, UTF-16 or UTF-32", e);
    } catch (NumberFormatException e) {
      throw new JsonParseException(null, "Holds a number that no BigDecimal can hold", e);
    }
  }

  /**
   * Jackson reads code points past U+10FFFF as halves of characters, and then writes names that it
   * cannot read. In UTF-16 and UTF-32, which have a zero among their first bytes or a byte order
   * mark, the same bytes are others' parts.
   */
  private static boolean beyondUnicode(byte[] text) {
    boolean wide = text.length > 1 && (text[0] == 0 || text[1] == 0 || byteOrderMark(text));
    for (int i = 0; i < text.length && !wide; i++) {
      int lead = text[i] & 0xFF;
      if (lead > 0xF4 || (lead == 0xF4 && i + 1 < text.length && (text[i + 1] & 0xFF) > 0x8F)) {
        return true;
      }
    }
    return false;
  }

  private static boolean byteOrderMark(byte[] text) {
    return (text[0] == (byte) 0xFE && text[1] == (byte) 0xFF)
        || (text[0] == (byte) 0xFF && text[1] == (byte) 0xFE);
  }

  /**
   * Reads JSON that the API hands over inside a string field.
   *
   * @param text the field's value, may be null
   * @return the document, or empty when {@code text} is null, blank or not one JSON document
   */
  public static Optional<JsonNode> embedded(String text) {
    if (text == null || text.isBlank()) {
      return Optional.empty();
    }
    try {
      return Optional.of(MAPPER.readTree(text));
    } catch (JsonProcessingException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  /**
   * Turns a value into a JSON tree.
   *
   * @param value a record of this library, or anything Jackson can write
   * @return its JSON tree
   */
  public static JsonNode tree(Object value) {
    return MAPPER.valueToTree(value);
  }

  /**
   * Writes a value on one line.
   *
   * @param value a record of this library, or anything Jackson can write
   * @return its JSON text
   */
  public static String write(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("Not writable as JSON: " + value.getClass(), e);
    }
  }

  /**
   * Reads a tree into a type.
   *
   * @param <T> the type to read
   * @param tree the JSON tree
   * @param type the type to read
   * @return the value
   * @throws JsonProcessingException when a field has a type that cannot be read
   */
  public static <T> T convert(JsonNode tree, Class<T> type) throws JsonProcessingException {
    return MAPPER.treeToValue(tree, type);
  }
}
