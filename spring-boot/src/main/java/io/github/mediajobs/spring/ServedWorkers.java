package io.github.mediajobs.spring;

import io.github.mediajobs.failure.InvalidRequestException;
import io.github.mediajobs.worker.MediaJobsPlugin;
import io.temporal.common.WorkflowExecutionHistory;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactory;
import io.temporal.worker.WorkerFactoryOptions;
import io.temporal.worker.WorkerOptions;
import io.temporal.worker.WorkerPlugin;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * The plugin as Temporal's starter takes it on every path. A bean that is a plugin of service stubs
 * too, as {@link MediaJobsPlugin} is, is left out with the target {@code local} and with the test
 * server.
 */
final class ServedWorkers implements WorkerPlugin, AutoCloseable {
  /** An attempt takes at most 30 s. */
  private static final long DRAIN_SECONDS = 35;

  private final MediaJobsPlugin plugin;
  private final String taskQueue;
  private final Set<WorkerFactory> factories = ConcurrentHashMap.newKeySet();
  private final Set<Worker> workers = ConcurrentHashMap.newKeySet();

  ServedWorkers(MediaJobsPlugin plugin, String taskQueue) {
    this.plugin = plugin;
    this.taskQueue = taskQueue;
  }

  MediaJobsPlugin plugin() {
    return plugin;
  }

  /** Whether a worker of the task queue asks for work. */
  boolean polling() {
    return workers.stream().anyMatch(worker -> !worker.isSuspended());
  }

  /** Takes no more tasks and lets running ones end for up to 35 s. */
  void drain() {
    factories.forEach(WorkerFactory::shutdown);
    factories.forEach(it -> it.awaitTermination(DRAIN_SECONDS, TimeUnit.SECONDS));
    factories.clear();
  }

  @Override
  public String getName() {
    return plugin.getName();
  }

  @Override
  public void configureWorkerFactory(WorkerFactoryOptions.Builder builder) {
    plugin.configureWorkerFactory(builder);
  }

  @Override
  public void configureWorker(String queue, WorkerOptions.Builder builder) {
    plugin.configureWorker(queue, builder);
  }

  @Override
  public void initializeWorker(String queue, Worker worker) {
    plugin.initializeWorker(queue, worker);
  }

  @Override
  public void startWorkerFactory(WorkerFactory factory, Consumer<WorkerFactory> next) {
    try {
      plugin.startWorkerFactory(factory, next);
    } catch (InvalidRequestException e) {
      throw PropertyNames.named(e);
    }
    factories.add(factory);
  }

  @Override
  public void startWorker(String queue, Worker worker, BiConsumer<String, Worker> next) {
    plugin.startWorker(queue, worker, next);
    if (queue.equals(taskQueue)) {
      workers.add(worker);
    }
  }

  @Override
  public void shutdownWorker(String queue, Worker worker, BiConsumer<String, Worker> next) {
    workers.remove(worker);
    plugin.shutdownWorker(queue, worker, next);
  }

  @Override
  public void shutdownWorkerFactory(WorkerFactory factory, Consumer<WorkerFactory> next) {
    plugin.shutdownWorkerFactory(factory, next);
  }

  @Override
  public void replayWorkflowExecution(
      Worker worker, WorkflowExecutionHistory history, ReplayCallback next) throws Exception {
    plugin.replayWorkflowExecution(worker, history, next);
  }

  /** Lets go of connections. */
  @Override
  public void close() {
    plugin.close();
  }
}
