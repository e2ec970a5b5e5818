package io.github.mediajobs.callback;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.mediajobs.failure.InvalidRequestException;
import io.github.mediajobs.json.Json;
import io.github.mediajobs.wire.JobRequest;
import java.util.Optional;

/**
 * What of an event is used: it is never believed, and only says where to look.
 *
 * @param type the {@code EventType}
 * @param jobId the {@code JobId} of the {@code MessageBody}, or null when it names no job
 */
record CallbackEvent(String type, String jobId) {
  /** Reads the vendor's envelope; empty when the body is none. */
  static Optional<CallbackEvent> read(byte[] body) {
    try {
      JsonNode envelope = Json.read(body);
      JsonNode jobId = envelope.at("/MessageBody/JobId");
      JsonNode type = envelope.path("EventType");
      if (!type.isTextual() || !(jobId.isTextual() || jobId.isMissingNode())) {
        return Optional.empty();
      }
      return Optional.of(
          new CallbackEvent(
              type.textValue(),
              jobId.isMissingNode() ? null : new JobRequest(jobId.textValue(), null).jobId()));
    } catch (JsonProcessingException | InvalidRequestException e) {
      return Optional.empty();
    }
  }
}
