package io.github.mediajobs.wire;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.mediajobs.failure.InvalidRequestException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The input of the workflow {@code MediaJobPipeline}: the fields of {@link AwaitRequest} and the
 * steps of both branches.
 *
 * @param awaited which job, and how to wait for it
 * @param onSuccess up to 20 steps for a job that succeeded
 * @param onFailure up to 20 steps for every other outcome
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PipelineRequest(
    @JsonUnwrapped AwaitRequest awaited, List<Step> onSuccess, List<Step> onFailure) {
  /**
   * Checks every value.
   *
   * @throws InvalidRequestException when a branch is too long or two steps share a name
   */
  public PipelineRequest {
    Objects.requireNonNull(awaited, "awaited");
    onSuccess = onSuccess == null ? List.of() : List.copyOf(onSuccess);
    onFailure = onFailure == null ? List.of() : List.copyOf(onFailure);
    checkSteps(names(onSuccess), names(onFailure));
  }

  /**
   * Checks the names of both branches.
   *
   * @param onSuccess the names of the steps for a job that succeeded
   * @param onFailure the names of the steps for every other outcome
   * @throws InvalidRequestException when a branch has more than 20 or two share a name
   */
  public static void checkSteps(List<String> onSuccess, List<String> onFailure) {
    Limits.steps("onSuccess", onSuccess);
    Limits.steps("onFailure", onFailure);
    Limits.unique(Stream.concat(onSuccess.stream(), onFailure.stream()).toList());
  }

  private static List<String> names(List<Step> steps) {
    return steps.stream().map(Step::name).toList();
  }

  /**
   * Reads the input from outside.
   *
   * @param input the workflow's input
   * @return the request
   * @throws InvalidRequestException naming the first field of a wrong type or value
   */
  public static PipelineRequest read(JsonNode input) {
    Fields fields = Fields.of(input);
    return new PipelineRequest(
        AwaitRequest.read(fields),
        fields.objects("onSuccess", Step::read),
        fields.objects("onFailure", Step::read));
  }
}
