package io.github.mediajobs.learning;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mediajobs.api.RecentJobs;
import io.github.mediajobs.job.MediaJob;
import io.github.mediajobs.operation.JobKind;
import io.github.mediajobs.operation.JobOperation;
import io.github.mediajobs.outcome.JobReference;
import io.github.mediajobs.planning.PastDuration;
import io.github.mediajobs.planning.PollPlan;
import io.github.mediajobs.polling.PollSchedule;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Executor;

/**
 * Learns from the jobs that a worker sees end how long jobs take, kind by kind, and plans by it.
 * Durations are a job's own times where the API tells both, so that workers which share nothing
 * learn the same. Safe for threads.
 */
public final class Learner {
  private static final int MOST_KINDS = 500;

  /** The API's times are whole seconds: one that is equal to another is half a second away. */
  private static final double SHORTEST_SECONDS = 0.5;

  /** No wait is longer; what is has a wrong time. */
  private static final double LONGEST_SECONDS = Duration.ofDays(30).toSeconds();

  private final InstantSource clock;
  private final Optional<Priming> priming;
  private final Sightings sightings = new Sightings();
  private final Map<JobKind, KindPlans> kinds =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<JobKind, KindPlans> eldest) {
          return size() > MOST_KINDS;
        }
      };

  /**
   * Knows nothing yet.
   *
   * @param clock the time, for when to plan anew
   */
  public Learner(InstantSource clock) {
    this(clock, Optional.empty());
  }

  /**
   * Knows nothing yet, and may be primed.
   *
   * @param clock the time, for when to plan anew
   * @param recent reads how long jobs took lately
   * @param executor where it reads; never the thread that polls
   */
  public Learner(InstantSource clock, RecentJobs recent, Executor executor) {
    this(clock, Optional.of(new Priming(recent, executor, clock)));
  }

  private Learner(InstantSource clock, Optional<Priming> priming) {
    this.clock = clock;
    this.priming = priming;
  }

  /**
   * Jobs are about to be planned: learns from those that ended lately, where the API lists them.
   * Returns at once; reads once for an operation and region, at most two pages, and after a failure
   * again no sooner than in an hour.
   *
   * @param operation reads the jobs
   * @param region where they live
   */
  public void prime(JobOperation<?> operation, String region) {
    priming.ifPresent(
        it ->
            it.prime(
                operation,
                region,
                ended -> learn(operation, ended.kind(), ended.jobId(), ended.seconds())));
  }

  /**
   * A read found the job going.
   *
   * @param job which job
   * @param read what the read answered
   * @param startedAt when the wait for it began
   * @param polls reads of this wait so far, this one included
   * @param now the time of the read
   */
  public void going(JobReference job, MediaJob read, Instant startedAt, int polls, Instant now) {
    if (read.operation().ends() && read.submittedAt().isEmpty()) {
      sightings.going(job, startedAt, polls, now);
    }
  }

  /**
   * A read found that the job had ended, well or badly.
   *
   * @param job which job
   * @param read what the read answered
   * @param tree the same as the API sent it
   * @param now the time of the read
   */
  public void ended(JobReference job, MediaJob read, JsonNode tree, Instant now) {
    OptionalDouble seen = sightings.ended(job, now);
    OptionalDouble seconds = read.submittedAt().isPresent() ? between(read) : seen;
    if (seconds.isPresent() && read.operation().ends()) {
      JobKind kind = read.operation().kindOf(tree);
      learn(read.operation(), kind, job.jobId(), seconds.getAsDouble());
    }
  }

  /**
   * Takes one duration.
   *
   * @param operation reads the job
   * @param kind the job's kind
   * @param jobId the job's id; a job counts once
   * @param seconds from its submission to its end; others than 0 to 30 days are left out
   */
  public void learn(JobOperation<?> operation, JobKind kind, String jobId, double seconds) {
    if (seconds >= 0 && seconds <= LONGEST_SECONDS) {
      of(operation, kind).add(jobId, Math.max(seconds, SHORTEST_SECONDS));
    }
  }

  /**
   * The plan for a job, by what was learnt of its kind.
   *
   * @param schedule how the wait polls
   * @param operation reads the job
   * @param tree the job as the API sent it
   * @return empty unless the schedule is planned and jobs of the operation end
   */
  public Optional<PollPlan> plan(PollSchedule schedule, JobOperation<?> operation, JsonNode tree) {
    return schedule instanceof PollSchedule.Planned planned && operation.ends()
        ? Optional.of(of(operation, operation.kindOf(tree)).plan(planned.secondsPerPoll()))
        : Optional.empty();
  }

  /**
   * What was learnt of one kind.
   *
   * @param operation reads the jobs
   * @param kind the kind
   * @return durations, the oldest first
   */
  public List<PastDuration> durations(JobOperation<?> operation, JobKind kind) {
    return of(operation, kind).durations();
  }

  /**
   * The kinds of which something was learnt.
   *
   * @return those looked at last come last
   */
  public List<JobKind> kinds() {
    synchronized (kinds) {
      return List.copyOf(kinds.keySet());
    }
  }

  private KindPlans of(JobOperation<?> operation, JobKind kind) {
    synchronized (kinds) {
      return kinds.computeIfAbsent(kind, it -> new KindPlans(operation.typicalSeconds(), clock));
    }
  }

  /** From the job's own times; empty where they contradict each other. */
  private static OptionalDouble between(MediaJob read) {
    return read.finishedAt()
        .map(finished -> Duration.between(read.submittedAt().orElseThrow(), finished))
        .filter(duration -> !duration.isNegative())
        .map(duration -> OptionalDouble.of(duration.toSeconds() + duration.toNanosPart() / 1e9))
        .orElseGet(OptionalDouble::empty);
  }
}
