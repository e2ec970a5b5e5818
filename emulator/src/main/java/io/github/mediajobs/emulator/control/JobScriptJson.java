package io.github.mediajobs.emulator.control;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mediajobs.emulator.job.JobScript;
import io.github.mediajobs.emulator.job.Phase;
import io.github.mediajobs.operation.Catalogue;
import io.github.mediajobs.operation.JobOperation;
import io.github.mediajobs.operation.JobState;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Job scripts as JSON: with phases, or in short by when the job succeeds or fails. */
final class JobScriptJson {
  private static final Set<String> KNOWN =
      Set.of(
          OperationName.FIELD,
          "jobId",
          "phases",
          "succeedsAfter",
          "failsAfter",
          "code",
          "message",
          "appearsAfter",
          "fields",
          "finalFields");
  private static final List<String> LIVES = List.of("phases", "succeedsAfter", "failsAfter");

  private JobScriptJson() {}

  static JobScript read(JsonNode node, String path, Catalogue catalogue) {
    JsonFields json = JsonFields.of(node, path, KNOWN);
    JobOperation<?> operation =
        json.required(OperationName.FIELD, OperationName.read(json, catalogue));
    String jobId = json.required("jobId", json.text("jobId"));
    checkOneLife(json);
    if (json.has("failsAfter") && !operation.statuses().containsValue(JobState.FAILED)) {
      throw json.wrong("failsAfter", operation.action() + " has no status that means failure");
    }
    return json.built(() -> script(json, operation, jobId));
  }

  private static JobScript script(JsonFields json, JobOperation<?> operation, String jobId) {
    JobScript life = life(json, operation, jobId);
    Duration appearsAfter = json.duration("appearsAfter");
    return new JobScript(
        operation,
        jobId,
        life.phases(),
        appearsAfter == null ? Duration.ZERO : appearsAfter,
        json.object("fields"),
        merged(life.finalFields(), json.object("finalFields")));
  }

  private static void checkOneLife(JsonFields json) {
    List<String> given = LIVES.stream().filter(json::has).toList();
    if (given.size() != 1) {
      throw json.wrong("phases", "expected exactly one of " + LIVES + ", got " + given);
    }
    if (!json.has("failsAfter") && (json.has("code") || json.has("message"))) {
      throw json.wrong(
          json.has("code") ? "code" : "message",
          "goes with failsAfter; elsewhere set it in finalFields");
    }
  }

  private static JobScript life(JsonFields json, JobOperation<?> operation, String jobId) {
    if (json.has("succeedsAfter")) {
      return JobScript.succeeding(operation, jobId, json.duration("succeedsAfter"));
    }
    if (json.has("failsAfter")) {
      return JobScript.failing(
          operation,
          jobId,
          json.duration("failsAfter"),
          json.required("code", json.text("code")),
          json.required("message", json.text("message")));
    }
    List<Phase> phases =
        json.objects("phases", Set.of("after", "status", "progress"), JobScriptJson::phase);
    return JobScript.of(operation, jobId, phases.toArray(Phase[]::new));
  }

  private static Phase phase(JsonFields json) {
    return json.built(
        () ->
            new Phase(
                json.required("after", json.duration("after")),
                json.required("status", json.text("status")),
                json.integer("progress")));
  }

  private static Map<String, JsonNode> merged(
      Map<String, JsonNode> fields, Map<String, JsonNode> more) {
    Map<String, JsonNode> merged = new LinkedHashMap<>(fields);
    merged.putAll(more);
    return merged;
  }
}
