package io.github.mediajobs.api.budget;

import java.time.Duration;
import java.util.Objects;

/**
 * Who asks for calls. While more is asked for than the budget has, the kinds are served by turns,
 * within a kind its shares by turns, and within a share who asked first: neither starves another.
 *
 * @param kind what asks
 * @param share callers of one kind and share are one; any text, such as a run's id
 * @param longestWait how long to wait for a call at most; zero or more
 */
public record Caller(Kind kind, String share, Duration longestWait) {
  /** What asks for calls. */
  public enum Kind {
    /** Reads that come one by one. */
    SINGLE,
    /** Attempts that poll many jobs at once. */
    SHIFT
  }

  /** All single reads together; they wait for up to a second. */
  public static final Caller SINGLE = new Caller(Kind.SINGLE, "", Duration.ofSeconds(1));

  /**
   * Checks that nothing is missing.
   *
   * @throws NullPointerException when a component is null
   */
  public Caller {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(share, "share");
    Objects.requireNonNull(longestWait, "longestWait");
  }

  /**
   * One attempt that polls many jobs.
   *
   * @param share what tells it from other shifts
   * @param longestWait how long each of its calls waits at most
   * @return a caller
   */
  public static Caller shift(String share, Duration longestWait) {
    return new Caller(Kind.SHIFT, share, longestWait);
  }
}
