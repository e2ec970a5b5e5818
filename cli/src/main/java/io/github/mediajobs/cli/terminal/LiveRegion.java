package io.github.mediajobs.cli.terminal;

import java.io.PrintStream;
import java.util.List;

/**
 * The last lines of a terminal, drawn again and again. Each drawing is one write, so that it does
 * not flicker; lines wider than the terminal are cut by it. Safe for threads: a shutdown hook may
 * close it while it is drawn.
 */
public final class LiveRegion implements AutoCloseable {
  private static final String HIDE_CURSOR = "\033[?25l";
  private static final String SHOW_CURSOR = "\033[?25h";
  private static final String NO_WRAP = "\033[?7l";
  private static final String WRAP = "\033[?7h";
  private static final String CLEAR_TO_END = "\033[J";
  private static final String CLEAR_LINE = "\033[K";

  private final PrintStream out;
  private int drawn;
  private boolean closed;

  /**
   * A region without lines.
   *
   * @param out the terminal
   */
  public LiveRegion(PrintStream out) {
    this.out = out;
  }

  /**
   * Draws the lines in place of those before.
   *
   * @param lines fewer than the terminal has rows
   */
  public synchronized void draw(List<String> lines) {
    if (closed) {
      return;
    }
    StringBuilder frame = new StringBuilder(HIDE_CURSOR).append(NO_WRAP).append(home());
    lines.forEach(line -> frame.append(line).append(CLEAR_LINE).append('\n'));
    out.print(frame.append(CLEAR_TO_END).append(WRAP));
    out.flush();
    drawn = lines.size();
  }

  /**
   * Prints a line that stays, above the region; the region is gone until it is drawn again.
   *
   * @param stream where the line goes, this terminal too
   * @param line the line
   */
  public synchronized void above(PrintStream stream, String line) {
    if (closed) {
      return;
    }
    erase();
    stream.println(line);
    stream.flush();
  }

  /** Erases the region and gives the terminal back as it was. */
  @Override
  public synchronized void close() {
    if (!closed) {
      erase();
      out.print(SHOW_CURSOR);
      out.flush();
      closed = true;
    }
  }

  private void erase() {
    out.print(home() + CLEAR_TO_END);
    out.flush();
    drawn = 0;
  }

  private String home() {
    return drawn == 0 ? "\r" : "\r\033[" + drawn + "A";
  }
}
