package io.github.mediajobs.emulator.traffic;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Counts the calls of one job. */
final class PollCounter {
  private static final int HELD = 1_000;

  private final Deque<Instant> recent = new ArrayDeque<>(4);
  private long total;

  void count(Instant at) {
    total++;
    recent.addLast(at);
    if (recent.size() > HELD) {
      recent.removeFirst();
    }
  }

  Polls snapshot() {
    return new Polls(total, List.copyOf(recent));
  }
}
