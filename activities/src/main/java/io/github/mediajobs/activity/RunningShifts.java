package io.github.mediajobs.activity;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The shifts that this worker has under way. Safe for threads. */
public final class RunningShifts {
  private final Set<Shift> shifts = ConcurrentHashMap.newKeySet();
  private volatile boolean draining;

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

  /**
   * Lets every shift hand back what it knows and end as soon as its polls under way have, and those
   * that still come, for a worker that is about to shut down: from then on nothing is taken back.
   */
  public void drain() {
    draining = true;
    shifts.forEach(Shift::drain);
  }

  /** Lets shifts go on that come from now on, for a worker that starts. */
  public void resume() {
    draining = false;
  }

  /** The jobs that they await. */
  int openJobs() {
    return shifts.stream().mapToInt(Shift::open).sum();
  }

  List<Shift> all() {
    return List.copyOf(shifts);
  }

  void add(Shift shift) {
    shifts.add(shift);
    // A worker that shuts down may still be given what it handed back.
    if (draining) {
      shift.drain();
    }
  }

  void remove(Shift shift) {
    shifts.remove(shift);
  }
}
