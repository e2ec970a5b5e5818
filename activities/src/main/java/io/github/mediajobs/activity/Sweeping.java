package io.github.mediajobs.activity;

import io.github.mediajobs.api.ApiException;
import io.github.mediajobs.api.JobPage;
import io.github.mediajobs.api.ListQuery;
import io.github.mediajobs.api.MediaApi;
import io.github.mediajobs.api.budget.Caller;
import io.github.mediajobs.failure.FailureType;
import io.github.mediajobs.job.MediaJob;
import io.github.mediajobs.operation.JobOperation;
import io.github.mediajobs.sweep.ListScope;
import io.github.mediajobs.sweep.Sweep;
import io.github.mediajobs.sweep.SweepPauses;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A sweep under way, a page at a time. A list says no more than that a job goes on: what else it
 * shows, or does not show, is left to a read. Each job that was asked for is given back to its
 * shift once. Not safe for threads.
 */
final class Sweeping {
  private final ListScope scope;
  private final List<Asked> asked;
  private final Set<Shift> shifts;
  private final Sweep sweep;
  private final SweepPauses pauses;
  private final MediaApi api;
  private final Poll poll;
  private final Caller caller;
  private int pages;
  private int saved;

  /**
   * A job whose poll this is.
   *
   * @param shift awaits it
   * @param job its index there
   * @param submitted when it was submitted
   * @param attempt the poll
   */
  record Asked(Shift shift, int job, Instant submitted, Attempt attempt) {}

  /** The jobs are of one list, on which others stand that were submitted at those times. */
  Sweeping(
      ListScope scope,
      List<Asked> asked,
      List<Instant> others,
      SweepPauses pauses,
      MediaApi api,
      Poll poll,
      Caller caller) {
    this.scope = scope;
    this.asked = asked;
    this.shifts = asked.stream().map(Asked::shift).collect(Collectors.toUnmodifiableSet());
    this.pauses = pauses;
    this.api = api;
    this.poll = poll;
    this.caller = caller;
    this.sweep =
        new Sweep(
            IntStream.range(0, asked.size()).mapToObj(it -> due(it, asked.get(it))).toList(),
            others);
  }

  private static Sweep.Due due(int index, Asked asked) {
    return new Sweep.Due(index, asked.attempt().job().jobId(), asked.submitted());
  }

  /** Reads one more page where that is worth it; otherwise the sweep is over. */
  boolean step() {
    Optional<ListQuery> query = sweep.next();
    if (query.isEmpty()) {
      if (pages == 0) {
        pauses.notWorth(scope);
        sweep.left().stream().map(asked::get).forEach(it -> it.shift().putBack(it.job()));
      } else {
        pauses.ended(scope, pages, saved);
      }
      over();
      return false;
    }
    JobOperation<?> operation = asked.get(0).attempt().operation();
    JobPage<?> page;
    try {
      page = api.list(operation, query.get(), scope.region(), caller);
    } catch (ApiException e) {
      failed(e);
      return false;
    }
    pages++;
    for (Sweep.Shown each : sweep.taken(page)) {
      shown(asked.get(each.job()), each.listed());
    }
    read(sweep.left());
    List<String> ended =
        page.jobs().stream()
            .filter(it -> operation.stateOf(it.status()).ended())
            .map(MediaJob::jobId)
            .toList();
    if (!ended.isEmpty()) {
      shifts.forEach(it -> it.listedEnded(scope, ended));
    }
    return true;
  }

  private void shown(Asked job, MediaJob listed) {
    Optional<Polled.Pending> pending = poll.listed(job.attempt(), listed);
    if (pending.isPresent()) {
      saved++;
      job.shift().listedGoing(job.job(), pending.get().delay(), job.attempt().polls());
    } else {
      job.shift().readNow(job.job());
    }
  }

  private void failed(ApiException why) {
    boolean unasked = why.type() == FailureType.THROTTLED && why.httpStatus() == null;
    if (unasked) {
      // This worker's own budget is used up: reads would fare no better.
      putOff(why.retryAfter().orElse(Duration.ofSeconds(1)));
    } else {
      pauses.failed(scope, why);
      giveUp();
    }
  }

  /** Leaves everything to reads. */
  void giveUp() {
    sweep.giveUp();
    over();
  }

  /** Leaves what was not asked for yet to another sweep. */
  void stop() {
    putOff(Duration.ZERO);
  }

  private void putOff(Duration delay) {
    for (int each : sweep.stop()) {
      asked.get(each).shift().putOff(asked.get(each).job(), delay);
    }
    over();
  }

  private void over() {
    read(sweep.left());
    shifts.forEach(Shift::letGo);
  }

  private void read(List<Integer> left) {
    for (int each : left) {
      asked.get(each).shift().readWhenDue(asked.get(each).job());
    }
  }
}
