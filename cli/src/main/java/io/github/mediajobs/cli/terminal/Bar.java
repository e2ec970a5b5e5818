package io.github.mediajobs.cli.terminal;

/** A progress bar of one line. */
public final class Bar {
  private static final int MARKER = 3;

  private Bar() {}

  /**
   * A bar for known progress.
   *
   * @param percent 0 to 100; others count as the nearest of them
   * @param width columns, at least 1
   * @param glyphs what it is made of
   * @return exactly {@code width} columns
   */
  public static String of(int percent, int width, Glyphs glyphs) {
    int done = Math.max(0, Math.min(100, percent)) * width / 100;
    return glyphs.done().repeat(done) + glyphs.left().repeat(width - done);
  }

  /**
   * A bar for unknown progress: a marker that goes to and fro.
   *
   * @param frame counts the drawings
   * @param width columns, at least 1
   * @param glyphs what it is made of
   * @return exactly {@code width} columns
   */
  public static String moving(long frame, int width, Glyphs glyphs) {
    int marker = Math.min(MARKER, width);
    int room = width - marker;
    int step = room == 0 ? 0 : (int) Math.floorMod(frame, 2L * room);
    int before = step <= room ? step : 2 * room - step;
    return glyphs.left().repeat(before)
        + glyphs.done().repeat(marker)
        + glyphs.left().repeat(room - before);
  }
}
