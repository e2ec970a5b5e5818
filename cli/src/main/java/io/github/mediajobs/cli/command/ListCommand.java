package io.github.mediajobs.cli.command;

import io.github.mediajobs.cli.exit.ExitCode;
import io.github.mediajobs.cli.run.ListedRun;
import io.github.mediajobs.cli.terminal.Style;
import io.github.mediajobs.cli.text.Table;
import io.github.mediajobs.client.MediaJobsClient;
import io.github.mediajobs.client.RunSearch;
import io.github.mediajobs.failure.InvalidRequestException;
import io.github.mediajobs.json.Json;
import io.github.mediajobs.operation.Catalogue;
import io.github.mediajobs.operation.JobOperation;
import io.github.mediajobs.worker.TemporalConnection;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists the runs of this library on the Temporal service. */
@Command(
    name = "list",
    description = {
      "Lists the waits, pipelines and batches that run in the configured Temporal namespace.",
      "The latest come first. One that began or ended this moment may be told a little later."
    },
    versionProvider = RootCommand.Version.class,
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  mediajobs list",
      "  mediajobs list --operation package --region cn-beijing --all --limit 200",
      "  mediajobs list --json | jq -r .workflowId"
    })
final class ListCommand implements Callable<Integer> {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Invocation invocation;

  @Option(names = "--all", description = "Also those that have ended and are kept.")
  private boolean all;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "50",
      description = "The most to list. Default: ${DEFAULT-VALUE}.")
  private int limit;

  @Option(
      names = "--operation",
      paramLabel = "OPERATION",
      completionCandidates = OperationNames.class,
      description = "Only those whose workflow id tells this operation, so no batches.")
  private String operation;

  @Option(
      names = "--region",
      paramLabel = "REGION",
      description = "Only those whose workflow id tells this region. Default: all.")
  private String region;

  @Option(names = "--json", description = "Print one object a line, and nothing else.")
  private boolean json;

  ListCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    if (limit < 1) {
      throw new InvalidRequestException("--limit", "expected 1 or more, got " + limit);
    }
    Optional<JobOperation<?>> entry =
        Optional.ofNullable(operation).map(Catalogue.standard()::require);
    try (TemporalConnection temporal =
        TemporalConnection.open(invocation.environment(), PATIENCE)) {
      RunSearch search = narrowed(MediaJobsClient.create(temporal.client()).runs(), entry);
      if (json) {
        try (Stream<ListedRun> runs = search.stream().limit(limit).map(ListedRun::new)) {
          runs.forEach(it -> invocation.line(Json.write(it.json())));
        }
      } else {
        print(search, temporal.client().getOptions().getNamespace());
      }
    }
    return ExitCode.SUCCEEDED.number();
  }

  private RunSearch narrowed(RunSearch search, Optional<JobOperation<?>> entry) {
    RunSearch narrowed = all ? search.withEnded() : search;
    if (entry.isPresent()) {
      narrowed = narrowed.of(entry.get());
    }
    return region == null ? narrowed : narrowed.in(region);
  }

  private void print(RunSearch search, String namespace) {
    Instant now = InstantSource.system().instant();
    // One more tells whether there are more.
    List<List<String>> found =
        search.stream().limit(limit + 1L).map(it -> new ListedRun(it).cells(now)).toList();
    if (found.isEmpty()) {
      invocation.line("no runs in namespace " + namespace);
      return;
    }
    List<String> lines =
        new Table(Stream.concat(Stream.of(ListedRun.HEADER), found.stream().limit(limit)).toList())
            .lines();
    invocation.line(invocation.terminal().style().paint(Style.Colour.GREY, lines.get(0)));
    lines.stream().skip(1).forEach(invocation::line);
    if (found.size() > limit) {
      invocation.line("and more; --limit shows them");
    }
  }
}
