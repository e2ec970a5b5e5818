package io.github.mediajobs.wire;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * Why a step failed.
 *
 * @param type the failure's type, such as an ApplicationFailure's, or {@code Timeout}
 * @param message what happened
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StepFailure(String type, String message) {}
