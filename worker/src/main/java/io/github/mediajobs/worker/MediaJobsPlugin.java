package io.github.mediajobs.worker;

import io.github.mediajobs.activity.JobPoller;
import io.github.mediajobs.activity.JobReader;
import io.github.mediajobs.activity.JobShifts;
import io.github.mediajobs.activity.LearntReader;
import io.github.mediajobs.activity.RunningShifts;
import io.github.mediajobs.activity.UserJobReader;
import io.github.mediajobs.api.MediaApi;
import io.github.mediajobs.api.RecentJobs;
import io.github.mediajobs.api.Tracing;
import io.github.mediajobs.callback.CallbackIntake;
import io.github.mediajobs.callback.CallbackReceiver;
import io.github.mediajobs.callback.WaitSignals;
import io.github.mediajobs.client.JobSharing;
import io.github.mediajobs.learning.Learner;
import io.github.mediajobs.nexus.ServedMediaJobs;
import io.github.mediajobs.operation.Catalogue;
import io.github.mediajobs.webhook.WebhookSender;
import io.github.mediajobs.wire.AwaitMediaJobWorkflow;
import io.github.mediajobs.wire.AwaitMediaJobsWorkflow;
import io.github.mediajobs.wire.LearntDurationsWorkflow;
import io.github.mediajobs.wire.MediaJobPipelineWorkflow;
import io.github.mediajobs.workflow.AwaitMediaJob;
import io.github.mediajobs.workflow.AwaitMediaJobs;
import io.github.mediajobs.workflow.LearntByWorker;
import io.github.mediajobs.workflow.MediaJobPipeline;
import io.temporal.client.WorkflowClient;
import io.temporal.common.SimplePlugin;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactory;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Makes a worker await media jobs: give it to the options of a client or a worker factory. It
 * serves one task queue, and makes a worker for it when the factory has none; workers on other
 * queues, and the data converter, are left alone.
 */
public final class MediaJobsPlugin extends SimplePlugin implements AutoCloseable {
  private final WorkerConfig config;
  private final InstantSource clock;
  private final CallMetrics callMetrics = new CallMetrics();
  private final MediaApi api;
  private final WebhookSender webhooks;
  private final ExecutorService background = background();
  private final Learner learner;
  private CallbackReceiver callbacks;
  private final RunningShifts runningShifts = new RunningShifts();
  private final JobShifts shifts;

  /**
   * A plugin on the Temporal service's time.
   *
   * @param config what to serve
   */
  public MediaJobsPlugin(WorkerConfig config) {
    this(config, ServerClock.system());
  }

  private MediaJobsPlugin(WorkerConfig config, ServerClock clock) {
    this(
        config,
        clock,
        newBuilder("mediajobs")
            .addWorkerInterceptors(new ServerTimeInterceptor(config.taskQueue(), clock)));
  }

  /**
   * A plugin on a time of the caller's, for tests that skip time.
   *
   * @param config what to serve
   * @param clock tells the engine's time
   */
  public MediaJobsPlugin(WorkerConfig config, InstantSource clock) {
    this(config, clock, newBuilder("mediajobs"));
  }

  private MediaJobsPlugin(WorkerConfig config, InstantSource clock, Builder plugin) {
    super(plugin);
    this.config = config;
    this.clock = clock;
    Tracing tracing = config.tracing();
    this.api = new MediaApi(config.api(), config.credentials(), clock, callMetrics, tracing);
    this.webhooks = new WebhookSender(config.webhooks(), clock);
    this.learner =
        new Learner(
            clock, new RecentJobs(api, clock), work -> background.execute(tracing.carried(work)));
    this.shifts =
        new JobShifts(
            api, config.catalogue(), clock, MediaJobsPlugin::random, learner, runningShifts);
  }

  /** One thread while there is work; what comes after its end is dropped. */
  private static ExecutorService background() {
    return new ThreadPoolExecutor(
        0,
        1,
        10,
        TimeUnit.SECONDS,
        new LinkedBlockingQueue<>(),
        work -> {
          Thread thread = new Thread(work, "mediajobs-background");
          thread.setDaemon(true);
          return thread;
        },
        new ThreadPoolExecutor.DiscardPolicy());
  }

  private static double random() {
    return ThreadLocalRandom.current().nextDouble();
  }

  @Override
  public void initializeWorker(String taskQueue, Worker worker) {
    if (!taskQueue.equals(config.taskQueue())) {
      return;
    }
    Catalogue catalogue = config.catalogue();
    String region = config.api().region();
    worker.registerWorkflowImplementationFactory(
        AwaitMediaJobWorkflow.class, () -> new AwaitMediaJob(catalogue, region));
    worker.registerWorkflowImplementationFactory(
        MediaJobPipelineWorkflow.class, () -> new MediaJobPipeline(catalogue, region));
    worker.registerWorkflowImplementationFactory(
        AwaitMediaJobsWorkflow.class, () -> new AwaitMediaJobs(catalogue, region));
    worker.registerWorkflowImplementationFactory(
        LearntDurationsWorkflow.class, () -> new LearntByWorker(catalogue));
    worker.registerActivitiesImplementations(
        new JobPoller(api, catalogue, clock, MediaJobsPlugin::random, learner),
        shifts,
        new JobReader(api),
        new LearntReader(learner, catalogue),
        new JobSharing(catalogue, region, clock, config.searchAttributes()),
        webhooks);
    worker.registerNexusServiceImplementation(
        new ServedMediaJobs(taskQueue, catalogue, config.searchAttributes()));
    if (catalogue.operations().size() > Catalogue.standard().operations().size()) {
      worker.registerActivitiesImplementations(new UserJobReader(api, catalogue));
    }
  }

  @Override
  public void startWorkerFactory(WorkerFactory factory, Consumer<WorkerFactory> next) {
    if (factory.tryGetWorker(config.taskQueue()) == null) {
      factory.newWorker(config.taskQueue());
    }
    receiveCallbacks(factory.getWorkflowClient());
    callMetrics.report(
        factory.getWorkflowClient().getWorkflowServiceStubs().getOptions().getMetricsScope());
    runningShifts.resume();
    super.startWorkerFactory(factory, next);
  }

  @Override
  public void shutdownWorkerFactory(WorkerFactory factory, Consumer<WorkerFactory> next) {
    ignoreCallbacks();
    runningShifts.drain();
    super.shutdownWorkerFactory(factory, next);
  }

  /**
   * Where the vendor's callbacks are received.
   *
   * @return the port, or empty while they are not
   */
  public synchronized OptionalInt callbackPort() {
    return callbacks == null ? OptionalInt.empty() : OptionalInt.of(callbacks.port());
  }

  /**
   * Takes the vendor's callbacks from a server of the caller's, in place of one that the
   * configuration's callbacks start.
   *
   * @param client of the namespace where the waits run
   * @param url the URL as the vendor knows it, which is part of the signature
   * @param keys the keys that sign events, the new one and, while they change, the old one
   * @return what to hand requests to; close it before this plugin
   */
  public CallbackIntake callbackIntake(WorkflowClient client, String url, List<String> keys) {
    return new CallbackIntake(url, keys, config.catalogue(), clock, looksAt(client));
  }

  private BiConsumer<String, String> looksAt(WorkflowClient client) {
    BiConsumer<String, String> shiftsFirst = runningShifts::due;
    return shiftsFirst.andThen(new WaitSignals(client, config.catalogue(), config.api().region()));
  }

  private synchronized void receiveCallbacks(WorkflowClient client) {
    if (callbacks == null && config.callbacks().isPresent()) {
      callbacks =
          CallbackReceiver.start(
              config.callbacks().get(), config.catalogue(), clock, looksAt(client));
    }
  }

  private synchronized void ignoreCallbacks() {
    if (callbacks != null) {
      callbacks.close();
      callbacks = null;
    }
  }

  /** Lets go of connections; call it once the worker factory has ended. */
  @Override
  public void close() {
    ignoreCallbacks();
    shifts.close();
    background.shutdownNow();
    api.close();
    webhooks.close();
  }
}
