package io.github.mediajobs.wire;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.mediajobs.failure.InvalidRequestException;

/**
 * Asks what was learnt of an operation's jobs.
 *
 * @param operation an API name or an alias
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LearntRequest(String operation) {
  /**
   * Checks every value.
   *
   * @throws InvalidRequestException when the operation is missing or blank
   */
  public LearntRequest {
    Limits.name("operation", Limits.given("operation", operation));
  }

  /**
   * Reads the request from outside.
   *
   * @param input the workflow's input
   * @return the request
   * @throws InvalidRequestException naming the first field of a wrong type or value
   */
  public static LearntRequest read(JsonNode input) {
    return new LearntRequest(Fields.of(input).text("operation"));
  }
}
