package io.github.mediajobs.cli.command;

import io.github.mediajobs.api.ApiConfig;
import io.github.mediajobs.cli.exit.ExitCode;
import io.github.mediajobs.cli.watch.Ended;
import io.github.mediajobs.cli.watch.Ending;
import io.github.mediajobs.cli.watch.QuietReport;
import io.github.mediajobs.cli.watch.WaitReport;
import io.github.mediajobs.cli.watch.WaitWatch;
import io.github.mediajobs.cli.watch.Watched;
import io.github.mediajobs.client.MediaJobsClient;
import io.github.mediajobs.json.Json;
import io.github.mediajobs.operation.Catalogue;
import io.github.mediajobs.wire.Outcome;
import io.github.mediajobs.worker.TemporalConnection;
import io.github.mediajobs.worker.WorkerConfig;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Starts or joins waits on the Temporal service and follows them. */
@Command(
    name = "await",
    description = {
      "Waits for jobs on the configured Temporal service and shows how they fare.",
      "A worker must be running there: mediajobs worker. Ctrl-C leaves the waits running;",
      "the same command comes back to them."
    },
    versionProvider = RootCommand.Version.class,
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  mediajobs await package 36f3fee40aa047c0b067d0fb85ed --deadline PT6H",
      "  mediajobs await live-snapshot a046263c --until started,paused",
      "  mediajobs await media-producing cdb3e746 fddd7748 --json | jq -r .outcome",
      "  mediajobs await package --from ids.txt --batch nightly --deadline PT12H"
    })
final class AwaitCommand implements Callable<Integer> {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** Past it a run for each job costs the service more than it is worth. */
  private static final int SINGLE_WAITS = 50;

  private final Invocation invocation;

  @Parameters(
      index = "0",
      paramLabel = "OPERATION",
      completionCandidates = OperationNames.class,
      description = "Reads the jobs; its API name or alias.")
  private String operation;

  @Parameters(
      index = "1..*",
      paramLabel = "JOB_ID",
      arity = "0..*",
      description = "What the submissions answered; one given twice is waited for once.")
  private List<String> jobIds;

  @Option(
      names = "--from",
      paramLabel = "FILE",
      description = "More job ids, one a line; - reads standard input.")
  private String from;

  @Option(
      names = "--batch",
      paramLabel = "NAME",
      description = {
        "Wait in runs of up to 2,500 jobs each, and show counts. More than 50 jobs always do;",
        "their batch is named after them unless this names it."
      })
  private String batch;

  @Option(
      names = "--region",
      paramLabel = "REGION",
      description = "Where the jobs live. Default: MEDIAJOBS_REGION, else cn-shanghai.")
  private String region;

  @Option(
      names = "--deadline",
      paramLabel = "DURATION",
      description = "How long to wait, as ISO-8601, at most P30D. Default: PT24H.")
  private String deadline;

  @Option(
      names = "--until",
      paramLabel = "STATUS",
      split = ",",
      description = "Statuses that end the wait as succeeded, in place of the operation's own.")
  private List<String> until;

  @Option(
      names = "--json",
      description = "Print one outcome object a line, in order of completion, and nothing else.")
  private boolean json;

  AwaitCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() throws InterruptedException {
    ApiConfig config = ApiConfig.fromEnvironment(invocation.environment());
    List<String> ids = JobIds.of(jobIds, from);
    JobWaits<?> waits =
        JobWaits.checked(
            Catalogue.standard().require(operation),
            ids,
            Objects.requireNonNullElse(region, config.region()),
            deadline,
            until);
    return (batch != null || ids.size() > SINGLE_WAITS ? batched(waits) : each(waits)).number();
  }

  private ExitCode batched(JobWaits<?> waits) throws InterruptedException {
    try (TemporalConnection temporal =
        TemporalConnection.open(invocation.environment(), PATIENCE)) {
      return new BatchWait(invocation, json).follow(waits.batch(client(temporal), batch).start());
    }
  }

  private ExitCode each(JobWaits<?> waits) throws InterruptedException {
    try (TemporalConnection temporal = TemporalConnection.open(invocation.environment(), PATIENCE);
        WaitReport report = report();
        Interruption interruption =
            Interruption.of(
                report, waits.workflowIds(), invocation.arguments(), invocation.err())) {
      return follow(waits.startedBy(client(temporal)), interruption.goingOn());
    }
  }

  private MediaJobsClient client(TemporalConnection temporal) {
    return MediaJobsClient.create(temporal.client())
        .withTaskQueue(WorkerConfig.taskQueue(invocation.environment()))
        .withSearchAttributes(WorkerConfig.searchAttributes(invocation.environment()));
  }

  private ExitCode follow(List<Watched<Outcome>> waits, WaitReport report)
      throws InterruptedException {
    Consumer<Ended<Outcome>> ended =
        end -> {
          if (json) {
            invocation.line(Json.write(end.result()));
          }
        };
    return new WaitWatch<>(report, Ending::of, ended, InstantSource.system()).run(waits);
  }

  private WaitReport report() {
    return json ? new QuietReport(invocation.err()) : Reports.progress(invocation);
  }
}
