package io.github.mediajobs.emulator.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The faults that wait for calls, in the order in which they were added. */
public final class Faults {
  private final List<Fault> waiting = new ArrayList<>();

  /**
   * Adds a fault behind the others.
   *
   * @param fault the fault
   */
  public synchronized void add(Fault fault) {
    waiting.add(fault);
  }

  /**
   * Takes the first fault that hits a call, and counts it down.
   *
   * @param action the API's name of the operation that is called
   * @param jobId the job that is read, or null when many are listed
   * @return the fault, or empty
   */
  public synchronized Optional<Fault> take(String action, String jobId) {
    for (int i = 0; i < waiting.size(); i++) {
      Fault fault = waiting.get(i);
      if (fault.hits(action, jobId)) {
        countDown(i);
        return Optional.of(fault);
      }
    }
    return Optional.empty();
  }

  /**
   * What still waits.
   *
   * @return the faults with the number of calls that they will still hit
   */
  public synchronized List<Fault> list() {
    return List.copyOf(waiting);
  }

  /** Removes all faults. */
  public synchronized void clear() {
    waiting.clear();
  }

  private void countDown(int index) {
    Fault fault = waiting.get(index);
    if (fault.times() == 1) {
      waiting.remove(index);
    } else if (fault.times() != Fault.FOREVER) {
      waiting.set(index, fault.times(fault.times() - 1));
    }
  }
}
