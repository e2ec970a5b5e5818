package io.github.mediajobs.sweep;

import io.github.mediajobs.api.ApiException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where a worker leaves the List operations alone for a while: where they saved no calls, since
 * jobs of others filled the pages, or gave no answer. Safe for threads.
 */
public final class SweepPauses {
  private static final Logger LOG = LoggerFactory.getLogger(SweepPauses.class);
  private static final Duration SHORTEST = Duration.ofMinutes(1);
  private static final Duration LONGEST = Duration.ofHours(1);

  /** Looking costs a glance at each open job. */
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

  private final InstantSource clock;
  private final Map<ListScope, Pause> pauses = new HashMap<>();

  private record Pause(Duration length, Instant end) {}

  /**
   * Begins without pauses.
   *
   * @param clock the time
   */
  public SweepPauses(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * Whether a list is to be left alone.
   *
   * @param scope what it lists
   * @return true while a pause lasts
   */
  public synchronized boolean last(ListScope scope) {
    Pause pause = pauses.get(scope);
    return pause != null && clock.instant().isBefore(pause.end());
  }

  /**
   * A sweep answered for jobs.
   *
   * @param scope what it lists
   * @param pages how many calls it took
   * @param reads how many calls it saved; fewer begin a pause, each twice as long as the one
   *     before, from a minute to an hour
   */
  public synchronized void ended(ListScope scope, int pages, int reads) {
    if (reads > pages) {
      pauses.remove(scope);
    } else if (pages > 0) {
      Duration twice = before(scope).multipliedBy(2);
      pause(scope, twice.compareTo(SHORTEST) < 0 ? SHORTEST : twice);
    }
  }

  /**
   * A list gave no answer, which begins a pause: of an hour where that may not pass by itself.
   *
   * @param scope what it lists
   * @param why what it gave
   */
  public synchronized void failed(ListScope scope, ApiException why) {
    Duration asked = why.retryAfter().orElse(SHORTEST);
    boolean passes = why.type().passing();
    pause(scope, passes ? (asked.compareTo(SHORTEST) < 0 ? SHORTEST : asked) : LONGEST);
    LOG.info("jobs in {} are read one by one for a while: {}", scope.region(), why.getMessage());
  }

  /**
   * Too few jobs are due for a sweep, and little changes within a second.
   *
   * @param scope what would be listed
   */
  public synchronized void notWorth(ListScope scope) {
    if (!last(scope)) {
      pauses.put(scope, new Pause(before(scope), clock.instant().plus(BETWEEN_LOOKS)));
    }
  }

  private Duration before(ListScope scope) {
    Pause pause = pauses.get(scope);
    return pause == null ? Duration.ZERO : pause.length();
  }

  private void pause(ListScope scope, Duration length) {
    Duration bounded = length.compareTo(LONGEST) > 0 ? LONGEST : length;
    pauses.put(scope, new Pause(bounded, clock.instant().plus(bounded)));
  }
}
