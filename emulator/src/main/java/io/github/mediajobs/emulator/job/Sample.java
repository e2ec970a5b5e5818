package io.github.mediajobs.emulator.job;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mediajobs.json.Json;
import io.github.mediajobs.operation.JobOperation;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * The vendor's sample response of an operation, from the resource {@code samples/<action>.json}. An
 * operation without one gets a bare response: a job without fields.
 */
final class Sample {
  private final JobOperation<?> operation;
  private final ObjectNode response;

  private Sample(JobOperation<?> operation, ObjectNode response) {
    this.operation = operation;
    this.response = response;
  }

  static Sample of(JobOperation<?> operation) {
    String resource = "samples/" + operation.action() + ".json";
    try (InputStream stream = Sample.class.getClassLoader().getResourceAsStream(resource)) {
      return new Sample(
          operation,
          stream == null ? bare(operation.job()) : (ObjectNode) Json.read(stream.readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException("Not readable: " + resource, e);
    }
  }

  /** The job's id, or an empty string when there is no sample. */
  String jobId() {
    return response.at(operation.job()).path(operation.idField()).asText();
  }

  String status() {
    return response.at(operation.job()).path(operation.statusField()).asText();
  }

  ObjectNode response() {
    return response.deepCopy();
  }

  private static ObjectNode bare(JsonPointer job) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    ObjectNode node = root;
    for (JsonPointer at = job; !at.matches(); at = at.tail()) {
      node = node.putObject(at.getMatchingProperty());
    }
    return root;
  }
}
