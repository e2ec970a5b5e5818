package io.github.mediajobs.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mediajobs.text.OneLine;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a body says of an error; each part is one line or null. The gateway may answer XML in place
 * of JSON.
 */
record ApiError(String code, String message, String requestId) {
  private static final Pattern FULL_STOP = Pattern.compile("\\.\\s*$");
  private static final int ID_LENGTH = 128;
  private static final int MESSAGE_LENGTH = 300;
  private static final int XML_LENGTH = 1 << 16;

  static ApiError of(Body body, JsonNode json, UnaryOperator<String> hiding) {
    UnaryOperator<String> field = json.isObject() ? name -> text(json, name) : xml(body);
    return new ApiError(
        line(field.apply("Code"), ID_LENGTH, hiding),
        line(FULL_STOP.matcher(field.apply("Message")).replaceFirst(""), MESSAGE_LENGTH, hiding),
        line(field.apply("RequestId"), ID_LENGTH, hiding));
  }

  private static String text(JsonNode json, String name) {
    JsonNode node = json.path(name);
    return node.isValueNode() && !node.isNull() ? node.asText() : "";
  }

  private static UnaryOperator<String> xml(Body body) {
    String text = body.start(XML_LENGTH);
    if (!text.contains("<Error>")) {
      return name -> "";
    }
    return name -> {
      Matcher element = Pattern.compile("<%1$s>([^<]*)</%1$s>".formatted(name)).matcher(text);
      return element.find() ? element.group(1) : "";
    };
  }

  private static String line(String text, int length, UnaryOperator<String> hiding) {
    String line = OneLine.of(hiding.apply(text), length);
    return line.isEmpty() ? null : line;
  }
}
