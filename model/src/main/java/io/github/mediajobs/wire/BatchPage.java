package io.github.mediajobs.wire;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.mediajobs.failure.InvalidRequestException;
import java.util.List;

/**
 * The answer of the query {@code outcomes}: ends in the order in which they came, as many as fit
 * 512 KiB.
 *
 * @param done how many ends are told up to here: what to ask from next
 * @param outcomes those from where was asked
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BatchPage(int done, List<JobEnd> outcomes) {
  public BatchPage {
    outcomes = List.copyOf(outcomes);
  }

  /**
   * What the query asks for.
   *
   * @param from how many ends to pass over; 0 or null for none
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record From(Integer from) {
    /**
     * Reads the query's argument.
     *
     * @param input the argument as JSON; null for from the first
     * @return what is asked for
     * @throws InvalidRequestException when {@code from} is no whole number of at least 0
     */
    public static From read(JsonNode input) {
      Integer from = input == null ? null : Fields.of(input).integer("from");
      if (from != null) {
        Limits.atLeast("from", from, 0);
      }
      return new From(from == null ? 0 : from);
    }
  }

  /**
   * A page of what has ended.
   *
   * @param ends all ends so far, in the order in which they came
   * @param from how many to pass over
   * @return the page
   */
  public static BatchPage of(List<JobEnd> ends, int from) {
    int first = Math.min(from, ends.size());
    int last = first;
    int bytes = 0;
    while (last < ends.size()) {
      bytes += Slimmed.size(ends.get(last)) + 1;
      if (bytes > Slimmed.PAYLOAD && last > first) {
        break;
      }
      last++;
    }
    return new BatchPage(last, ends.subList(first, last));
  }
}
