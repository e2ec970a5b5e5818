package io.github.mediajobs.activity;

import io.github.mediajobs.api.MediaApi;
import io.github.mediajobs.api.budget.Caller;
import io.github.mediajobs.job.MediaJob;
import io.github.mediajobs.outcome.JobReference;
import io.github.mediajobs.polling.PollSchedule;
import io.github.mediajobs.polling.Waited;
import io.github.mediajobs.shift.OpenJobs;
import io.github.mediajobs.shift.SubmissionTimes;
import io.github.mediajobs.sweep.Sweep;
import io.github.mediajobs.sweep.SweepPauses;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Which jobs of a shift a list may answer for in place of a read each: those that a read has shown
 * going, until a list, or an event, says that there is more to know. Not safe for threads.
 */
final class ShiftSweeps {
  /**
   * Jobs that are due a little later are asked for along with those that are due: by this share of
   * their delay, as jitter moves them anyway. So jobs that a list answers for stay together.
   */
  private static final int SHARE_AHEAD = 10;

  private static final Duration LEAST_AHEAD = Duration.ofSeconds(1);

  /** Looking costs a glance at each job of the batch, and little changes within a second. */
  private static final long MILLIS_BETWEEN_LOOKS = 1_000;

  /** Now and then a job is read whatever lists say: one that lags must not hide an end for ever. */
  private static final int READ_EVERY = 16;

  private final Batch batch;
  private final OpenJobs jobs;
  private final SubmissionTimes times;
  private final SweepPauses pauses;
  private final MediaApi api;
  private final Poll poll;
  private final Caller caller;
  private final Map<JobReference, Long> lookedInVain = new HashMap<>();

  ShiftSweeps(
      Batch batch,
      OpenJobs jobs,
      SubmissionTimes times,
      SweepPauses pauses,
      MediaApi api,
      Poll poll,
      Caller caller) {
    this.batch = batch;
    this.jobs = jobs;
    this.times = times;
    this.pauses = pauses;
    this.api = api;
    this.poll = poll;
    this.caller = caller;
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

  /**
   * The sweep for a job that was taken and for others like it, which are taken too.
   *
   * @param now in milliseconds since the batch began
   * @return empty where the job is to be read
   */
  Optional<Sweeping> with(int job, long now) {
    JobReference first = batch.job(job);
    JobReference all = new JobReference(first.operation(), null, first.region());
    if (!listable(job)
        || now - lookedInVain.getOrDefault(all, Long.MIN_VALUE / 2) < MILLIS_BETWEEN_LOOKS
        || pauses.last(first.operation(), first.region())) {
      return Optional.empty();
    }
    List<Integer> others =
        jobs.waiting()
            .filter(other -> listable(other) && batch.listedTogether(job, other))
            .filter(other -> jobs.due(other) - now <= ahead(other, now))
            .boxed()
            .toList();
    if (others.size() + 1 < Sweep.WORTH) {
      lookedInVain.put(all, now);
      return Optional.empty();
    }
    Map<Integer, Attempt> attempts = new HashMap<>();
    attempts.put(job, batch.attempt(job, jobs.polls(job) + 1));
    for (int other : others) {
      jobs.takeToo(other);
      attempts.put(other, batch.attempt(other, jobs.polls(other) + 1));
    }
    Sweep sweep =
        new Sweep(
            attempts.keySet().stream()
                .map(each -> new Sweep.Due(each, batch.job(each).jobId(), times.of(each)))
                .toList());
    return Optional.of(new Sweeping(attempts, sweep, pauses, api, poll, caller));
  }

  private long ahead(int job, long now) {
    Instant at = batch.startedAt().plusMillis(now);
    Waited waited =
        new Waited(Duration.between(times.of(job), at), jobs.polls(job), OptionalInt.empty());
    long delay = batch.policy().delay(waited, 0.5).toMillis();
    return Math.max(LEAST_AHEAD.toMillis(), delay / SHARE_AHEAD);
  }

  private boolean listable(int job) {
    return times.known(job) && (jobs.polls(job) + 1 + job) % READ_EVERY != 0;
  }

  /**
   * Puts the jobs back that a step of a sweep is done with.
   *
   * @param now in milliseconds since the batch began
   */
  void put(Sweeping sweeping, Sweeping.Step step, long now) {
    step.going()
        .forEach(
            (job, pending) ->
                jobs.again(job, now + pending.delay().toMillis(), sweeping.polls(job), now));
    for (int job : step.toRead()) {
      times.forget(job);
      jobs.again(job, now, jobs.polls(job), now);
    }
    for (int job : step.later()) {
      jobs.again(job, now + step.after().toMillis(), jobs.polls(job), now);
    }
    for (MediaJob ended : step.ended()) {
      for (int job : batch.indexes(sweeping.operation(), ended.jobId())) {
        if (times.known(job) && batch.job(job).region().equals(sweeping.region())) {
          times.forget(job);
          jobs.hurry(job, now);
        }
      }
    }
  }
}
