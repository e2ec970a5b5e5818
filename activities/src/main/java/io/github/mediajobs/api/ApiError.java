package io.github.mediajobs.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mediajobs.http.Secrets;
import io.github.mediajobs.text.OneLine;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a body says of an error; each part is one line or null. The gateway may answer XML in place
 * of JSON, and a RequestId is looked for in whatever came.
 */
final class ApiError {
  private static final Pattern FULL_STOP = Pattern.compile("\\.\\s*$");
  // What follows the id tells that it is whole.
  private static final Pattern REQUEST_ID =
      Pattern.compile("RequestId[\"'>]?\\s*[:=]?\\s*[\"']?([\\w-]{8,64})[^\\w-]");
  private static final int ID_LENGTH = 128;
  private static final int MESSAGE_LENGTH = 300;

  private final UnaryOperator<String> field;

  private ApiError(UnaryOperator<String> field) {
    this.field = field;
  }

  /** What a body says, as it is asked for; {@code json} is its document without secrets. */
  static ApiError of(Body body, JsonNode json, Secrets secrets) {
    return new ApiError(
        json.isObject() ? name -> text(json, name) : rough(secrets.hiddenIn(ended(body))));
  }

  String code() {
    return line(field.apply("Code"), ID_LENGTH);
  }

  String message() {
    return line(FULL_STOP.matcher(field.apply("Message")).replaceFirst(""), MESSAGE_LENGTH);
  }

  String requestId() {
    return line(field.apply("RequestId"), ID_LENGTH);
  }

  private static String text(JsonNode json, String name) {
    JsonNode node = json.path(name);
    return node.isValueNode() && !node.isNull() ? node.asText() : "";
  }

  private static String ended(Body body) {
    return body.fault().isPresent() ? body.start() : body.start() + "\n";
  }

  /** The fields of what is no JSON object. */
  private static UnaryOperator<String> rough(String text) {
    if (text.contains("<Error>")) {
      return name -> first(Pattern.compile("<%1$s>([^<]*)</%1$s>".formatted(name)), text);
    }
    return name -> name.equals("RequestId") ? first(REQUEST_ID, text) : "";
  }

  private static String first(Pattern pattern, String text) {
    Matcher found = pattern.matcher(text);
    return found.find() ? found.group(1) : "";
  }

  private static String line(String text, int length) {
    String line = OneLine.of(text, length);
    return line.isEmpty() ? null : line;
  }
}
