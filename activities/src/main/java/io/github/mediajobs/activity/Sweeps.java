package io.github.mediajobs.activity;

import io.github.mediajobs.api.MediaApi;
import io.github.mediajobs.sweep.ListScope;
import io.github.mediajobs.sweep.Sweep;
import io.github.mediajobs.sweep.SweepPauses;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The sweeps of a worker: each asks a list for the due jobs of all shifts, as jobs that were
 * submitted together are often awaited by several runs. Safe for threads.
 */
final class Sweeps {
  private static final Logger LOG = LoggerFactory.getLogger(Sweeps.class);

  private final RunningShifts running;
  private final SweepPauses pauses;
  private final MediaApi api;
  private final Poll poll;
  private final Executor readers;

  /** What reads pages is shared with what reads jobs. */
  Sweeps(RunningShifts running, MediaApi api, Poll poll, Executor readers, InstantSource clock) {
    this.running = running;
    this.pauses = new SweepPauses(clock);
    this.api = api;
    this.poll = poll;
    this.readers = readers;
  }

  /** Whether jobs are to be read one by one for now. */
  boolean pause(ListScope scope) {
    return pauses.last(scope);
  }

  /** Sweeps, soon, for a shift that has set a job aside, and for the others; until it ends. */
  void begin(ListScope scope, Shift shift) {
    readers.execute(
        () -> {
          try {
            gathered(scope, shift);
          } finally {
            shift.letGo();
          }
        });
  }

  /** By one thread at a time: two would get half of the jobs each. */
  private synchronized void gathered(ListScope scope, Shift shift) {
    if (!shift.wants(scope)) {
      return;
    }
    List<Shift> shifts = running.all();
    boolean worth = shifts.stream().mapToInt(it -> it.askable(scope)).sum() >= Sweep.WORTH;
    List<Sweeping.Asked> asked =
        shifts.stream().flatMap(it -> it.ask(scope, worth).stream()).toList();
    Sweeping sweeping = new Sweeping(scope, asked, pauses, api, poll, shift.caller());
    if (worth) {
      readers.execute(() -> next(sweeping, shift));
    } else {
      pauses.notWorth(scope);
      sweeping.giveUp();
    }
  }

  private void next(Sweeping sweeping, Shift shift) {
    try {
      if (!sweeping.step()) {
        return;
      }
    } catch (RuntimeException e) {
      LOG.error("a sweep failed; reading its jobs one by one", e);
      sweeping.giveUp();
      return;
    }
    if (shift.ending()) {
      sweeping.stop();
    } else {
      readers.execute(() -> next(sweeping, shift));
    }
  }
}
