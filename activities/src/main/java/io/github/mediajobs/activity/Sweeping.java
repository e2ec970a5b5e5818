package io.github.mediajobs.activity;

import io.github.mediajobs.api.ApiException;
import io.github.mediajobs.api.JobPage;
import io.github.mediajobs.api.ListQuery;
import io.github.mediajobs.api.MediaApi;
import io.github.mediajobs.api.budget.Caller;
import io.github.mediajobs.failure.FailureType;
import io.github.mediajobs.job.MediaJob;
import io.github.mediajobs.operation.JobOperation;
import io.github.mediajobs.sweep.Sweep;
import io.github.mediajobs.sweep.SweepPauses;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A sweep under way for one shift, a page at a time. A list says no more than that a job goes on:
 * what else it shows, or does not show, is left to a read. Not safe for threads.
 */
final class Sweeping {
  private final Map<Integer, Attempt> attempts;
  private final Sweep sweep;
  private final SweepPauses pauses;
  private final MediaApi api;
  private final Poll poll;
  private final Caller caller;
  private final JobOperation<?> operation;
  private final String region;
  private int pages;
  private int saved;

  /** The attempts are those of the sweep's jobs, all of one operation in one region. */
  Sweeping(
      Map<Integer, Attempt> attempts,
      Sweep sweep,
      SweepPauses pauses,
      MediaApi api,
      Poll poll,
      Caller caller) {
    this.attempts = attempts;
    this.sweep = sweep;
    this.pauses = pauses;
    this.api = api;
    this.poll = poll;
    this.caller = caller;
    Attempt any = attempts.values().iterator().next();
    this.operation = any.operation();
    this.region = any.job().region();
  }

  /**
   * What a step of a sweep came to. A job of the sweep is named at most once in all steps.
   *
   * @param going jobs that go on; this was their poll
   * @param toRead jobs that are to be read now
   * @param later jobs to ask for again after a while
   * @param after that while
   * @param ended jobs that a page shows ended, whether they were asked for or not
   * @param over whether this was the last step
   */
  record Step(
      Map<Integer, Polled.Pending> going,
      List<Integer> toRead,
      List<Integer> later,
      Duration after,
      List<MediaJob> ended,
      boolean over) {}

  /** How often a job was polled, this time included. */
  int polls(int job) {
    return attempts.get(job).polls();
  }

  String operation() {
    return operation.action();
  }

  String region() {
    return region;
  }

  /** Reads one more page where that is worth it. */
  Step step() {
    Optional<ListQuery> query = sweep.next();
    if (query.isEmpty()) {
      pauses.ended(operation(), region, pages, saved);
      return last(sweep.left());
    }
    JobPage<?> page;
    try {
      page = api.list(operation, query.get(), region, caller);
    } catch (ApiException e) {
      return failed(e);
    }
    pages++;
    return shown(page);
  }

  private Step shown(JobPage<?> page) {
    Map<Integer, Polled.Pending> going = new HashMap<>();
    List<Integer> toRead = new ArrayList<>();
    for (Sweep.Shown each : sweep.taken(page)) {
      poll.listed(attempts.get(each.job()), each.listed())
          .ifPresentOrElse(pending -> going.put(each.job(), pending), () -> toRead.add(each.job()));
    }
    saved += going.size();
    toRead.addAll(sweep.left());
    return new Step(going, toRead, List.of(), Duration.ZERO, ended(page), false);
  }

  private List<MediaJob> ended(JobPage<?> page) {
    return page.jobs().stream()
        .filter(it -> operation.stateOf(it.status()).ended())
        .collect(Collectors.toUnmodifiableList());
  }

  private Step failed(ApiException why) {
    boolean unasked = why.type() == FailureType.THROTTLED && why.httpStatus() == null;
    if (unasked) {
      // This worker's own budget is used up: reads would fare no better.
      Duration after = why.retryAfter().orElse(Duration.ofSeconds(1));
      return new Step(Map.of(), sweep.left(), sweep.stop(), after, List.of(), true);
    }
    pauses.failed(operation(), region, why);
    return giveUp();
  }

  /** Leaves everything to reads. */
  Step giveUp() {
    sweep.giveUp();
    return last(sweep.left());
  }

  /** Leaves what was not asked for yet to the next shift. */
  Step stop() {
    return new Step(Map.of(), sweep.left(), sweep.stop(), Duration.ZERO, List.of(), true);
  }

  private static Step last(List<Integer> toRead) {
    return new Step(Map.of(), toRead, List.of(), Duration.ZERO, List.of(), true);
  }
}
