package io.github.mediajobs.text;

import java.util.regex.Pattern;

/** Text from outside as it may stand in a message: on one line. */
public final class OneLine {
  private static final Pattern GAPS = Pattern.compile("[\\p{Z}\\p{C}]+");

  private OneLine() {}

  /**
   * Puts a text on one line.
   *
   * @param text any text
   * @return the text with single spaces for white space, control characters and half characters
   */
  public static String of(String text) {
    return GAPS.matcher(text).replaceAll(" ").strip();
  }

  /**
   * Puts a text on one line of a given length.
   *
   * @param text any text
   * @param length the most characters to keep, at least 4
   * @return the line, cut with three dots
   */
  public static String of(String text, int length) {
    String line = of(text);
    if (line.length() <= length) {
      return line;
    }
    int end = length - 3;
    return line.substring(0, Character.isHighSurrogate(line.charAt(end - 1)) ? end - 1 : end)
        + "...";
  }
}
