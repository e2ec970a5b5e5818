package io.github.mediajobs.activity;

/**
 * Text from the API where people or payloads meet it: without surrounding white space, not long.
 */
final class Shown {
  private static final int LENGTH = 1_000;

  private Shown() {}

  static String text(String raw) {
    if (raw == null) {
      return null;
    }
    String text = raw.strip();
    return text.length() <= LENGTH ? text : text.substring(0, LENGTH) + "...";
  }
}
