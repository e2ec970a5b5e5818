package io.github.mediajobs.activity;

import com.uber.m3.tally.Scope;
import io.github.mediajobs.api.MediaApi;
import io.github.mediajobs.learning.Learner;
import io.github.mediajobs.operation.Catalogue;
import io.github.mediajobs.shift.OpenJobs;
import io.github.mediajobs.shift.Outbox;
import io.github.mediajobs.shift.PackedJobs;
import io.github.mediajobs.shift.ShiftState;
import io.github.mediajobs.shift.SignalPace;
import io.github.mediajobs.shift.SubmissionTimes;
import io.github.mediajobs.wire.AwaitMediaJobsActivity;
import io.github.mediajobs.wire.BatchShift;
import io.github.mediajobs.wire.EndedJobs;
import io.github.mediajobs.wire.WireInput;
import io.temporal.activity.Activity;
import io.temporal.activity.ActivityExecutionContext;
import io.temporal.common.converter.DataConverterException;
import io.temporal.common.converter.RawValue;
import java.time.Duration;
import java.time.InstantSource;
import java.util.BitSet;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Polls batches in shifts. All shifts of a worker share one pool of threads that read. */
public final class JobShifts implements AwaitMediaJobsActivity, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(JobShifts.class);
  private static final int READERS = 64;

  /** One or two for each list: what a page answers for must not wait behind reads. */
  private static final int SWEEPERS = 8;

  private static final Duration BEAT = Duration.ofSeconds(20);

  private final MediaApi api;
  private final Catalogue catalogue;
  private final InstantSource clock;
  private final RunningShifts running;
  private final Poll poll;
  private final Sweeps sweeps;
  private final ThreadPoolExecutor readers;
  private final ThreadPoolExecutor sweepers;
  private final ScheduledThreadPoolExecutor heart;

  /**
   * Gathers what shifts need.
   *
   * @param api reads jobs
   * @param catalogue the operations that may be named
   * @param clock follows the Temporal service's time
   * @param random uniform in [0, 1), for jitter
   * @param learner learns from the jobs that end, and plans
   * @param running told which shifts are under way
   */
  public JobShifts(
      MediaApi api,
      Catalogue catalogue,
      InstantSource clock,
      DoubleSupplier random,
      Learner learner,
      RunningShifts running) {
    this.api = api;
    this.catalogue = catalogue;
    this.clock = clock;
    this.running = running;
    this.poll = new Poll(api, clock, random, learner);
    this.readers = pool(READERS, "mediajobs-reader");
    this.sweepers = pool(SWEEPERS, "mediajobs-sweeper");
    this.sweeps = new Sweeps(running, api, poll, carrying(sweepers), clock);
    this.heart = new ScheduledThreadPoolExecutor(1, daemons("mediajobs-heartbeat"));
    heart.setRemoveOnCancelPolicy(true);
  }

  private static ThreadPoolExecutor pool(int threads, String name) {
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            threads, threads, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), daemons(name));
    pool.allowCoreThreadTimeOut(true);
    return pool;
  }

  /** What is read on other threads belongs to the shift that hands it out. */
  private Executor carrying(Executor threads) {
    return work -> threads.execute(api.tracing().carried(work));
  }

  private static ThreadFactory daemons(String name) {
    return work -> {
      Thread thread = new Thread(work, name);
      thread.setDaemon(true);
      return thread;
    };
  }

  @Override
  public EndedJobs shift(RawValue argument) {
    ActivityExecutionContext context = Activity.getExecutionContext();
    BatchShift input = WireInput.read(argument, BatchShift::read);
    Batch batch = WireInput.read(argument, it -> Batch.of(input, catalogue, api.defaultRegion()));
    BitSet endedBefore = WireInput.read(argument, it -> input.endedBits());
    Shift shift = shift(batch, endedBefore, input.ended() != null, context);
    Scope metrics = context.getMetricsScope();
    ScheduledFuture<?> beats =
        heart.scheduleAtFixedRate(
            () -> {
              shift.beat();
              count(metrics);
            },
            BEAT.toMillis(),
            BEAT.toMillis(),
            TimeUnit.MILLISECONDS);
    running.add(shift);
    count(metrics);
    try {
      return shift.run();
    } catch (InterruptedException e) {
      shift.beat();
      throw shift.pending();
    } finally {
      running.remove(shift);
      beats.cancel(false);
      count(metrics);
    }
  }

  private void count(Scope metrics) {
    metrics.gauge("mediajobs_open_jobs").update(running.openJobs());
  }

  private Shift shift(
      Batch batch, BitSet endedBefore, boolean continued, ActivityExecutionContext context) {
    Optional<ShiftState> left = left(context);
    Optional<OpenJobs> packed = left.flatMap(it -> PackedJobs.unpack(it.jobs(), batch.size()));
    OpenJobs jobs =
        packed.orElseGet(() -> OpenJobs.all(batch.size(), endedBefore, continued ? 1 : 0));
    Outbox outbox =
        new Outbox(new SignalPace(batch.size()), left.map(ShiftState::signals).orElse(0));
    if (packed.isPresent() && left.get().untold() != null) {
      EndedJobs untold = left.get().untold();
      for (int i = 0; i < untold.ends().size(); i++) {
        outbox.add(untold.indexes().get(i), untold.ends().get(i), 0);
      }
    }
    SubmissionTimes times =
        SubmissionTimes.unpack(
            packed.flatMap(it -> left).map(ShiftState::submitted).orElse(null), batch.size());
    return new Shift(batch, jobs, times, outbox, context, poll, sweeps, carrying(readers), clock);
  }

  /** What the shift before left; a shift that finds nothing it can read polls every job anew. */
  private static Optional<ShiftState> left(ActivityExecutionContext context) {
    try {
      return context.getHeartbeatDetails(ShiftState.class);
    } catch (DataConverterException e) {
      LOG.warn("heartbeat details are unreadable, every open job is polled: {}", e.toString());
      return Optional.empty();
    }
  }

  /** Ends the threads. */
  @Override
  public void close() {
    readers.shutdownNow();
    sweepers.shutdownNow();
    heart.shutdownNow();
  }
}
