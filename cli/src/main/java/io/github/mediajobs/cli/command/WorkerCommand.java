package io.github.mediajobs.cli.command;

import io.github.mediajobs.api.CredentialsSource;
import io.github.mediajobs.cli.exit.ExitCode;
import io.github.mediajobs.failure.FailureType;
import io.github.mediajobs.failure.JobStateUnknownException;
import io.github.mediajobs.worker.MediaJobsWorker;
import io.github.mediajobs.worker.TemporalConnection;
import io.github.mediajobs.worker.WorkerConfig;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Runs a worker until the process is told to end. */
@Command(
    name = "worker",
    description = {
      "Runs a worker on the configured Temporal service.",
      "It ends on SIGTERM or Ctrl-C, when the reads that run have ended. Exit 5 when the service",
      "cannot be reached for 30 s at the start, or without credentials."
    },
    versionProvider = RootCommand.Version.class,
    mixinStandardHelpOptions = true,
    footerHeading = "%nEnvironment:%n",
    footer = {
      "  ALIBABA_CLOUD_ACCESS_KEY_ID, ALIBABA_CLOUD_ACCESS_KEY_SECRET, ALIBABA_CLOUD_SECURITY_TOKEN",
      "  MEDIAJOBS_REGION, MEDIAJOBS_ICE_ENDPOINT, MEDIAJOBS_MPS_ENDPOINT, MEDIAJOBS_TASK_QUEUE,",
      "  MEDIAJOBS_CALLS_PER_SECOND, MEDIAJOBS_WEBHOOK_HOSTS, MEDIAJOBS_WEBHOOK_SECRET",
      "  MEDIAJOBS_CALLBACK_PORT, MEDIAJOBS_CALLBACK_KEYS, MEDIAJOBS_CALLBACK_URL,",
      "  MEDIAJOBS_CALLBACK_HOST",
      "  TEMPORAL_ADDRESS, TEMPORAL_NAMESPACE and Temporal's other variables and profiles",
      "%nExamples:%n",
      "  mediajobs worker",
      "  TEMPORAL_ADDRESS=temporal.example:7233 MEDIAJOBS_REGION=cn-beijing mediajobs worker"
    })
final class WorkerCommand implements Callable<Integer> {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Invocation invocation;

  WorkerCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() throws InterruptedException {
    WorkerConfig config =
        WorkerConfig.fromEnvironment(invocation.environment())
            .withCredentials(invocation.credentials());
    checkCredentials(config.credentials());
    try (TemporalConnection temporal = TemporalConnection.open(invocation.environment(), PATIENCE);
        MediaJobsWorker worker = MediaJobsWorker.start(temporal.client(), config)) {
      String line =
          "mediajobs worker: polling task queue %s on %s, namespace %s, region %s%s"
              .formatted(
                  config.taskQueue(),
                  temporal.target(),
                  temporal.client().getOptions().getNamespace(),
                  config.api().region(),
                  worker.callbackPort().isPresent()
                      ? ", callbacks on port " + worker.callbackPort().getAsInt()
                      : "");
      UntilToldToEnd.await(() -> invocation.line(line), worker::close);
    }
    return ExitCode.SUCCEEDED.number();
  }

  private static void checkCredentials(CredentialsSource credentials) {
    try {
      credentials.credentials();
    } catch (RuntimeException e) {
      throw new JobStateUnknownException(
          FailureType.CREDENTIALS_INVALID.wireName(), null, e.getMessage(), e);
    }
  }
}
