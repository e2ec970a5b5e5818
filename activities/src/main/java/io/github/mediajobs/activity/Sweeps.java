package io.github.mediajobs.activity;

import io.github.mediajobs.api.MediaApi;
import io.github.mediajobs.api.budget.Caller;
import io.github.mediajobs.sweep.ListScope;
import io.github.mediajobs.sweep.SweepPauses;
import java.time.Duration;
import java.time.Instant;
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

  /** For the call budget, which serves sweeps and shifts by turns. */
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

  private final RunningShifts running;
  private final SweepPauses pauses;
  private final MediaApi api;
  private final Poll poll;
  private final Executor threads;

  Sweeps(RunningShifts running, MediaApi api, Poll poll, Executor threads, InstantSource clock) {
    this.running = running;
    this.pauses = new SweepPauses(clock);
    this.api = api;
    this.poll = poll;
    this.threads = threads;
  }

  /** Whether jobs are to be read one by one for now. */
  boolean pause(ListScope scope) {
    return pauses.last(scope);
  }

  /** Sweeps, soon, for a shift that has set a job aside, and for the others; until it ends. */
  void begin(ListScope scope, Shift shift) {
    threads.execute(
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
    List<Sweeping.Asked> asked = shifts.stream().flatMap(it -> it.ask(scope).stream()).toList();
    List<Instant> others = shifts.stream().flatMap(it -> it.notAsked(scope).stream()).toList();
    Caller caller = Caller.shift("sweep of " + scope, LONGEST_WAIT);
    Sweeping sweeping = new Sweeping(scope, asked, others, pauses, api, poll, caller);
    threads.execute(() -> next(sweeping, shift));
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
      threads.execute(() -> next(sweeping, shift));
    }
  }
}
