package io.github.mediajobs.cli.run;

import io.github.mediajobs.cli.text.Line;
import io.github.mediajobs.cli.text.Span;
import io.github.mediajobs.cli.text.Table;
import io.github.mediajobs.cli.watch.Ending;
import io.github.mediajobs.cli.watch.Stage;
import io.github.mediajobs.client.JobRun;
import io.github.mediajobs.client.WaitDescription;
import io.github.mediajobs.client.WorkflowIds;
import io.github.mediajobs.outcome.JobReference;
import io.github.mediajobs.wire.BatchProgress;
import io.github.mediajobs.wire.BatchResult;
import io.github.mediajobs.wire.Outcome;
import io.github.mediajobs.wire.PipelineOutcome;
import io.github.mediajobs.wire.Progress;
import io.github.mediajobs.wire.StepResult;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A run for people: a line that tells how its job fares, and a table of all that is known.
 *
 * @param look the run
 * @param now the time
 */
public record RunReport(RunLook look, Instant now) {
  /**
   * The report.
   *
   * @return lines
   */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(name() + ": " + (look.seen().running() ? goingOn() : ended()));
    new Table(rows()).lines().forEach(line -> lines.add("  " + line));
    return List.copyOf(lines);
  }

  private String name() {
    return WorkflowIds.job(look.seen().workflowId())
        .or(
            () ->
                look.progress(Progress.class)
                    .filter(it -> it.jobId() != null)
                    .map(it -> new JobReference(it.operation(), it.jobId(), it.region())))
        .or(() -> outcome().map(Outcome::reference))
        .map(JobReference::toString)
        .orElseGet(() -> Line.of(look.seen().workflowId()));
  }

  private String goingOn() {
    if (look.kind() == JobRun.Kind.BATCH) {
      return look.progress(BatchProgress.class)
          .map(it -> "%d of %d jobs done".formatted(it.done(), it.jobs()))
          .orElse("under way");
    }
    Stage stage = Stage.of(look.seen());
    if (look.progress(Progress.class).filter(it -> it.outcome() != null).isPresent()) {
      return "the wait has ended, steps run";
    }
    String percent =
        stage.progress().isPresent() ? " %d %%".formatted(stage.progress().getAsInt()) : "";
    String polling = stage.polling(now);
    return stage.name() + percent + (polling.isEmpty() ? "" : ", " + polling);
  }

  private String ended() {
    if (look.failure().isPresent()) {
      return Line.of(look.failure().get());
    }
    return outcome()
        .map(it -> Ending.of(it).line(took()))
        .orElseGet(
            () ->
                look.result(BatchResult.class)
                    .map(
                        it -> "%d jobs done in %s".formatted(it.outcomes().size(), Span.of(took())))
                    .orElse(RunState.of(look.seen().status())));
  }

  private Duration took() {
    return Duration.between(look.seen().startedAt(), look.seen().endedAt().orElse(now));
  }

  private Optional<Outcome> outcome() {
    return switch (look.kind()) {
      case WAIT -> look.result(Outcome.class);
      case PIPELINE ->
          look.result(PipelineOutcome.class)
              .map(PipelineOutcome::outcome)
              .or(() -> look.progress(Progress.class).map(Progress::outcome));
      case BATCH -> Optional.empty();
    };
  }

  private List<List<String>> rows() {
    WaitDescription seen = look.seen();
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("workflow id", Line.of(seen.workflowId())));
    rows.add(List.of("run id", seen.runId()));
    rows.add(List.of("workflow type", Line.of(seen.workflowType())));
    rows.add(List.of("state", RunState.of(seen.status())));
    rows.add(List.of("started", at(seen.startedAt())));
    seen.endedAt().ifPresent(it -> rows.add(List.of("ended", at(it))));
    if (seen.running()) {
      rows.add(List.of("deadline", deadline().map(this::at).orElse("no worker told it")));
    }
    if (seen.attempt() > 0) {
      rows.add(List.of("attempt", Integer.toString(seen.attempt())));
    }
    seen.nextPollAt().ifPresent(it -> rows.add(List.of("next poll", at(it))));
    seen.problem().ifPresent(it -> rows.add(List.of("last failure", Line.of(it))));
    steps().forEach(it -> rows.add(List.of("step " + Line.of(it.name()), told(it))));
    return rows;
  }

  private Optional<Instant> deadline() {
    return look.kind() == JobRun.Kind.BATCH
        ? look.progress(BatchProgress.class).map(BatchProgress::deadlineAt)
        : look.progress(Progress.class).map(Progress::deadlineAt);
  }

  private List<StepResult> steps() {
    if (look.kind() != JobRun.Kind.PIPELINE) {
      return List.of();
    }
    return look.result(PipelineOutcome.class)
        .map(PipelineOutcome::steps)
        .or(() -> look.progress(Progress.class).map(Progress::steps))
        .orElse(List.of());
  }

  private static String told(StepResult step) {
    Stream<String> failure =
        Stream.ofNullable(step.failure()).flatMap(it -> Stream.of(it.type(), it.message()));
    return Stream.concat(Stream.of(String.valueOf(step.status())), failure.map(Line::of))
        .filter(it -> !it.isEmpty())
        .collect(Collectors.joining(": "));
  }

  private String at(Instant time) {
    Duration left = Duration.between(now, time);
    String away = Span.of(left.abs());
    return "%s, %s"
        .formatted(
            time.truncatedTo(ChronoUnit.SECONDS), left.isNegative() ? away + " ago" : "in " + away);
  }
}
