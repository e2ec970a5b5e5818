package io.github.mediajobs.cli.command;

import io.github.mediajobs.api.ApiConfig;
import io.github.mediajobs.api.ApiException;
import io.github.mediajobs.api.MediaApi;
import io.github.mediajobs.cli.exit.ExitCode;
import io.github.mediajobs.cli.plan.DurationsFile;
import io.github.mediajobs.cli.plan.PastJobs;
import io.github.mediajobs.cli.plan.PastJobsSource;
import io.github.mediajobs.cli.plan.PlanPlot;
import io.github.mediajobs.cli.plan.PlanReport;
import io.github.mediajobs.cli.plan.PlannedPolls;
import io.github.mediajobs.cli.text.Line;
import io.github.mediajobs.client.MediaJobsClient;
import io.github.mediajobs.failure.InvalidRequestException;
import io.github.mediajobs.json.Json;
import io.github.mediajobs.operation.Catalogue;
import io.github.mediajobs.operation.JobOperation;
import io.github.mediajobs.worker.TemporalConnection;
import io.github.mediajobs.worker.WorkerConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows when a planned wait polls, and what that costs beside what others do. */
@Command(
    name = "plan",
    description = {
      "Shows when a wait with the schedule \"planned\" polls, by how long past jobs took.",
      "Beside it stands what the schedules of others cost. Past jobs are those that a running",
      "worker learnt from, those that the API lists, or those of a file; without any of these",
      "it shows what is assumed of jobs that nobody saw."
    },
    versionProvider = RootCommand.Version.class,
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  mediajobs plan package --learnt",
      "  mediajobs plan dynamic-image --recent --kind TemplateId=t1 --plot plan.svg",
      "  mediajobs plan media-producing --durations - --poll-cost 5 --json < seconds.txt"
    })
final class PlanCommand implements Callable<Integer> {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final double LEAST_COST = 0.1;
  private static final double MOST_COST = 1e6;

  private final Invocation invocation;

  @Parameters(
      index = "0",
      paramLabel = "OPERATION",
      completionCandidates = OperationNames.class,
      description = "Reads the jobs; its API name or alias.")
  private String operation;

  @ArgGroup private From from = new From();

  /** Where past jobs come from; one of these. */
  private static final class From {
    @Option(
        names = "--learnt",
        description = "What a running worker learnt, which it says; each learns by itself.")
    private boolean learnt;

    @Option(
        names = "--recent",
        description = "Jobs that ended lately, from the API's List operation; needs credentials.")
    private boolean recent;

    @Option(
        names = "--durations",
        paramLabel = "FILE",
        description =
            "Past durations, seconds from submission to end, one a line; - for standard input.")
    private String durations;
  }

  @Option(
      names = "--kind",
      paramLabel = "TEXT",
      description = "Only the kinds whose name holds this, such as a template's id.")
  private String kind;

  @Option(
      names = "--region",
      paramLabel = "REGION",
      description = "Where recent jobs live. Default: MEDIAJOBS_REGION, else cn-shanghai.")
  private String region;

  @Option(
      names = "--poll-cost",
      paramLabel = "SECONDS",
      defaultValue = "30",
      description = "The seconds of delay that one poll is worth. Default: ${DEFAULT-VALUE}.")
  private double pollCost;

  @Option(
      names = "--json",
      description =
          "Print {\"polls\":[...]} alone: seconds since submission, without jitter; of one kind.")
  private boolean json;

  @Option(names = "--plot", paramLabel = "FILE.svg", description = "Draw the plan of one kind.")
  private Path plot;

  PlanCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() throws ApiException {
    JobOperation<?> entry = Catalogue.standard().require(operation);
    if (!entry.ends()) {
      throw new InvalidRequestException(
          "operation", entry.action() + " is not planned: its jobs have no end");
    }
    if (!(pollCost >= LEAST_COST && pollCost <= MOST_COST)) {
      throw new InvalidRequestException(
          "--poll-cost", "expected %s to %.0f seconds".formatted(LEAST_COST, MOST_COST));
    }
    PastJobsSource source = source(entry);
    List<PlannedPolls> plans =
        kinds(source).stream().map(it -> PlannedPolls.of(entry, it, pollCost)).toList();
    if (json) {
      invocation.line(Json.write(Map.of("polls", one(plans).times())));
    } else {
      report(source, plans);
    }
    if (plot != null) {
      draw(one(plans));
    }
    return ExitCode.SUCCEEDED.number();
  }

  private PastJobsSource source(JobOperation<?> entry) throws ApiException {
    if (from.durations != null) {
      return new PastJobsSource("", List.of(new PastJobs("", DurationsFile.read(from.durations))));
    }
    if (from.recent) {
      return recent(entry);
    }
    return from.learnt ? learnt(entry) : new PastJobsSource("", List.of());
  }

  private PastJobsSource recent(JobOperation<?> entry) throws ApiException {
    if (entry.list() == null) {
      throw new InvalidRequestException(
          "--recent", "the API has no List operation beside " + entry.action());
    }
    ApiConfig config = ApiConfig.fromEnvironment(invocation.environment());
    try (MediaApi api = new MediaApi(config, invocation.credentials(), InstantSource.system())) {
      return PastJobsSource.recent(api, entry, Objects.requireNonNullElse(region, config.region()));
    }
  }

  private PastJobsSource learnt(JobOperation<?> entry) {
    String taskQueue = WorkerConfig.taskQueue(invocation.environment());
    try (TemporalConnection temporal =
        TemporalConnection.open(invocation.environment(), PATIENCE)) {
      MediaJobsClient client = MediaJobsClient.create(temporal.client()).withTaskQueue(taskQueue);
      return PastJobsSource.learnt(client.learnt(entry), taskQueue);
    }
  }

  /** The kinds asked for; where nothing is known, jobs of which nothing is. */
  private List<PastJobs> kinds(PastJobsSource source) {
    List<PastJobs> kinds =
        source.kinds().stream().filter(it -> kind == null || it.kind().contains(kind)).toList();
    if (kinds.isEmpty() && kind != null) {
      throw new InvalidRequestException("--kind", "no past job is of a kind that holds " + kind);
    }
    return kinds.isEmpty() ? List.of(PastJobs.NONE) : kinds;
  }

  private static PlannedPolls one(List<PlannedPolls> plans) {
    if (plans.size() > 1) {
      throw new InvalidRequestException(
          "--kind",
          "there are %d kinds, such as %s; name one"
              .formatted(plans.size(), plans.get(plans.size() - 1).name()));
    }
    return plans.get(0);
  }

  private void report(PastJobsSource source, List<PlannedPolls> plans) {
    if (!source.told().isEmpty()) {
      invocation.line(Line.of(source.told()));
    }
    for (PlannedPolls each : plans) {
      if (plans.size() > 1) {
        invocation.line("");
      }
      PlanReport.lines(each).forEach(invocation::line);
    }
  }

  private void draw(PlannedPolls planned) {
    try {
      Files.writeString(plot, PlanPlot.svg(planned));
    } catch (IOException e) {
      throw new InvalidRequestException("--plot", "cannot write %s: %s".formatted(plot, e));
    }
  }
}
