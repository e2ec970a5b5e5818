package io.github.mediajobs.cli.text;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Text from outside as it may stand on a line of its own: no breaks, no escape sequences. */
public final class Line {
  private static final Pattern GAPS = Pattern.compile("[\\p{Z}\\p{C}]+");
  private static final Pattern PLAIN_WORD = Pattern.compile("[A-Za-z0-9._/:=,@%+-]+");

  private Line() {}

  /**
   * Puts a text on one line.
   *
   * @param text any text, or null
   * @return the text with every run of white space and control characters as one space; empty for
   *     null
   */
  public static String of(String text) {
    return text == null ? "" : GAPS.matcher(text).replaceAll(" ").strip();
  }

  /**
   * Puts a text on one line of a given length.
   *
   * @param text any text, or null
   * @param length the most characters, at least 3
   * @return the line, ending in dots when it was cut
   */
  public static String of(String text, int length) {
    String line = of(text);
    return line.length() <= length ? line : line.substring(0, length - 2) + "..";
  }

  /**
   * A command line that a shell takes apart into the same words.
   *
   * @param words the command and its arguments
   * @return the words, quoted where they must be
   */
  public static String command(List<String> words) {
    return words.stream().map(Line::word).collect(Collectors.joining(" "));
  }

  private static String word(String word) {
    return PLAIN_WORD.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
