package io.github.mediajobs.cli.watch;

import io.github.mediajobs.cli.exit.ExitCode;
import io.github.mediajobs.cli.exit.Problem;
import io.github.mediajobs.client.JobHandle;
import io.github.mediajobs.client.WaitDescription;
import io.github.mediajobs.outcome.JobReference;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts or joins waits and follows them to their ends. What happens is handled by the thread that
 * calls {@link #run}; the service is asked by others.
 *
 * @param <R> what the runs end with
 */
public final class WaitWatch<R> {
  private static final Logger LOG = LoggerFactory.getLogger(WaitWatch.class);
  private static final Duration TICK = Duration.ofMillis(100);

  private final WaitReport report;
  private final Function<R, Ending> ending;
  private final Consumer<Ended<R>> ended;
  private final InstantSource clock;
  private final BlockingQueue<Runnable> events = new LinkedBlockingQueue<>();
  private final Map<JobReference, Instant> began = new HashMap<>();
  private final List<ExitCode> codes = new ArrayList<>();

  /**
   * A watch for one set of waits.
   *
   * @param report shows them
   * @param ending tells how a run ended
   * @param ended gets each end, in order of completion
   * @param clock the time
   */
  public WaitWatch(
      WaitReport report,
      Function<R, Ending> ending,
      Consumer<Ended<R>> ended,
      InstantSource clock) {
    this.report = report;
    this.ending = ending;
    this.ended = ended;
    this.clock = clock;
  }

  /**
   * Starts or joins all, and returns when all have ended.
   *
   * @param waits each job once
   * @return the code of all, as {@link ExitCode#ofAll} tells
   * @throws InterruptedException when the thread is interrupted; the runs go on
   */
  public ExitCode run(List<Watched<R>> waits) throws InterruptedException {
    try (Starter starter = new Starter();
        Describer describer = new Describer()) {
      waits.forEach(wait -> starter.start(() -> start(wait, describer)));
      while (codes.size() < waits.size()) {
        Runnable event = events.poll(TICK.toMillis(), TimeUnit.MILLISECONDS);
        if (event != null) {
          event.run();
        }
        report.tick();
      }
    }
    return ExitCode.ofAll(codes);
  }

  private void start(Watched<R> wait, Describer describer) {
    JobReference job = wait.job();
    JobHandle<? extends R> handle;
    try {
      handle = wait.start().get();
    } catch (RuntimeException e) {
      events.add(() -> lost(job, e));
      return;
    }
    events.add(() -> started(job));
    describer.add(handle::describe, description -> events.add(() -> described(job, description)));
    var unused =
        handle
            .async()
            .whenComplete((result, failure) -> events.add(() -> end(job, result, failure)));
  }

  private void started(JobReference job) {
    began.put(job, clock.instant());
    report.started(job);
  }

  private void described(JobReference job, WaitDescription description) {
    if (began.containsKey(job) && description.running()) {
      began.put(job, description.startedAt());
      report.seen(job, Stage.of(description), waited(job));
    }
  }

  private void end(JobReference job, R result, Throwable failure) {
    if (failure != null) {
      lost(job, failure);
      return;
    }
    Duration waited = waited(job);
    began.remove(job);
    Ending end = ending.apply(result);
    report.ended(end, waited);
    codes.add(ExitCode.of(end.kind()));
    ended.accept(new Ended<>(job, result, waited));
  }

  private void lost(JobReference job, Throwable failure) {
    LOG.debug("{}: {}", job, failure.toString());
    began.remove(job);
    Problem problem = Problem.of(failure);
    report.notFoundOut(job, problem);
    codes.add(problem.code());
  }

  private Duration waited(JobReference job) {
    Duration waited = Duration.between(began.get(job), clock.instant());
    return waited.isNegative() ? Duration.ZERO : waited;
  }
}
