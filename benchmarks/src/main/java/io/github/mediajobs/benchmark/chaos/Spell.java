package io.github.mediajobs.benchmark.chaos;

import java.io.IOException;
import java.time.Duration;

/**
 * A trouble at its time.
 *
 * @param lane whom it happens to
 * @param trouble its name
 * @param from since the start
 * @param until since the start
 * @param begin makes it go wrong
 * @param end mends it
 */
record Spell(String lane, String trouble, Duration from, Duration until, Action begin, Action end) {
  /** Changes the scene. */
  interface Action {
    void run() throws IOException;
  }

  String line() {
    return "%5.1f to %5.1f s  %-22s %s"
        .formatted(from.toMillis() / 1e3, until.toMillis() / 1e3, lane, trouble);
  }
}
