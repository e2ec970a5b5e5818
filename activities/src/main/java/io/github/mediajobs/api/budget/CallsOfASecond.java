package io.github.mediajobs.api.budget;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Keeps the calls of any second, as the API counts them, at the rate or below, however late a call
 * gets there. The API counts a call somewhere between its begin and its end, so the place of one is
 * free for another a second after its end; less what the fastest call took, which the other one
 * takes too. Not safe for threads.
 */
final class CallsOfASecond {
  private static final Duration SECOND = Duration.ofSeconds(1);

  /** A call that takes longer was counted by then, or its place would be lost to the others. */
  private static final Duration COUNTED_WITHIN = SECOND;

  private final int most;
  private final Map<Object, Instant> underWay = new LinkedHashMap<>();
  private final Deque<Instant> over = new ArrayDeque<>();
  private Duration fastest;
  private Instant seen = Instant.EPOCH;

  CallsOfASecond(double callsPerSecond) {
    most = (int) Math.min(Integer.MAX_VALUE, Math.ceil(callsPerSecond));
  }

  /** How long until a call may begin. */
  Duration wait(Instant now) {
    follow(now);
    if (underWay.size() + over.size() < most) {
      return Duration.ZERO;
    }
    Instant counted =
        over.isEmpty() ? underWay.values().iterator().next().plus(COUNTED_WITHIN) : over.getFirst();
    return Duration.between(now, counted.plus(second()));
  }

  void begin(Object call, Instant now) {
    follow(now);
    underWay.put(call, now);
  }

  /** Harmless for a call that is not under way. */
  void end(Object call, Instant now) {
    follow(now);
    Instant began = underWay.remove(call);
    if (began != null) {
      Duration took = Duration.between(began, now);
      fastest = fastest == null || took.compareTo(fastest) < 0 ? took : fastest;
      over.add(now);
    }
  }

  private void follow(Instant now) {
    if (now.isBefore(seen)) {
      // The clock jumped back: what was counted when is no longer known.
      over.clear();
      underWay.replaceAll((call, began) -> now);
    }
    seen = now;
    for (Iterator<Instant> each = underWay.values().iterator(); each.hasNext(); ) {
      Instant counted = each.next().plus(COUNTED_WITHIN);
      if (counted.isAfter(now)) {
        break;
      }
      each.remove();
      over.add(counted);
    }
    while (!over.isEmpty() && !over.getFirst().plus(second()).isAfter(now)) {
      over.removeFirst();
    }
  }

  private Duration second() {
    return fastest == null ? SECOND : SECOND.minus(fastest);
  }
}
