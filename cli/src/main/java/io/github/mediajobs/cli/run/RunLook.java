package io.github.mediajobs.cli.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mediajobs.client.JobHandle;
import io.github.mediajobs.client.JobRun;
import io.github.mediajobs.client.WaitDescription;
import io.github.mediajobs.failure.JobStateUnknownException;
import io.github.mediajobs.json.Json;
import io.grpc.StatusRuntimeException;
import io.temporal.client.WorkflowException;
import io.temporal.client.WorkflowStub;
import java.time.Instant;
import java.util.Optional;

/**
 * All that can be known of a run now.
 *
 * @param kind what the run does
 * @param seen what the service knows
 * @param progress what the workflow answers to the query {@code progress}, as on the wire; empty
 *     when no worker answers, and once the run has ended
 * @param result what the run ended with, as on the wire
 * @param failure why it ended without a result, in words
 */
public record RunLook(
    JobRun.Kind kind,
    WaitDescription seen,
    Optional<JsonNode> progress,
    Optional<JsonNode> result,
    Optional<String> failure) {
  /**
   * Asks a worker while the run goes on, and the service once it has ended.
   *
   * @param kind what the run does
   * @param wait the run
   * @param handle on it
   * @param stub on it
   * @return what is known
   */
  public static RunLook at(
      JobRun.Kind kind, WaitDescription wait, JobHandle<JsonNode> handle, WorkflowStub stub) {
    return wait.running()
        ? new RunLook(kind, wait, progress(stub), Optional.empty(), Optional.empty())
        : ended(kind, wait, handle);
  }

  private static Optional<JsonNode> progress(WorkflowStub stub) {
    try {
      return Optional.of(stub.query("progress", JsonNode.class));
    } catch (WorkflowException | StatusRuntimeException e) {
      return Optional.empty();
    }
  }

  private static RunLook ended(JobRun.Kind kind, WaitDescription wait, JobHandle<JsonNode> handle) {
    try {
      return new RunLook(
          kind, wait, Optional.empty(), Optional.of(handle.result()), Optional.empty());
    } catch (JobStateUnknownException e) {
      return new RunLook(
          kind, wait, Optional.empty(), Optional.empty(), Optional.of(e.getMessage()));
    }
  }

  /** The progress as a type of the wire; empty when it is none. */
  <T> Optional<T> progress(Class<T> type) {
    return progress.flatMap(it -> converted(it, type));
  }

  /** The result as a type of the wire; empty when it is none. */
  <T> Optional<T> result(Class<T> type) {
    return result.flatMap(it -> converted(it, type));
  }

  private static <T> Optional<T> converted(JsonNode json, Class<T> type) {
    try {
      return Optional.of(Json.convert(json, type));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  /**
   * All of it for programs.
   *
   * @return an object; what is not known is left out
   */
  public JsonNode json() {
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("workflowId", seen.workflowId())
            .put("runId", seen.runId())
            .put("workflowType", seen.workflowType())
            .put("state", RunState.of(seen.status()))
            .put("startedAt", seen.startedAt().toString());
    seen.endedAt().map(Instant::toString).ifPresent(it -> json.put("endedAt", it));
    if (seen.attempt() > 0) {
      json.put("attempt", seen.attempt());
    }
    seen.lastSeen().ifPresent(it -> json.set("lastSeen", Json.tree(it)));
    seen.problem().ifPresent(it -> json.put("problem", it));
    seen.nextPollAt().map(Instant::toString).ifPresent(it -> json.put("nextPollAt", it));
    progress.ifPresent(it -> json.set("progress", it));
    result.ifPresent(it -> json.set("result", it));
    failure.ifPresent(it -> json.put("failure", it));
    return json;
  }
}
