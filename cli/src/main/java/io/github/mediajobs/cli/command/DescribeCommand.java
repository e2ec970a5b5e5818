package io.github.mediajobs.cli.command;

import io.github.mediajobs.api.ApiConfig;
import io.github.mediajobs.cli.exit.ExitCode;
import io.github.mediajobs.cli.run.RunLook;
import io.github.mediajobs.cli.run.RunReport;
import io.github.mediajobs.client.JobRun;
import io.github.mediajobs.client.MediaJobsClient;
import io.github.mediajobs.client.WaitDescription;
import io.github.mediajobs.client.WorkflowIds;
import io.github.mediajobs.failure.FailureType;
import io.github.mediajobs.failure.InvalidRequestException;
import io.github.mediajobs.failure.JobStateUnknownException;
import io.github.mediajobs.json.Json;
import io.github.mediajobs.operation.Catalogue;
import io.github.mediajobs.operation.JobOperation;
import io.github.mediajobs.wire.AwaitRequest;
import io.github.mediajobs.worker.TemporalConnection;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows all that is known of one run on the Temporal service. */
@Command(
    name = "describe",
    description = {
      "Shows how a wait stands: what the last poll saw, the next one, the deadline, failures, steps.",
      "It is the job's wait, its pipeline when it has no wait that runs, or that of a workflow id.",
      "Exit 0 however the job fares, 3 when there is no such run. What only the workflow knows,",
      "such as the deadline, needs a worker that runs."
    },
    versionProvider = RootCommand.Version.class,
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  mediajobs describe package 36f3fee40aa047c0b067d0fb85ed",
      "  mediajobs describe live-snapshot a046263c --until started,paused",
      "  mediajobs describe --workflow-id media-jobs/nightly/0 --json | jq .progress"
    })
final class DescribeCommand implements Callable<Integer> {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Invocation invocation;

  @Parameters(
      index = "0",
      paramLabel = "OPERATION",
      arity = "0..1",
      completionCandidates = OperationNames.class,
      description = "Reads the job; its API name or alias.")
  private String operation;

  @Parameters(
      index = "1",
      paramLabel = "JOB_ID",
      arity = "0..1",
      description = "What the submission answered.")
  private String jobId;

  @Option(
      names = "--workflow-id",
      paramLabel = "ID",
      description = "The run itself, in place of OPERATION and JOB_ID.")
  private String workflowId;

  @Option(
      names = "--region",
      paramLabel = "REGION",
      description = "Where the job lives. Default: MEDIAJOBS_REGION, else cn-shanghai.")
  private String region;

  @Option(
      names = "--until",
      paramLabel = "STATUS",
      split = ",",
      description = "The statuses that the wait was started with, where it was.")
  private List<String> until;

  @Option(names = "--json", description = "Print one object, and nothing else.")
  private boolean json;

  DescribeCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    List<String> ids = ids();
    try (TemporalConnection temporal =
        TemporalConnection.open(invocation.environment(), PATIENCE)) {
      MediaJobsClient client = MediaJobsClient.create(temporal.client());
      WaitDescription wait =
          ids.stream()
              .map(client::describe)
              .flatMap(Optional::stream)
              // The wait goes before the pipeline, and one that runs before one that has ended.
              .max(Comparator.comparing(WaitDescription::running))
              .orElseThrow(() -> unknown(ids, temporal.client().getOptions().getNamespace()));
      RunLook look =
          RunLook.at(
              kind(wait),
              wait,
              client.handle(wait.workflowId()),
              temporal.client().newUntypedWorkflowStub(wait.workflowId()));
      if (json) {
        invocation.line(Json.write(look.json()));
      } else {
        new RunReport(look, InstantSource.system().instant()).lines().forEach(invocation::line);
      }
    }
    return ExitCode.SUCCEEDED.number();
  }

  /** The ids of the runs that it may be, those to prefer first. */
  private List<String> ids() {
    if (workflowId != null) {
      if (operation != null) {
        throw new InvalidRequestException(
            "--workflow-id", "it stands in place of OPERATION and JOB_ID; give one of both");
      }
      return List.of(workflowId);
    }
    if (jobId == null) {
      throw new InvalidRequestException("JOB_ID", "missing; name a job, or a --workflow-id");
    }
    JobOperation<?> entry = Catalogue.standard().require(operation);
    ApiConfig config = ApiConfig.fromEnvironment(invocation.environment());
    entry.awaitedOr(until);
    AwaitRequest wait =
        new AwaitRequest(
            entry.action(),
            jobId,
            Objects.requireNonNullElse(region, config.region()),
            AwaitRequest.DEFAULT_DEADLINE,
            until,
            null);
    return List.of(
        WorkflowIds.await(wait.region(), entry, wait.jobId(), wait.until()),
        WorkflowIds.pipeline(wait.region(), entry, wait.jobId(), wait.until()));
  }

  private static JobRun.Kind kind(WaitDescription wait) {
    return JobRun.Kind.of(wait.workflowType())
        .orElseThrow(
            () ->
                new InvalidRequestException(
                    "--workflow-id",
                    "%s is a run of %s, which this library does not have"
                        .formatted(wait.workflowId(), wait.workflowType())));
  }

  private static JobStateUnknownException unknown(List<String> ids, String namespace) {
    return new JobStateUnknownException(
        FailureType.JOB_NOT_FOUND.wireName(),
        null,
        "namespace %s has no run %s; those it has are told by: mediajobs list --all"
            .formatted(namespace, String.join(" or ", ids)),
        null);
  }
}
