package io.github.mediajobs.wire;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.mediajobs.failure.InvalidRequestException;
import java.time.Instant;
import java.util.List;

/**
 * What a run of {@code AwaitMediaJobs} hands to the run that continues it, as a second argument.
 *
 * @param startedAt when the waits began
 * @param indexes which jobs are done, in the order in which they came to be
 * @param done how each of these ended, without its name, in the same order
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BatchCarried(
    @JsonFormat(shape = JsonFormat.Shape.STRING) Instant startedAt,
    List<Integer> indexes,
    BatchResult done) {
  /**
   * Checks that nothing is missing.
   *
   * @throws InvalidRequestException naming the first field that is missing
   */
  public BatchCarried {
    Limits.given("startedAt", startedAt);
    indexes = List.copyOf(Limits.given("indexes", indexes));
    Limits.given("done", done);
  }

  /**
   * Reads the argument from outside.
   *
   * @param input the workflow's second argument
   * @return what was handed over
   * @throws InvalidRequestException when it is none
   */
  public static BatchCarried read(JsonNode input) {
    return Fields.of(input).as(BatchCarried.class);
  }
}
