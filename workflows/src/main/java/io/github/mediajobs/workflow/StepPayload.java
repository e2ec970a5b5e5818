package io.github.mediajobs.workflow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.google.protobuf.ByteString;
import io.github.mediajobs.json.Json;
import io.github.mediajobs.wire.Outcome;
import io.github.mediajobs.wire.PipelineOutcome;
import io.github.mediajobs.wire.StepResult;
import io.temporal.api.common.v1.Payload;
import io.temporal.common.converter.RawValue;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What steps return, kept small enough for one payload. */
final class StepPayload {
  /** A step's result past it is left out. */
  static final int MAX_RESULT_BYTES = 64 * 1024;

  /** A pipeline's result past it loses the largest step results. */
  static final int MAX_PAYLOAD_BYTES = 512 * 1024;

  private StepPayload() {}

  /** A result as JSON: null when there is none, marked when it is too large or not JSON. */
  static JsonNode read(RawValue value) {
    Payload payload = value == null ? Payload.getDefaultInstance() : value.getPayload();
    ByteString encoding = payload.getMetadataOrDefault("encoding", ByteString.EMPTY);
    if (payload.getData().isEmpty() || encoding.toStringUtf8().equals("binary/null")) {
      return null;
    }
    if (payload.getData().size() > MAX_RESULT_BYTES) {
      return truncated();
    }
    try {
      JsonNode json = Json.read(payload.getData().toByteArray());
      return json.isNull() ? null : json;
    } catch (JsonProcessingException e) {
      return truncated();
    }
  }

  /** A result that a user's own code returned. */
  static JsonNode of(Object value) {
    if (value == null) {
      return null;
    }
    JsonNode json = Json.tree(value);
    return size(json) > MAX_RESULT_BYTES ? truncated() : json;
  }

  /** The pipeline's result, its largest step results left out as far as needed. */
  static PipelineOutcome capped(Outcome outcome, List<StepResult> steps) {
    List<StepResult> kept = new ArrayList<>(steps);
    PipelineOutcome result = new PipelineOutcome(outcome, kept);
    while (size(result) > MAX_PAYLOAD_BYTES) {
      int largest = largest(kept);
      StepResult step = kept.get(largest);
      if (size(step.result()) <= size(truncated())) {
        return result;
      }
      kept.set(largest, new StepResult(step.name(), step.status(), truncated(), step.failure()));
      result = new PipelineOutcome(outcome, kept);
    }
    return result;
  }

  private static int largest(List<StepResult> steps) {
    return java.util.stream.IntStream.range(0, steps.size())
        .boxed()
        .max(Comparator.comparingInt(i -> size(steps.get(i).result())))
        .orElseThrow();
  }

  private static int size(Object value) {
    return Json.write(value).getBytes(StandardCharsets.UTF_8).length;
  }

  private static JsonNode truncated() {
    return JsonNodeFactory.instance.objectNode().put("truncated", true);
  }
}
