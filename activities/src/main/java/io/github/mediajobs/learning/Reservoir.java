package io.github.mediajobs.learning;

import io.github.mediajobs.planning.PastDuration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The durations of the last jobs of one kind. Each counts half as much as one that ended a hundred
 * jobs later, so that the estimate follows a drift. Not safe for threads.
 */
final class Reservoir {
  static final int SIZE = 200;

  private final Map<String, Double> secondsByJob = new LinkedHashMap<>();
  private long seen;

  /** A job counts once however often its end is read. */
  void add(String jobId, double seconds) {
    if (secondsByJob.putIfAbsent(jobId, seconds) != null) {
      return;
    }
    seen++;
    if (secondsByJob.size() > SIZE) {
      Iterator<String> oldest = secondsByJob.keySet().iterator();
      oldest.next();
      oldest.remove();
    }
  }

  /** How many were ever added. */
  long seen() {
    return seen;
  }

  /** The oldest first. */
  List<PastDuration> durations() {
    return PastDuration.aging(secondsByJob.values());
  }
}
