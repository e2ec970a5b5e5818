package io.github.mediajobs.wire;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * Why the state of one job of a batch could not be found out.
 *
 * @param type the wire name of a failure type, such as {@code AccessDenied}
 * @param message what happened and what to do
 * @param code the API's error Code, or null
 * @param requestId the API's RequestId, or null
 * @param httpStatus the HTTP status, or null when there was no answer
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record JobFailure(
    String type, String message, String code, String requestId, Integer httpStatus) {}
