package io.github.mediajobs.cli.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mediajobs.cli.text.Line;
import io.github.mediajobs.cli.text.Span;
import io.github.mediajobs.client.JobRun;
import io.github.mediajobs.outcome.JobReference;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * A run that was found, as it is told.
 *
 * @param run the run
 */
public record ListedRun(JobRun run) {
  /** Over the cells. */
  public static final List<String> HEADER =
      List.of("WORKFLOW ID", "KIND", "OPERATION", "JOB", "STATE", "STARTED", "AGE");

  private static final String UNKNOWN = "-";

  /**
   * The run as a row of a table.
   *
   * @param now the time
   * @return a cell for each of {@link #HEADER}
   */
  public List<String> cells(Instant now) {
    return List.of(
        Line.of(run.workflowId()),
        kind(),
        job(JobReference::operation),
        job(JobReference::jobId),
        RunState.of(run.status()),
        run.startedAt().truncatedTo(ChronoUnit.SECONDS).toString(),
        Span.of(Duration.between(run.startedAt(), now)));
  }

  private String job(Function<JobReference, String> part) {
    return Line.of(run.job().map(part).orElse(UNKNOWN));
  }

  private String kind() {
    return run.kind().name().toLowerCase(Locale.ROOT);
  }

  /**
   * The run for programs.
   *
   * @return an object; what is not known is left out
   */
  public JsonNode json() {
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("workflowId", run.workflowId())
            .put("runId", run.runId())
            .put("kind", kind())
            .put("state", RunState.of(run.status()))
            .put("startedAt", run.startedAt().toString());
    run.endedAt().map(Instant::toString).ifPresent(it -> json.put("endedAt", it));
    put(json, "operation", run.job().map(JobReference::operation));
    put(json, "jobId", run.job().map(JobReference::jobId));
    put(json, "region", run.job().map(JobReference::region));
    return json;
  }

  private static void put(ObjectNode json, String name, Optional<String> value) {
    value.ifPresent(it -> json.put(name, it));
  }
}
