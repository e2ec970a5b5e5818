package io.github.mediajobs.cli.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mediajobs.api.ApiConfig;
import io.github.mediajobs.api.ApiException;
import io.github.mediajobs.api.JobRead;
import io.github.mediajobs.api.MediaApi;
import io.github.mediajobs.cli.exit.ExitCode;
import io.github.mediajobs.cli.text.JobFields;
import io.github.mediajobs.cli.text.Line;
import io.github.mediajobs.cli.text.Table;
import io.github.mediajobs.json.Json;
import io.github.mediajobs.operation.Catalogue;
import io.github.mediajobs.operation.JobOperation;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reads one job once, without Temporal. */
@Command(
    name = "get",
    description = "Reads one job once, without Temporal. Exit 0 whatever its status.",
    versionProvider = RootCommand.Version.class,
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  mediajobs get package 36f3fee40aa047c0b067d0fb85ed",
      "  mediajobs get GetMediaProducingJob cdb3e746 --region cn-beijing --json | jq .Status"
    })
final class GetCommand implements Callable<Integer> {
  private final Invocation invocation;

  @Parameters(
      index = "0",
      paramLabel = "OPERATION",
      completionCandidates = OperationNames.class,
      description = "Reads the job; its API name or alias.")
  private String operation;

  @Parameters(index = "1", paramLabel = "JOB_ID", description = "What the submission answered.")
  private String jobId;

  @Option(
      names = "--region",
      paramLabel = "REGION",
      description = "Where the job lives. Default: MEDIAJOBS_REGION, else cn-shanghai.")
  private String region;

  @Option(names = "--json", description = "Print the job object alone, as the API sent it.")
  private boolean json;

  GetCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() throws ApiException {
    JobOperation<?> entry = Catalogue.standard().require(operation);
    ApiConfig config = ApiConfig.fromEnvironment(invocation.environment());
    try (MediaApi api = new MediaApi(config, invocation.credentials(), InstantSource.system())) {
      JobRead<?> read = api.read(entry, jobId, region);
      if (json) {
        invocation.line(
            invocation.terminal().live() ? read.job().toPrettyString() : Json.write(read.job()));
      } else {
        print(entry, read);
      }
    }
    return ExitCode.SUCCEEDED.number();
  }

  private void print(JobOperation<?> entry, JobRead<?> read) {
    ObjectNode job = read.job();
    String status = job.path(entry.statusField()).asText();
    invocation.line(
        "%s %s in %s: %s, which means %s"
            .formatted(
                entry.action(),
                Line.of(jobId),
                read.region(),
                Line.of(status),
                entry.stateOf(status)));
    new Table(JobFields.of(job)).lines().forEach(line -> invocation.line("  " + line));
  }
}
