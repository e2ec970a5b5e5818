package io.github.mediajobs.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.mediajobs.failure.FailureDetails;
import io.github.mediajobs.failure.FailureType;
import io.github.mediajobs.failure.InvalidRequestException;
import io.github.mediajobs.failure.Stackless;
import io.github.mediajobs.json.Json;
import io.temporal.common.converter.RawValue;
import io.temporal.failure.ApplicationFailure;
import java.util.function.Function;

/**
 * Decodes the argument of a workflow or an activity by hand: a converter's own error would retry
 * the workflow task for ever.
 */
public final class WireInput {
  private WireInput() {}

  /**
   * Reads one argument.
   *
   * @param <T> the input's type
   * @param argument the argument as it came, null when there was none
   * @param reader decodes the JSON
   * @return the input
   * @throws ApplicationFailure not retryable, of type {@code InvalidRequest}, naming the field
   */
  public static <T> T read(RawValue argument, Function<JsonNode, T> reader) {
    try {
      return reader.apply(argument == null ? null : json(argument));
    } catch (InvalidRequestException e) {
      throw invalid(e);
    }
  }

  /**
   * The failure for an input that can never work.
   *
   * @param problem names the field
   * @return not retryable, of type {@code InvalidRequest}, without a stack trace
   */
  public static ApplicationFailure invalid(InvalidRequestException problem) {
    return Stackless.of(
        ApplicationFailure.newNonRetryableFailure(
            problem.getMessage(), FailureType.INVALID_REQUEST.wireName(), FailureDetails.NONE));
  }

  private static JsonNode json(RawValue argument) {
    try {
      return Json.read(argument.getPayload().getData().toByteArray());
    } catch (JsonProcessingException e) {
      throw new InvalidRequestException("input", "expected a JSON object, got no JSON");
    }
  }
}
