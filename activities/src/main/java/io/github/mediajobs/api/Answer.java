package io.github.mediajobs.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.mediajobs.failure.FailureDetails;
import io.github.mediajobs.failure.FailureType;
import io.github.mediajobs.http.IoCause;
import io.github.mediajobs.http.Secrets;
import io.github.mediajobs.json.Json;
import io.github.mediajobs.text.OneLine;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** What an HTTP answer means for a call: what was asked for, or why it is not there. */
final class Answer<T> {
  private static final int SHOWN = 64;

  private final Call<T> call;
  private final HttpAnswer http;
  private final Secrets secrets;
  private final Optional<Wanted.Found<T>> found;
  private final ApiError error;

  /** Reads an answer; the server may repeat secrets anywhere in it. */
  Answer(Call<T> call, HttpAnswer http, Secrets secrets) {
    this.call = call;
    this.http = http;
    this.secrets = secrets;
    JsonNode json = http.body().json();
    Optional<Wanted.Found<T>> wanted = found(json);
    // A job is searched for secrets as they are; what may be quoted, for every form of them.
    if (wanted.isEmpty() || repeatsSecrets(json)) {
      json = cleared(json);
      wanted = found(json);
    }
    this.found = wanted;
    this.error = ApiError.of(http.body(), json, secrets);
  }

  /** Whether the API refused the date or the nonce of the signature. */
  boolean clockRefused() {
    return found.isEmpty() && error.code() != null && ErrorCodes.clockRefused(error.code());
  }

  /** The server's time. */
  Optional<Instant> date() {
    return http.date();
  }

  int status() {
    return http.status();
  }

  /** What came in place of what was asked for, in a word. */
  Optional<String> error() {
    if (found.isPresent()) {
      return Optional.empty();
    }
    if (http.body().fault().isPresent()) {
      return http.body().fault().map(it -> it.getClass().getSimpleName());
    }
    if (error.code() != null) {
      return Optional.of(error.code());
    }
    return Optional.of(
        http.successful()
            ? FailureType.MALFORMED_RESPONSE.wireName()
            : Integer.toString(http.status()));
  }

  T read() throws ApiException {
    if (found.isPresent()) {
      return read(found.get());
    }
    if (http.body().fault().isPresent()) {
      throw broken(http.body().fault().get());
    }
    if (error.code() != null) {
      throw failed(
          ErrorCodes.type(error.code()),
          Objects.requireNonNullElse(error.message(), "the API answered an error"));
    }
    if (http.successful()) {
      throw failed(FailureType.MALFORMED_RESPONSE, "an answer without " + call.wanted().name());
    }
    throw failed(
        FailureType.SERVICE_UNAVAILABLE,
        http.redirecting()
            ? "a redirect, which is never followed"
            : "an error without a Code, perhaps not from the API");
  }

  private Optional<Wanted.Found<T>> found(JsonNode json) {
    return http.successful() ? call.wanted().find(json) : Optional.empty();
  }

  private JsonNode cleared(JsonNode json) {
    String text = Json.write(json);
    String cleared = secrets.hiddenIn(text);
    return cleared.equals(text) ? json : Json.embedded(cleared).orElseGet(MissingNode::getInstance);
  }

  private boolean repeatsSecrets(JsonNode node) {
    if (node.isTextual()) {
      return secrets.standIn(node.textValue());
    }
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      if (secrets.standIn(field.getKey()) || repeatsSecrets(field.getValue())) {
        return true;
      }
    }
    for (JsonNode element : node.isArray() ? node : List.<JsonNode>of()) {
      if (repeatsSecrets(element)) {
        return true;
      }
    }
    return false;
  }

  private T read(Wanted.Found<T> wanted) throws ApiException {
    try {
      return wanted.read(call.region(), requestId(), secrets);
    } catch (Wanted.UnfitException e) {
      throw failed(FailureType.MALFORMED_RESPONSE, e.getMessage());
    } catch (JsonProcessingException e) {
      throw failed(
          FailureType.MALFORMED_RESPONSE,
          "a job whose " + secrets.hiddenIn(field(e)) + " has a type it cannot have");
    }
  }

  private ApiException broken(IOException fault) {
    boolean tooLarge = fault instanceof Body.TooLargeException;
    return failed(
        tooLarge && http.successful()
            ? FailureType.MALFORMED_RESPONSE
            : FailureType.SERVICE_UNAVAILABLE,
        "the answer's body could not be read: " + IoCause.line(fault, secrets));
  }

  private ApiException failed(FailureType type, String happened) {
    return call.failed(
        type,
        Advice.on(type, happened),
        new FailureDetails(error.code(), requestId(), http.status()),
        http.retryAfter().orElse(null),
        null);
  }

  /** The API's id of the request, or null. */
  String requestId() {
    return error.requestId() != null
        ? error.requestId()
        : http.requestId().map(id -> OneLine.of(secrets.hiddenIn(id), SHOWN)).orElse(null);
  }

  private static String field(JsonProcessingException e) {
    String path =
        e instanceof JsonMappingException mapping
            ? mapping.getPath().stream()
                .map(
                    step ->
                        step.getFieldName() == null ? "" + step.getIndex() : step.getFieldName())
                .collect(Collectors.joining("/"))
            : "";
    return path.isEmpty() ? "content" : "field " + path;
  }
}
