package io.github.mediajobs.benchmark.chaos;

import java.io.IOException;
import java.time.Duration;

/**
 * Something that goes wrong for a while.
 *
 * @param <T> what it happens to
 * @param name in the plan and the report
 * @param longest how long it lasts at the most
 * @param begin makes it go wrong
 * @param end mends it
 */
record Trouble<T>(String name, Duration longest, Action<T> begin, Action<T> end) {
  /** Does something to a part. */
  interface Action<T> {
    void on(T part) throws IOException;
  }

  static <T> Trouble<T> of(String name, int longestSeconds, Action<T> begin, Action<T> end) {
    return new Trouble<>(name, Duration.ofSeconds(longestSeconds), begin, end);
  }
}
