package io.github.mediajobs.wire;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * The result of the workflow {@code MediaJobPipeline}.
 *
 * @param outcome how the wait ended
 * @param steps how each step of the branch taken ended, in the order of the request
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PipelineOutcome(Outcome outcome, List<StepResult> steps) {
  public PipelineOutcome {
    steps = steps == null ? List.of() : List.copyOf(steps);
  }
}
