package io.github.mediajobs.wire;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Objects;

/**
 * What one worker learnt of how long the jobs of an operation take.
 *
 * @param worker the process that learnt it; others learn by themselves
 * @param kinds at most 50, those that were looked at last; empty where it saw no job end
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LearntDurations(String worker, List<Kind> kinds) {
  /** The most kinds that one answer holds: with 200 durations each they take some 100 KiB. */
  public static final int MOST_KINDS = 50;

  public LearntDurations {
    kinds = List.copyOf(Objects.requireNonNullElse(kinds, List.of()));
  }

  /**
   * Jobs that take about as long as one another.
   *
   * @param kind what they have in common, such as {@code TemplateId=t1}; empty for the operation
   *     alone
   * @param durations seconds from submission to end of the last 200 jobs, the oldest first
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Kind(String kind, List<Double> durations) {
    public Kind {
      durations = List.copyOf(Objects.requireNonNullElse(durations, List.of()));
    }
  }
}
