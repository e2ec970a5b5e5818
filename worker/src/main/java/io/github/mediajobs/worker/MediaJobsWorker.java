package io.github.mediajobs.worker;

import io.temporal.client.WorkflowClient;
import io.temporal.worker.WorkerFactory;
import io.temporal.worker.WorkerFactoryOptions;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/** A worker that runs on its own and drains when it is closed. */
public final class MediaJobsWorker implements AutoCloseable {
  /** An attempt takes at most 30 s. */
  private static final Duration DRAIN = Duration.ofSeconds(35);

  private final MediaJobsPlugin plugin;
  private final WorkerFactory factory;

  private MediaJobsWorker(MediaJobsPlugin plugin, WorkerFactory factory) {
    this.plugin = plugin;
    this.factory = factory;
  }

  /**
   * Starts to poll.
   *
   * @param client connected to the Temporal service; stays the caller's
   * @param config what to serve
   * @return the worker, polling
   */
  public static MediaJobsWorker start(WorkflowClient client, WorkerConfig config) {
    MediaJobsPlugin plugin = new MediaJobsPlugin(config);
    WorkerFactory factory =
        WorkerFactory.newInstance(
            client, WorkerFactoryOptions.newBuilder().setPlugins(plugin).build());
    try {
      factory.start();
    } catch (RuntimeException e) {
      factory.shutdownNow();
      plugin.close();
      throw e;
    }
    return new MediaJobsWorker(plugin, factory);
  }

  /**
   * Where the vendor's callbacks are received.
   *
   * @return the port, or empty when they are not
   */
  public OptionalInt callbackPort() {
    return plugin.callbackPort();
  }

  /** Takes no more tasks, lets running attempts end for up to 35 s, then lets go of everything. */
  @Override
  public void close() {
    factory.shutdown();
    factory.awaitTermination(DRAIN.toSeconds(), TimeUnit.SECONDS);
    if (!factory.isTerminated()) {
      factory.shutdownNow();
    }
    plugin.close();
  }
}
