package io.github.mediajobs.wire;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.mediajobs.failure.InvalidRequestException;
import java.time.Duration;

/**
 * How a step is tried again.
 *
 * @param maxAttempts attempts in all, at least 1; null for as many as the timeout allows
 * @param first the delay before the second attempt; null for PT1S
 * @param factor the growth of the delay, at least 1; null for 2
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StepRetry(
    Integer maxAttempts,
    @JsonFormat(shape = JsonFormat.Shape.STRING) Duration first,
    Double factor) {
  /**
   * Checks every value that is given.
   *
   * @throws InvalidRequestException naming the first field that is out of bounds
   */
  public StepRetry {
    if (maxAttempts != null) {
      Limits.atLeast("retry.maxAttempts", maxAttempts, 1);
    }
    Limits.aboveZero("retry.first", first);
    if (factor != null) {
      Limits.atLeast("retry.factor", factor, 1);
    }
  }

  static StepRetry read(Fields fields) {
    return new StepRetry(
        fields.integer("maxAttempts"), fields.duration("first"), fields.decimal("factor"));
  }
}
