package io.github.mediajobs.emulator.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * One decoded parameter of a query or a form.
 *
 * @param name the decoded name
 * @param value the decoded value; empty when there was no {@code =}
 */
public record Parameter(String name, String value) {
  /**
   * Reads {@code a=1&b=2}; a plus sign is a space.
   *
   * @param encoded a query or a form, may be null
   * @return the parameters in the order in which they came
   * @throws IllegalArgumentException when a percent sign is not followed by two hex digits
   */
  public static List<Parameter> parse(String encoded) {
    List<Parameter> parameters = new ArrayList<>();
    if (encoded == null) {
      return parameters;
    }
    for (int start = 0; start < encoded.length(); ) {
      int end = encoded.indexOf('&', start);
      end = end < 0 ? encoded.length() : end;
      if (end > start) {
        parameters.add(pair(encoded.substring(start, end)));
      }
      start = end + 1;
    }
    return parameters;
  }

  private static Parameter pair(String encoded) {
    int equals = encoded.indexOf('=');
    return equals < 0
        ? new Parameter(decode(encoded), "")
        : new Parameter(
            decode(encoded.substring(0, equals)), decode(encoded.substring(equals + 1)));
  }

  private static String decode(String encoded) {
    return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
  }
}
