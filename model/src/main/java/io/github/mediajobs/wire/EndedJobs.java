package io.github.mediajobs.wire;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.mediajobs.failure.InvalidRequestException;
import java.util.List;

/**
 * Jobs of a batch that ended, on their way to the run.
 *
 * @param indexes where each stands among the run's jobs, from 0
 * @param ends how each ended, without its name, in the same order
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EndedJobs(List<Integer> indexes, List<JobEnd> ends) {
  /**
   * Checks that the lists match.
   *
   * @throws InvalidRequestException when they are missing or differ in length
   */
  public EndedJobs {
    indexes = List.copyOf(Limits.given("indexes", indexes));
    ends = List.copyOf(Limits.given("ends", ends));
    if (indexes.size() != ends.size()) {
      throw new InvalidRequestException(
          "ends", "%d of them for %d indexes".formatted(ends.size(), indexes.size()));
    }
  }

  /**
   * Reads a signal from outside.
   *
   * @param input the signal's argument
   * @return the jobs
   * @throws InvalidRequestException when it is not what this library sends
   */
  public static EndedJobs read(JsonNode input) {
    return Fields.of(input).as(EndedJobs.class);
  }
}
