package io.github.mediajobs.wire;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What every step receives as its one argument, and a webhook as its body.
 *
 * @param outcome how the wait ended
 * @param idempotencyKey the same on every retry of the step; {@code <workflowId>/<step name>}
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StepInput(Outcome outcome, String idempotencyKey) {}
