package io.github.mediajobs.http;

import java.util.regex.Pattern;

/** Text from outside as it may stand in a message: on one line, and short. */
public final class OneLine {
  private static final Pattern GAPS = Pattern.compile("[\\p{Z}\\p{C}]+");

  private OneLine() {}

  /**
   * Puts a text on one line.
   *
   * @param text any text
   * @param length the most characters to keep, at least 3
   * @return the text with single spaces for white space and control characters, cut with three dots
   */
  public static String of(String text, int length) {
    String line = GAPS.matcher(text).replaceAll(" ").strip();
    return line.length() <= length ? line : line.substring(0, length - 3) + "...";
  }
}
