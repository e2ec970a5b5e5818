package io.github.mediajobs.cli.demo;

import io.github.mediajobs.cli.text.Line;
import io.github.mediajobs.cli.text.Span;
import io.github.mediajobs.cli.text.Table;
import io.github.mediajobs.cli.watch.Ended;
import io.github.mediajobs.cli.watch.Ending;
import io.github.mediajobs.outcome.OutcomeKind;
import io.github.mediajobs.wire.StepResult;
import io.github.mediajobs.workflow.PipelineResult;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The demo's last word: what became of each job. */
final class DemoTable {
  private static final List<String> HEADER =
      List.of("OPERATION", "JOB", "STATUS", "OUTCOME", "POLLS", "WAITED", "BRANCH", "STEPS");

  private DemoTable() {}

  static List<String> lines(List<Ended<PipelineResult<?>>> ends) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(HEADER);
    ends.forEach(end -> rows.add(row(end)));
    return new Table(rows).linesUnderHeader();
  }

  private static List<String> row(Ended<PipelineResult<?>> end) {
    Ending ending = Ending.of(end.result().outcome());
    return List.of(
        ending.job().operation(),
        ending.job().jobId(),
        ending.status() == null ? "-" : Line.of(ending.status()),
        ending.kind().name(),
        Integer.toString(ending.polls()),
        Span.of(end.waited()),
        ending.kind() == OutcomeKind.SUCCEEDED ? "onSuccess" : "onFailure",
        end.result().steps().stream().map(DemoTable::step).collect(Collectors.joining(", ")));
  }

  private static String step(StepResult step) {
    String why = step.failure() == null ? "" : " (" + step.failure().type() + ")";
    return step.name() + " " + step.status() + why;
  }
}
