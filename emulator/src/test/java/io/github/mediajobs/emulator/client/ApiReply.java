package io.github.mediajobs.emulator.client;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mediajobs.json.Json;
import io.github.mediajobs.operation.JobOperation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** A JSON answer. */
public record ApiReply(int status, HttpHeaders headers, JsonNode body) {
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  static ApiReply to(HttpRequest.Builder request) {
    try {
      HttpResponse<byte[]> response = answer(request);
      return new ApiReply(response.statusCode(), response.headers(), Json.read(response.body()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whatever is answered. */
  static HttpResponse<byte[]> answer(HttpRequest.Builder request) throws IOException {
    try {
      return CLIENT.send(
          request.timeout(Duration.ofSeconds(30)).build(), BodyHandlers.ofByteArray());
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

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
