package io.github.mediajobs.emulator.client;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mediajobs.operation.JobOperation;
import java.net.http.HttpHeaders;

/** A JSON answer. */
public record ApiReply(int status, HttpHeaders headers, JsonNode body) {
  public String code() {
    return body.path("Code").textValue();
  }

  public JsonNode job(JobOperation<?> operation) {
    return operation.find(body).orElseThrow(() -> new AssertionError("No job in " + body));
  }

  public String jobStatus(JobOperation<?> operation) {
    return job(operation).path(operation.statusField()).textValue();
  }
}
