package io.github.mediajobs.benchmark.chaos;

import io.github.mediajobs.emulator.Emulator;
import io.github.mediajobs.failure.JobStateUnknownException;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowServiceException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Submits jobs and starts what awaits them, over time, and again until the service has taken it.
 */
final class Submission implements AutoCloseable {
  private static final int THREADS = 8;
  private static final Duration BETWEEN_TRIES = Duration.ofMillis(500);

  private final Emulator emulator;
  private final WorkflowClient client;
  private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(THREADS);
  private final Map<Job, Instant> submitted = new ConcurrentHashMap<>();
  private final AtomicInteger started = new AtomicInteger();
  private final AtomicInteger refused = new AtomicInteger();
  private final AtomicReference<RuntimeException> broken = new AtomicReference<>();

  Submission(Emulator emulator, WorkflowClient client) {
    this.emulator = emulator;
    this.client = client;
  }

  /** Spreads the starts evenly. */
  void begin(List<Pipeline> pipelines, Duration over) {
    for (int i = 0; i < pipelines.size(); i++) {
      Pipeline pipeline = pipelines.get(i);
      long delay = over.toMillis() * i / pipelines.size();
      later(() -> submit(pipeline), delay);
    }
  }

  private void later(Runnable task, long millis) {
    var unused = threads.schedule(task, millis, TimeUnit.MILLISECONDS);
  }

  private void submit(Pipeline pipeline) {
    pipeline.jobs().stream()
        .filter(Job::submitted)
        .forEach(job -> submitted.computeIfAbsent(job, this::submit));
    start(pipeline);
  }

  private Instant submit(Job job) {
    emulator.add(job.script());
    return emulator.now();
  }

  private void start(Pipeline pipeline) {
    try {
      pipeline.start(client);
      started.incrementAndGet();
    } catch (JobStateUnknownException | WorkflowServiceException e) {
      refused.incrementAndGet();
      later(() -> start(pipeline), BETWEEN_TRIES.toMillis());
    } catch (RuntimeException e) {
      broken.set(e);
    }
  }

  /** How many runs the service has taken. */
  int started() {
    if (broken.get() != null) {
      throw new IllegalStateException("a start that cannot be", broken.get());
    }
    return started.get();
  }

  /** How many starts had to be tried again. */
  int refused() {
    return refused.get();
  }

  /** When a job was; not for one that never is. */
  Instant submittedAt(Job job) {
    return submitted.get(job);
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
