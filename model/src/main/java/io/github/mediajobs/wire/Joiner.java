package io.github.mediajobs.wire;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;

/**
 * The content of the signal {@code join}: a wait of another workflow that shares the run.
 *
 * @param workflowId the workflow that waits
 * @param runId its run; the answer goes to no other
 * @param token tells the waits of one run apart; the same in a repeat
 * @param deadlineAt how long the joiner waits
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Joiner(
    String workflowId,
    String runId,
    String token,
    @JsonFormat(shape = JsonFormat.Shape.STRING) Instant deadlineAt) {

  /**
   * Whether an answer can reach it.
   *
   * @return false when a component is missing
   */
  public boolean complete() {
    return workflowId != null && runId != null && token != null && deadlineAt != null;
  }
}
