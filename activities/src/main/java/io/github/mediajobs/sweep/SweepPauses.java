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

  private final InstantSource clock;
  private final Map<Key, Pause> pauses = new HashMap<>();

  private record Key(String operation, String region) {}

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
   * @param operation the API's name of the operation that reads the jobs
   * @param region where they live
   * @return true while a pause lasts
   */
  public synchronized boolean last(String operation, String region) {
    Pause pause = pauses.get(new Key(operation, region));
    return pause != null && clock.instant().isBefore(pause.end());
  }

  /**
   * A sweep answered for jobs.
   *
   * @param operation the API's name of the operation that reads the jobs
   * @param region where they live
   * @param pages how many calls it took
   * @param reads how many calls it saved; fewer begin a pause, each twice as long as the one
   *     before, from a minute to an hour
   */
  public synchronized void ended(String operation, String region, int pages, int reads) {
    Key key = new Key(operation, region);
    if (reads > pages) {
      pauses.remove(key);
    } else if (pages > 0) {
      Duration before = pauses.containsKey(key) ? pauses.get(key).length() : Duration.ZERO;
      Duration twice = before.multipliedBy(2);
      pause(key, twice.compareTo(SHORTEST) < 0 ? SHORTEST : twice);
    }
  }

  /**
   * A list gave no answer, which begins a pause: of an hour where that may not pass by itself.
   *
   * @param operation the API's name of the operation that reads the jobs
   * @param region where they live
   * @param why what it gave
   */
  public synchronized void failed(String operation, String region, ApiException why) {
    Duration asked = why.retryAfter().orElse(SHORTEST);
    boolean passes = why.type().passing();
    pause(
        new Key(operation, region),
        passes ? (asked.compareTo(SHORTEST) < 0 ? SHORTEST : asked) : LONGEST);
    LOG.info("jobs in {} are read one by one for a while: {}", region, why.getMessage());
  }

  private void pause(Key key, Duration length) {
    Duration bounded = length.compareTo(LONGEST) > 0 ? LONGEST : length;
    pauses.put(key, new Pause(bounded, clock.instant().plus(bounded)));
  }
}
