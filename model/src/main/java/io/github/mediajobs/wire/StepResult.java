package io.github.mediajobs.wire;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * How one step ended.
 *
 * @param name the step's name
 * @param status how it ended
 * @param result what it returned, {@code {"truncated":true}} when over 64 KiB, null when nothing
 * @param failure why it failed, or null
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StepResult(String name, StepStatus status, JsonNode result, StepFailure failure) {}
