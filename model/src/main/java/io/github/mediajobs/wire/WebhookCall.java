package io.github.mediajobs.wire;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.mediajobs.failure.InvalidRequestException;

/**
 * The input of the activity that posts a webhook.
 *
 * @param url where to post
 * @param idempotencyKey sent as the header {@code Idempotency-Key}
 * @param body what to post
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WebhookCall(String url, String idempotencyKey, JsonNode body) {
  /**
   * Checks that nothing is missing.
   *
   * @throws InvalidRequestException naming the first field that is missing
   */
  public WebhookCall {
    if (url == null || url.isBlank()) {
      throw new InvalidRequestException("url", "missing");
    }
    if (idempotencyKey == null || idempotencyKey.isBlank()) {
      throw new InvalidRequestException("idempotencyKey", "missing");
    }
    if (body == null) {
      throw new InvalidRequestException("body", "missing");
    }
  }

  /**
   * Reads the input from outside.
   *
   * @param input the activity's input
   * @return the call
   * @throws InvalidRequestException naming the first field of a wrong type or value
   */
  public static WebhookCall read(JsonNode input) {
    Fields fields = Fields.of(input);
    return new WebhookCall(fields.text("url"), fields.text("idempotencyKey"), fields.raw("body"));
  }
}
