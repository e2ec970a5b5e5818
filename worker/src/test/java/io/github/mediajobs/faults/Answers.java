package io.github.mediajobs.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mediajobs.emulator.fault.Fault;
import io.github.mediajobs.emulator.http.Response;
import io.github.mediajobs.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/** Answers with bytes of our own. */
final class Answers {
  /** The RequestId of every answer here that has one. */
  static final String REQUEST_ID = "REQUEST-1";

  /** The field that tells who said a job. */
  static final String TOLD = "Told";

  static final String BY_THE_FAULT = "by the fault";

  private Answers() {}

  /** A job that has ended well, which nobody but this answer says. */
  static ObjectNode ended(Cell cell) {
    return job(cell, cell.endedStatus());
  }

  static ObjectNode pending(Cell cell) {
    return job(cell, cell.pendingStatus());
  }

  private static ObjectNode job(Cell cell, String status) {
    return JsonNodeFactory.instance
        .objectNode()
        .put(cell.operation().idField(), cell.jobId())
        .put(cell.operation().statusField(), status)
        .put(TOLD, BY_THE_FAULT);
  }

  /** A whole response around a job. */
  static ObjectNode around(Cell cell, JsonNode job) {
    ObjectNode root = JsonNodeFactory.instance.objectNode().put("RequestId", REQUEST_ID);
    JsonPointer at = cell.operation().job();
    if (at.matches()) {
      return root.setAll((ObjectNode) job);
    }
    return root.set(at.getMatchingProperty(), job);
  }

  static String text(Cell cell, ObjectNode job) {
    return Json.write(around(cell, job));
  }

  static Fault ok(JsonNode body) {
    return ok(Json.write(body));
  }

  static Fault ok(String body) {
    return ok(body.getBytes(UTF_8));
  }

  static Fault ok(byte[] body) {
    return Fault.raw(200, "application/json;charset=utf-8", body);
  }

  /** An answer whose RequestId stands in a header only. */
  static Fault headed(int status, String type, byte[] body, Map<String, String> more) {
    Response response =
        new Response(status, Map.of("Content-Type", type, "x-acs-request-id", REQUEST_ID), body);
    return Fault.raw(response.withDefaults(more));
  }

  static byte[] html(int status) {
    return "<html><body><h1>%d</h1></body></html>".formatted(status).getBytes(UTF_8);
  }

  static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }
}
