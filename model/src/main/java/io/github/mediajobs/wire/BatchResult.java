package io.github.mediajobs.wire;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * The result of the workflow {@code AwaitMediaJobs}.
 *
 * @param outcomes how each job ended, in the order of the request
 * @param truncated fields that were left out or cut to keep the payload small, in every entry; null
 *     for none. What was cut of an entry's job is named in its own {@code truncated}.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BatchResult(List<JobEnd> outcomes, List<String> truncated) {
  public BatchResult {
    outcomes = List.copyOf(outcomes);
    truncated = truncated == null ? null : List.copyOf(truncated);
  }

  /**
   * A result that fits one payload of 512 KiB.
   *
   * @param ends how each job ended
   * @return the largest job objects left out as far as needed, then messages, steps and times
   */
  public static BatchResult capped(List<JobEnd> ends) {
    return Slimmed.to(Slimmed.PAYLOAD, ends);
  }
}
