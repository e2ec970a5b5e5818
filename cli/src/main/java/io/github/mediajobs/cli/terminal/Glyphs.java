package io.github.mediajobs.cli.terminal;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What bars and marks are made of, each one column wide.
 *
 * @param done the part of a bar that is done
 * @param left the part that is left
 * @param good marks what went well
 * @param bad marks what went badly
 * @param open marks what ended without an answer
 */
public record Glyphs(String done, String left, String good, String bad, String open) {
  /** For every terminal. */
  public static final Glyphs ASCII = new Glyphs("#", "-", "+", "x", "?");

  /** For terminals that speak UTF-8. */
  public static final Glyphs UNICODE = new Glyphs("█", "░", "✔", "✘", "?");

  /**
   * What an environment asks for.
   *
   * @param environment the process's environment
   * @return {@link #UNICODE} when the locale's character set is UTF-8
   */
  public static Glyphs asAskedBy(Map<String, String> environment) {
    String locale =
        Stream.of("LC_ALL", "LC_CTYPE", "LANG")
            .map(name -> environment.getOrDefault(name, ""))
            .filter(value -> !value.isEmpty())
            .findFirst()
            .orElse("")
            .toUpperCase(Locale.ROOT);
    return locale.contains("UTF-8") || locale.contains("UTF8") ? UNICODE : ASCII;
  }
}
