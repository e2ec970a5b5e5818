package io.github.mediajobs.cli.terminal;

import java.util.Map;
import java.util.Objects;
import java.util.function.IntSupplier;

/**
 * What standard output is connected to.
 *
 * @param live whether it is a terminal on which lines can be drawn again
 * @param columns its width now
 * @param rows its height now
 * @param style how colours are put there
 * @param glyphs what bars are made of
 */
public record Terminal(
    boolean live, IntSupplier columns, IntSupplier rows, Style style, Glyphs glyphs) {
  /** A pipe or a file. */
  public static final Terminal NONE =
      new Terminal(false, () -> 80, () -> 24, Style.PLAIN, Glyphs.ASCII);

  /**
   * Checks that nothing is missing.
   *
   * @throws NullPointerException when a component is null
   */
  public Terminal {
    Objects.requireNonNull(columns, "columns");
    Objects.requireNonNull(rows, "rows");
    Objects.requireNonNull(style, "style");
    Objects.requireNonNull(glyphs, "glyphs");
  }

  /**
   * A terminal that draws as its environment asks: no colours with {@code NO_COLOR}, bars of ASCII
   * outside a UTF-8 locale.
   *
   * @param environment the process's environment
   * @param columns its width now
   * @param rows its height now
   * @return the terminal
   */
  public static Terminal live(
      Map<String, String> environment, IntSupplier columns, IntSupplier rows) {
    return new Terminal(
        true, columns, rows, Style.asAskedBy(environment), Glyphs.asAskedBy(environment));
  }
}
