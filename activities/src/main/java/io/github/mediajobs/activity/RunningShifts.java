package io.github.mediajobs.activity;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The shifts that this worker has under way. Safe for threads. */
public final class RunningShifts {
  private final Set<Shift> shifts = ConcurrentHashMap.newKeySet();

  /**
   * Makes a job due at once, in whatever region it is awaited. Cheap and harmless when no shift
   * awaits it; a poll that is under way is followed by another.
   *
   * @param operation the API's name of the operation
   * @param jobId the job's id; white space around it does not count
   */
  public void due(String operation, String jobId) {
    shifts.forEach(shift -> shift.due(operation, jobId));
  }

  /** Lets every shift end as soon as its polls under way have, for a worker that shuts down. */
  public void drain() {
    shifts.forEach(Shift::drain);
  }

  List<Shift> all() {
    return List.copyOf(shifts);
  }

  void add(Shift shift) {
    shifts.add(shift);
  }

  void remove(Shift shift) {
    shifts.remove(shift);
  }
}
