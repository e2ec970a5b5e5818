package io.github.mediajobs.wire;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.mediajobs.failure.InvalidRequestException;

/**
 * The input of the activity {@code JoinMediaJob}: the fields of {@link AwaitAttempt} and a token.
 *
 * @param awaited which job, until when and how
 * @param token tells the waits of the joining run apart
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record JoinRequest(@JsonUnwrapped AwaitAttempt awaited, String token) {
  /**
   * Reads the input from outside.
   *
   * @param input the activity's input
   * @return the request
   * @throws InvalidRequestException naming the first field of a wrong type or value
   */
  public static JoinRequest read(JsonNode input) {
    String token = Fields.of(input).text("token");
    if (token == null) {
      throw new InvalidRequestException("token", "missing");
    }
    return new JoinRequest(AwaitAttempt.read(input), token);
  }
}
