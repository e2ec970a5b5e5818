package io.github.mediajobs.cli.terminal;

import java.util.Map;

/** Whether colours are used. */
public enum Style {
  /** No colours. */
  PLAIN,
  /** ANSI colours. */
  COLOURED;

  /** A colour of the terminal's own palette. */
  public enum Colour {
    /** Went well. */
    GREEN("32"),
    /** Went badly. */
    RED("31"),
    /** Needs a look. */
    YELLOW("33"),
    /** Goes on. */
    CYAN("36"),
    /** Matters less. */
    GREY("90");

    private final String code;

    Colour(String code) {
      this.code = code;
    }
  }

  /**
   * What an environment asks for.
   *
   * @param environment the process's environment
   * @return {@link #PLAIN} when {@code NO_COLOR} is set and not empty, as no-color.org has it
   */
  public static Style asAskedBy(Map<String, String> environment) {
    return environment.getOrDefault("NO_COLOR", "").isEmpty() ? COLOURED : PLAIN;
  }

  /**
   * Colours a text.
   *
   * @param colour the colour
   * @param text the text
   * @return the text, in escape sequences when colours are used
   */
  public String paint(Colour colour, String text) {
    return this == PLAIN || text.isEmpty() ? text : "\033[" + colour.code + "m" + text + "\033[0m";
  }
}
