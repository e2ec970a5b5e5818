package io.github.mediajobs.emulator.signature;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** RFC 3986: only letters, digits and {@code -._~} stay as they are. */
final class PercentEncoding {
  private PercentEncoding() {}

  static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8)
        .replace("+", "%20")
        .replace("*", "%2A")
        .replace("%7E", "~");
  }
}
