package io.github.mediajobs.worker.devserver;

import io.github.mediajobs.worker.MediaJobsWorker;
import io.github.mediajobs.worker.TemporalConnection;
import io.github.mediajobs.worker.WorkerConfig;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** A worker in a process of its own, to be killed, or to be drained by SIGTERM. */
final class WorkerProcess {
  private WorkerProcess() {}

  public static void main(String[] args) throws InterruptedException {
    Map<String, String> environment = System.getenv();
    TemporalConnection connection = TemporalConnection.open(environment, Duration.ofSeconds(30));
    MediaJobsWorker worker =
        MediaJobsWorker.start(connection.client(), WorkerConfig.fromEnvironment(environment));
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  worker.close();
                  connection.close();
                }));
    new CountDownLatch(1).await();
  }

  static Process start(String temporal, String taskQueue, URI emulator) throws IOException {
    ProcessBuilder process =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            WorkerProcess.class.getName());
    process.environment().put("TEMPORAL_ADDRESS", temporal);
    process.environment().put("MEDIAJOBS_TASK_QUEUE", taskQueue);
    process.environment().put("MEDIAJOBS_ICE_ENDPOINT", emulator.toString());
    process.environment().put("MEDIAJOBS_MPS_ENDPOINT", emulator.toString());
    process.environment().put("MEDIAJOBS_WEBHOOK_HOSTS", "127.0.0.1");
    process.environment().put("MEDIAJOBS_WEBHOOK_SECRET", "secret");
    process.environment().put("ALIBABA_CLOUD_ACCESS_KEY_ID", "emulator");
    process.environment().put("ALIBABA_CLOUD_ACCESS_KEY_SECRET", "emulator");
    return process
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.appendTo(new File("target/worker-process.log")))
        .start();
  }
}
