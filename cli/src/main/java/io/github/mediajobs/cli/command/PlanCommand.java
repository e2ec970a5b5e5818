package io.github.mediajobs.cli.command;

import io.github.mediajobs.cli.exit.ExitCode;
import io.github.mediajobs.cli.plan.DurationsFile;
import io.github.mediajobs.cli.plan.PlanPlot;
import io.github.mediajobs.cli.plan.PlanReport;
import io.github.mediajobs.cli.plan.PlannedPolls;
import io.github.mediajobs.failure.InvalidRequestException;
import io.github.mediajobs.json.Json;
import io.github.mediajobs.operation.Catalogue;
import io.github.mediajobs.operation.JobOperation;
import io.github.mediajobs.planning.PastDuration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows when a planned wait polls, and what that costs beside what others do. */
@Command(
    name = "plan",
    description = {
      "Shows when a wait with the schedule \"planned\" polls, by how long past jobs took,",
      "and what that costs beside the schedules of others."
    },
    versionProvider = RootCommand.Version.class,
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  mediajobs plan package --durations seconds.txt --plot plan.svg",
      "  mediajobs plan media-producing --durations - --poll-cost 5 --json < seconds.txt"
    })
final class PlanCommand implements Callable<Integer> {
  private static final double LEAST_COST = 0.1;
  private static final double MOST_COST = 1e6;

  private final Invocation invocation;

  @Parameters(
      index = "0",
      paramLabel = "OPERATION",
      description = "Reads the jobs; its API name or alias.")
  private String operation;

  @Option(
      names = "--durations",
      paramLabel = "FILE",
      description =
          "Past durations, seconds from submission to end, one a line; - for standard input."
              + " Default: none, what is assumed of jobs that nobody saw.")
  private String durations;

  @Option(
      names = "--poll-cost",
      paramLabel = "SECONDS",
      defaultValue = "30",
      description = "The seconds of delay that one poll is worth. Default: ${DEFAULT-VALUE}.")
  private double pollCost;

  @Option(
      names = "--json",
      description = "Print {\"polls\":[...]} alone: seconds since submission, without jitter.")
  private boolean json;

  @Option(names = "--plot", paramLabel = "FILE.svg", description = "Draw the plan.")
  private Path plot;

  PlanCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    JobOperation<?> entry = Catalogue.standard().require(operation);
    if (!entry.ends()) {
      throw new InvalidRequestException(
          "operation", entry.action() + " is not planned: its jobs have no end");
    }
    if (!(pollCost >= LEAST_COST && pollCost <= MOST_COST)) {
      throw new InvalidRequestException(
          "--poll-cost", "expected %s to %.0f seconds".formatted(LEAST_COST, MOST_COST));
    }
    List<PastDuration> past = durations == null ? List.of() : DurationsFile.read(durations);
    PlannedPolls planned = PlannedPolls.of(entry, past, pollCost);
    if (json) {
      invocation.line(Json.write(Map.of("polls", planned.times())));
    } else {
      PlanReport.lines(planned).forEach(invocation::line);
    }
    if (plot != null) {
      draw(planned);
    }
    return ExitCode.SUCCEEDED.number();
  }

  private void draw(PlannedPolls planned) {
    try {
      Files.writeString(plot, PlanPlot.svg(planned));
    } catch (IOException e) {
      throw new InvalidRequestException("--plot", "cannot write %s: %s".formatted(plot, e));
    }
  }
}
