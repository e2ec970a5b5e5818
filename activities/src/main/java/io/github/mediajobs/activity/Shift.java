package io.github.mediajobs.activity;

import com.uber.m3.tally.Scope;
import io.github.mediajobs.api.budget.Caller;
import io.github.mediajobs.failure.FailureType;
import io.github.mediajobs.failure.JobPending;
import io.github.mediajobs.shift.OpenJobs;
import io.github.mediajobs.shift.Outbox;
import io.github.mediajobs.shift.PackedJobs;
import io.github.mediajobs.shift.ShiftState;
import io.github.mediajobs.shift.SubmissionTimes;
import io.github.mediajobs.sweep.ListScope;
import io.github.mediajobs.wire.AwaitMediaJobsWorkflow;
import io.github.mediajobs.wire.EndedJobs;
import io.github.mediajobs.wire.JobEnd;
import io.temporal.activity.ActivityExecutionContext;
import io.temporal.client.ActivityCompletionException;
import io.temporal.client.WorkflowNotFoundException;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One shift: the thread of the attempt hands jobs that are due to the readers, takes what they
 * found, and tells the run who ended. Time counts in milliseconds since the batch began.
 */
final class Shift {
  private static final Logger LOG = LoggerFactory.getLogger(Shift.class);
  private static final Duration LENGTH = Duration.ofSeconds(50);

  /** A job that is due sooner is waited for; a later one is left to the next shift. */
  private static final Duration SOON = Duration.ofSeconds(2);

  private static final Duration LONGEST_NAP = Duration.ofSeconds(1);
  private static final int AT_ONCE = 32;

  /** For the call budget, which serves shifts by turns. */
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

  private final Batch batch;
  private final ActivityExecutionContext context;
  private final Scope metrics;
  private final Caller caller;
  private final Poll poll;
  private final ShiftSweeps listable;
  private final Sweeps sweeps;
  private final Executor readers;
  private final InstantSource clock;
  private final OpenJobs jobs;
  private final SubmissionTimes times;
  private final Outbox outbox;
  private final long endsAt;
  private final BlockingQueue<Runnable> events = new LinkedBlockingQueue<>();
  private int underWay;
  private volatile boolean draining;
  private ActivityCompletionException stopped;

  Shift(
      Batch batch,
      OpenJobs jobs,
      SubmissionTimes times,
      Outbox outbox,
      ActivityExecutionContext context,
      Poll poll,
      Sweeps sweeps,
      Executor readers,
      InstantSource clock) {
    this.batch = batch;
    this.jobs = jobs;
    this.times = times;
    this.outbox = outbox;
    this.context = context;
    this.metrics = context.getMetricsScope();
    this.caller = Caller.shift(context.getInfo().getWorkflowId(), LONGEST_WAIT);
    this.poll = poll;
    this.listable = new ShiftSweeps(batch, jobs, times);
    this.sweeps = sweeps;
    this.readers = readers;
    this.clock = clock;
    this.endsAt = now() + LENGTH.toMillis();
  }

  /** Works until every job has ended, or fails with {@code JobPending}. */
  EndedJobs run() throws InterruptedException {
    while (true) {
      Runnable event = events.poll(nap(), TimeUnit.MILLISECONDS);
      EndedJobs group = null;
      ApplicationFailure over = null;
      synchronized (this) {
        for (; event != null; event = events.poll()) {
          event.run();
        }
        if (stopped != null) {
          // Thrown on, it would count as a cancellation, although nobody may have asked for one.
          LOG.warn("the shift ends early: {}", stopped.toString());
          throw pending();
        }
        if (jobs.open() == 0 && !outbox.full()) {
          return outbox.group();
        }
        handOut();
        if (outbox.tellAt() <= now()) {
          group = outbox.group();
        } else if (underWay == 0 && isOver()) {
          over = pending();
        }
      }
      if (group != null) {
        tell(group);
      }
      if (over != null) {
        beat();
        throw over;
      }
    }
  }

  private void handOut() {
    while (underWay < AT_ONCE && !ending() && !outbox.full()) {
      int job = jobs.take(now());
      if (job < 0) {
        return;
      }
      ListScope list = batch.list(job);
      if (!listable.listable(job) || sweeps.pause(list)) {
        underWay++;
        Attempt attempt = attempt(job);
        readers.execute(() -> read(job, attempt));
      } else if (listable.setAside(job, list)) {
        underWay++;
        sweeps.begin(list, this);
      }
    }
  }

  private Attempt attempt(int job) {
    return batch.attempt(job, jobs.polls(job) + 1);
  }

  private void read(int job, Attempt attempt) {
    Runnable found;
    try {
      found = found(job, attempt, poll.of(attempt, caller, metrics));
    } catch (RuntimeException e) {
      LOG.error("{}: the poll failed; trying again", attempt.job(), e);
      found = () -> again(job, batch.policy().patience(), attempt.polls());
    }
    Runnable event = found;
    events.add(
        () -> {
          underWay--;
          event.run();
        });
  }

  private Runnable found(int job, Attempt attempt, Polled polled) {
    if (polled instanceof Polled.Ended it) {
      JobEnd end = batch.ended(it.outcome());
      return () -> end(job, end);
    }
    if (polled instanceof Polled.Lost it) {
      JobEnd end = Batch.lost(attempt, it.cause());
      return () -> end(job, end);
    }
    if (polled instanceof Polled.Pending it) {
      return () -> {
        listable.going(job, it.job(), clock.instant());
        again(job, it.delay(), attempt.polls());
      };
    }
    Polled.Again again = (Polled.Again) polled;
    boolean unasked =
        again.cause().type() == FailureType.THROTTLED && again.cause().httpStatus() == null;
    // Where this worker's own budget was used up, the API was not asked and the schedule stands.
    return unasked
        ? () -> again(job, again.cause().retryAfter().orElse(again.delay()), attempt.polls() - 1)
        : () -> again(job, again.delay(), attempt.polls());
  }

  private void end(int job, JobEnd end) {
    times.forget(job);
    jobs.end(job);
    outbox.add(job, end, now());
  }

  private void again(int job, Duration delay, int polls) {
    jobs.again(job, now() + delay.toMillis(), polls, now());
  }

  private void tell(EndedJobs group) {
    String workflowId = context.getInfo().getWorkflowId();
    try {
      context
          .getWorkflowClient()
          .newUntypedWorkflowStub(workflowId)
          .signal(AwaitMediaJobsWorkflow.JOBS_ENDED, group);
    } catch (WorkflowNotFoundException e) {
      // The run is closed: nobody is left to poll for.
      throw e;
    } catch (RuntimeException e) {
      LOG.warn("{} was not told of ends; trying again: {}", workflowId, e.toString());
      synchronized (this) {
        outbox.notTold(now() + LONGEST_NAP.toMillis());
      }
      return;
    }
    synchronized (this) {
      outbox.told(group);
    }
  }

  /** Sends what the next shift would need if this one died now. */
  void beat() {
    try {
      context.heartbeat(state());
    } catch (ActivityCompletionException e) {
      events.add(() -> stopped = e);
    } catch (RuntimeException e) {
      LOG.warn("a heartbeat was not taken: {}", e.toString());
    }
  }

  private synchronized ShiftState state() {
    EndedJobs untold = outbox.group();
    return new ShiftState(
        PackedJobs.pack(jobs, outbox.beyond(untold)),
        outbox.signals(),
        untold.ends().isEmpty() ? null : untold,
        times.pack());
  }

  void due(String operation, String jobId) {
    for (int job : batch.indexes(operation, jobId)) {
      events.add(
          () -> {
            times.forget(job);
            jobs.hurry(job, now());
          });
    }
  }

  /** Whether a job is set aside for the list. */
  synchronized boolean wants(ListScope scope) {
    return listable.hasAside(scope);
  }

  /**
   * Hands over the jobs that a list is to answer for; where there are any, until {@link #letGo}.
   */
  synchronized List<Sweeping.Asked> ask(ListScope scope) {
    List<Integer> taken = ending() ? listable.takeAside(scope) : listable.take(scope, now());
    underWay += taken.isEmpty() ? 0 : 1;
    return taken.stream()
        .map(it -> new Sweeping.Asked(this, it, times.of(it), attempt(it)))
        .toList();
  }

  /** When jobs were submitted that a list shows too, and need not answer for. */
  synchronized List<Instant> notAsked(ListScope scope) {
    return listable.others(scope);
  }

  void listedGoing(int job, Duration delay, int polls) {
    events.add(() -> again(job, delay, polls));
  }

  void listedEnded(ListScope scope, List<String> jobIds) {
    events.add(() -> jobIds.forEach(it -> listable.ended(scope, it, now())));
  }

  /** A list showed something else than a job that goes on. */
  void readNow(int job) {
    events.add(() -> listable.toRead(job, now(), now()));
  }

  /** A list did not answer for the job. */
  void readWhenDue(int job) {
    events.add(() -> listable.toRead(job, jobs.due(job), now()));
  }

  /** Nothing was done for the job. */
  void putBack(int job) {
    events.add(() -> jobs.again(job, jobs.due(job), jobs.polls(job), now()));
  }

  void putOff(int job, Duration delay) {
    events.add(() -> again(job, delay, jobs.polls(job)));
  }

  /** What was under way for the shift is over. */
  void letGo() {
    events.add(() -> underWay--);
  }

  void drain() {
    draining = true;
    events.add(() -> {});
    beat();
  }

  synchronized int open() {
    return jobs.open();
  }

  boolean ending() {
    return draining || now() >= endsAt;
  }

  private boolean isOver() {
    return ending() || wakeAt() - now() > SOON.toMillis();
  }

  private long wakeAt() {
    return Math.min(jobs.nextDue(), outbox.tellAt());
  }

  private synchronized long nap() {
    long until = underWay < AT_ONCE && !ending() ? wakeAt() : outbox.tellAt();
    return Math.max(0, Math.min(LONGEST_NAP.toMillis(), until - now()));
  }

  /** The failure that ends the shift: the server begins the next when something is due. */
  synchronized ApplicationFailure pending() {
    long now = now();
    Duration delay = Duration.ofMillis(Math.max(0, wakeAt() - now));
    Instant next = batch.startedAt().plusMillis(now).plus(delay);
    int ended = jobs.size() - jobs.open();
    int polls = 0;
    for (int job = 0; job < jobs.size(); job++) {
      polls += jobs.polls(job);
    }
    return Failures.pending(
        "%d of %d jobs have ended; next poll at %s".formatted(ended, jobs.size(), next),
        new JobPending(null, 100 * ended / jobs.size(), polls, next),
        delay);
  }

  private long now() {
    return Math.max(0, Duration.between(batch.startedAt(), clock.instant()).toMillis());
  }
}
