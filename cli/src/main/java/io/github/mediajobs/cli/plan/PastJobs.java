package io.github.mediajobs.cli.plan;

import io.github.mediajobs.planning.PastDuration;
import java.util.List;
import java.util.Objects;

/**
 * Past jobs of one kind, to plan by.
 *
 * @param kind what they have in common, such as {@code TemplateId=t1}; empty for the operation
 *     alone
 * @param durations how long they took
 */
public record PastJobs(String kind, List<PastDuration> durations) {
  /** No jobs at all: the plan is made of what is assumed. */
  public static final PastJobs NONE = new PastJobs("", List.of());

  /**
   * Copies what could be modified.
   *
   * @throws NullPointerException when a component is null
   */
  public PastJobs {
    Objects.requireNonNull(kind, "kind");
    durations = List.copyOf(durations);
  }
}
