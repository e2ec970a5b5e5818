package io.github.mediajobs.learning;

import io.github.mediajobs.planning.PastDuration;
import java.util.ArrayList;
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
  private static final double HALF_LIFE = 100;

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
    List<PastDuration> durations = new ArrayList<>(secondsByJob.size());
    double age = secondsByJob.size() - 1.0;
    for (double seconds : secondsByJob.values()) {
      durations.add(new PastDuration(seconds, Math.pow(2, -age / HALF_LIFE)));
      age--;
    }
    return durations;
  }
}
