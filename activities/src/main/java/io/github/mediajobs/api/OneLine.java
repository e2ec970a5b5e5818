package io.github.mediajobs.api;

import java.util.regex.Pattern;

/** Text from outside as it may stand in a message: on one line, and short. */
final class OneLine {
  private static final Pattern GAPS = Pattern.compile("[\\p{Z}\\p{C}]+");

  private OneLine() {}

  static String of(String text, int length) {
    String line = GAPS.matcher(text).replaceAll(" ").strip();
    return line.length() <= length ? line : line.substring(0, length - 3) + "...";
  }
}
