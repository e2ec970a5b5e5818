package io.github.mediajobs.emulator.callback;

import io.github.mediajobs.emulator.job.JobEnd;
import io.github.mediajobs.emulator.job.Jobs;
import io.github.mediajobs.operation.JobOperation;
import io.github.mediajobs.operation.JobState;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Posts an event when a scripted job ends whose operation has one, and remembers the last 10,000.
 * Off until it knows where to. One thread looks at the job that ends first, so many jobs cost
 * nothing but their place in a queue.
 */
public final class Callbacks implements AutoCloseable {
  private static final int REMEMBERED = 10_000;
  private static final long LOOK_EVERY_MILLIS = 10;

  private final InstantSource clock;
  private final Jobs jobs;
  private final CallbackOptions initial;
  private final PriorityQueue<JobEnd> coming =
      new PriorityQueue<>(Comparator.comparing(JobEnd::at));
  private final Deque<SentEvent> sent = new ArrayDeque<>();
  private Shares shares = new Shares();
  private CallbackOptions options;
  private ScheduledExecutorService thread;
  private ScheduledFuture<?> looking;
  private Courier courier;

  /**
   * Callbacks for the jobs of an account.
   *
   * @param jobs whose ends are told
   * @param clock the time of jobs and signatures
   * @param initial where to and how; null for none
   */
  public Callbacks(Jobs jobs, InstantSource clock, CallbackOptions initial) {
    this.jobs = jobs;
    this.clock = clock;
    this.initial = initial;
    reset();
  }

  /**
   * Posts from now on, also about jobs that were added before and have not ended.
   *
   * @param to where to and how
   */
  public synchronized void post(CallbackOptions to) {
    options = to;
    shares = new Shares();
    if (thread == null) {
      thread = Executors.newSingleThreadScheduledExecutor(Callbacks::daemon);
      courier = new Courier(thread, clock, this::remember);
      looking =
          thread.scheduleWithFixedDelay(
              this::look, LOOK_EVERY_MILLIS, LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }
    Instant now = clock.instant();
    coming.clear();
    jobs.ends().filter(end -> end.at().isAfter(now)).forEach(this::expect);
  }

  /** Posts no more. */
  public synchronized void stop() {
    options = null;
    coming.clear();
  }

  /** Makes it as it was at first. */
  public synchronized void reset() {
    stop();
    sent.clear();
    if (initial != null) {
      post(initial);
    }
  }

  /**
   * Notes when a job will end.
   *
   * @param end of a job that was added
   */
  public synchronized void expect(JobEnd end) {
    if (options != null && end.operation().event() != null) {
      coming.add(end);
    }
  }

  /**
   * Posts an event now, whatever has become of the job and whatever share is dropped; it is dropped
   * itself when there is nowhere to post to.
   *
   * @param operation has an event
   * @param jobId the job that it tells of
   * @param succeeded how the job ended
   * @param forgery what is wrong with it; null for nothing
   * @throws IllegalArgumentException when the operation has no event
   */
  public synchronized void send(
      JobOperation<?> operation, String jobId, boolean succeeded, Forgery forgery) {
    if (operation.event() == null) {
      throw new IllegalArgumentException("operation: " + operation.action() + " has no event");
    }
    Event event = new Event(operation.event(), jobId, succeeded, null, forgery);
    if (options == null) {
      remember(event.became(SentEvent.Fate.DROPPED, 0, null, clock.instant()));
      return;
    }
    CallbackOptions to = options;
    thread.execute(() -> courier.send(event, to));
  }

  /**
   * Where it posts to.
   *
   * @return the options, or empty when it is off
   */
  public synchronized Optional<CallbackOptions> options() {
    return Optional.ofNullable(options);
  }

  /**
   * The events whose fate is known.
   *
   * @return the last of them, oldest first
   */
  public synchronized List<SentEvent> sent() {
    return List.copyOf(sent);
  }

  /** Stops at once; what is under way is lost. */
  @Override
  public synchronized void close() {
    stop();
    if (thread != null) {
      looking.cancel(false);
      thread.shutdownNow();
    }
  }

  private synchronized void look() {
    Instant now = clock.instant();
    while (!coming.isEmpty() && !coming.peek().at().isAfter(now)) {
      JobEnd end = coming.remove();
      if (jobs.end(end.operation(), end.jobId()).equals(Optional.of(end))) {
        tell(end);
      }
    }
  }

  private void tell(JobEnd end) {
    double place = shares.next();
    boolean succeeded = end.operation().stateOf(end.status()) == JobState.SUCCEEDED;
    Forgery forgery =
        place >= options.drop() && place < options.drop() + options.forge()
            ? options.forgery()
            : null;
    Event event = new Event(end.operation().event(), end.jobId(), succeeded, end.at(), forgery);
    if (place < options.drop()) {
      remember(event.became(SentEvent.Fate.DROPPED, 0, null, clock.instant()));
      return;
    }
    CallbackOptions to = options;
    Executor later =
        CompletableFuture.delayedExecutor(to.delay().toNanos(), TimeUnit.NANOSECONDS, thread);
    for (int i = 0; i < to.repeat(); i++) {
      later.execute(() -> courier.send(event, to));
    }
  }

  private synchronized void remember(SentEvent event) {
    sent.addLast(event);
    if (sent.size() > REMEMBERED) {
      sent.removeFirst();
    }
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "mediajobs-emulator-callbacks");
    thread.setDaemon(true);
    return thread;
  }
}
