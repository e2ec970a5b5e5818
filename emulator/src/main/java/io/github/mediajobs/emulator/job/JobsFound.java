package io.github.mediajobs.emulator.job;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * One page of a list.
 *
 * @param jobs what a read of each job would answer, without what is around the job
 * @param next after which place the next page begins, or null when there is none
 * @param total how many jobs there are on all pages, when they were counted
 */
public record JobsFound(List<ObjectNode> jobs, Place next, long total) {
  /**
   * Keeps the jobs as they are.
   *
   * @throws NullPointerException when {@code jobs} is null
   */
  public JobsFound {
    jobs = List.copyOf(jobs);
  }
}
