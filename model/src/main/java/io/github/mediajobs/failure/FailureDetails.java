package io.github.mediajobs.failure;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * The details of a failure that is not {@code JobPending}.
 *
 * @param code the API's error Code, or null
 * @param requestId the API's RequestId, or null
 * @param httpStatus the HTTP status, or null when there was no answer
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FailureDetails(String code, String requestId, Integer httpStatus) {
  /** No answer was had. */
  public static final FailureDetails NONE = new FailureDetails(null, null, null);
}
