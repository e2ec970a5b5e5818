package io.github.mediajobs.activity;

import io.github.mediajobs.job.MediaJob;
import io.github.mediajobs.polling.PollSchedule;
import io.github.mediajobs.polling.Waited;
import io.github.mediajobs.shift.OpenJobs;
import io.github.mediajobs.shift.SubmissionTimes;
import io.github.mediajobs.sweep.ListScope;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Which jobs of a shift a list may answer for in place of a read each: those that a read has shown
 * going, until a list, or an event, says that there is more to know. Not safe for threads.
 */
final class ShiftSweeps {
  /**
   * Jobs that have waited for half of their delay are asked for along with those that are due: on a
   * page that is read anyway they cost nothing, and jobs that a list answers for stay together.
   */
  private static final int SHARE_AHEAD = 2;

  private static final Duration LEAST_AHEAD = Duration.ofSeconds(1);

  /** Now and then a job is read whatever lists say: one that lags must not hide an end for ever. */
  private static final int READ_EVERY = 16;

  private final Batch batch;
  private final OpenJobs jobs;
  private final SubmissionTimes times;
  private final Map<ListScope, List<Integer>> aside = new HashMap<>();

  ShiftSweeps(Batch batch, OpenJobs jobs, SubmissionTimes times) {
    this.batch = batch;
    this.jobs = jobs;
    this.times = times;
  }

  /** A read showed the job going. */
  void going(int job, MediaJob read, Instant now) {
    boolean listed = batch.operation(job).list() != null;
    // A list leaves progress out, and a plan that goes by it is worth more than the call.
    boolean progress =
        batch.policy().schedule() instanceof PollSchedule.Planned && read.progress().isPresent();
    read.submittedAt()
        .filter(at -> listed && !progress && !at.isAfter(now))
        .ifPresent(at -> times.learn(job, at));
  }

  /** Whether a list may answer the job's next poll. */
  boolean listable(int job) {
    return times.known(job) && (jobs.polls(job) + 1 + job) % READ_EVERY != 0;
  }

  /** Sets a job that was taken aside for a list; whether it is the first for that one. */
  boolean setAside(int job, ListScope scope) {
    List<Integer> waiting = aside.computeIfAbsent(scope, key -> new ArrayList<>());
    waiting.add(job);
    return waiting.size() == 1;
  }

  /** Whether a job is set aside for the list. */
  boolean hasAside(ListScope scope) {
    return aside.containsKey(scope);
  }

  /**
   * Hands over the jobs that are set aside for a list, and others that are due soon.
   *
   * @param now in milliseconds since the batch began
   * @return their indexes
   */
  List<Integer> take(ListScope scope, long now) {
    List<Integer> soon = soon(scope, now).boxed().toList();
    soon.forEach(jobs::takeToo);
    List<Integer> all = new ArrayList<>(soon);
    all.addAll(takeAside(scope));
    return all;
  }

  /** Hands over the jobs that are set aside for a list. */
  List<Integer> takeAside(ListScope scope) {
    List<Integer> waiting = aside.remove(scope);
    return waiting == null ? List.of() : waiting;
  }

  /** When jobs were submitted that stand on a list, and wait for something later. */
  List<Instant> others(ListScope scope) {
    return listed(scope).mapToObj(times::of).toList();
  }

  private IntStream soon(ListScope scope, long now) {
    return listed(scope).filter(job -> listable(job) && jobs.due(job) - now <= ahead(job, now));
  }

  private IntStream listed(ListScope scope) {
    return jobs.waiting().filter(job -> times.known(job) && scope.holds(batch.job(job)));
  }

  private long ahead(int job, long now) {
    Instant at = batch.startedAt().plusMillis(now);
    Waited waited =
        new Waited(Duration.between(times.of(job), at), jobs.polls(job), OptionalInt.empty());
    long delay = batch.policy().delay(waited, 0.5).toMillis();
    return Math.max(LEAST_AHEAD.toMillis(), delay / SHARE_AHEAD);
  }

  /** A list did not answer for a job: it is to be read. */
  void toRead(int job, long at, long now) {
    times.forget(job);
    jobs.again(job, at, jobs.polls(job), now);
  }

  /** A list showed that a job has ended which it may not have been asked for. */
  void ended(ListScope scope, String jobId, long now) {
    for (int job : batch.indexes(scope.operation(), jobId)) {
      if (times.known(job) && scope.holds(batch.job(job))) {
        times.forget(job);
        jobs.hurry(job, now);
      }
    }
  }
}
