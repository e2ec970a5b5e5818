package io.github.mediajobs.benchmark.chaos;

import io.github.mediajobs.api.ApiCredentials;
import io.github.mediajobs.wire.StepInput;
import io.github.mediajobs.worker.MediaJobsPlugin;
import io.github.mediajobs.worker.TemporalConnection;
import io.github.mediajobs.worker.WorkerConfig;
import io.grpc.StatusRuntimeException;
import io.temporal.worker.WorkerFactory;
import io.temporal.worker.WorkerFactoryOptions;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A team's worker: this library's plugin beside activities and a workflow of its own. */
final class Worker {
  /** A service that is down for long is no reason to give up. */
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private static final Duration DRAIN = Duration.ofSeconds(35);

  private Worker() {}

  /**
   * Works until it is killed, or told to end.
   *
   * @param arguments the ledger's file
   */
  public static void main(String[] arguments) throws SQLException {
    Ledger ledger = Ledger.open(Path.of(arguments[0]));
    ApiCredentials key = new ApiCredentials("emulator", "emulator", null);
    TemporalConnection connection = TemporalConnection.open(System.getenv(), PATIENCE);
    MediaJobsPlugin plugin =
        new MediaJobsPlugin(
            WorkerConfig.fromEnvironment(System.getenv()).withCredentials(() -> key));
    WorkerFactory factory =
        WorkerFactory.newInstance(
            connection.client(), WorkerFactoryOptions.newBuilder().setPlugins(plugin).build());
    io.temporal.worker.Worker steps = factory.newWorker(PostProcessing.TASK_QUEUE);
    steps.registerActivitiesImplementations(new Writing(ledger));
    steps.registerWorkflowImplementationTypes(Archive.Archiving.class);
    start(factory);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  factory.shutdown();
                  factory.awaitTermination(DRAIN.toSeconds(), TimeUnit.SECONDS);
                  plugin.close();
                }));
  }

  /** The factory asks the service for its namespace, once; a link that is cut then is no end. */
  private static void start(WorkerFactory factory) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try {
        factory.start();
        return;
      } catch (StatusRuntimeException e) {
        if (System.nanoTime() > end) {
          throw e;
        }
        LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
      }
    }
  }

  /** Takes its time before and after the effect, so that a kill may come before or after it. */
  private record Writing(Ledger ledger) implements PostProcessing {
    private static final int MOST_MILLIS = 400;

    @Override
    public void publish(StepInput input) {
      write(input);
    }

    @Override
    public void alert(StepInput input) {
      write(input);
    }

    private void write(StepInput input) {
      pause();
      try {
        ledger.write(
            new Ledger.Effect(input.idempotencyKey(), input.outcome().outcome().toString()));
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
      pause();
    }

    private static void pause() {
      LockSupport.parkNanos(
          Duration.ofMillis(ThreadLocalRandom.current().nextInt(MOST_MILLIS)).toNanos());
    }
  }
}
