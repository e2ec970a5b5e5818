package io.github.mediajobs.operation;

import com.fasterxml.jackson.core.JsonPointer;
import java.util.Objects;

/**
 * The List operation beside one that reads a job: how it is asked, and where its items stand. An
 * item is the job under the names that the other operation has, with fewer fields. Data only.
 *
 * @param action the API's name, such as {@code ListPackageJobs}
 * @param items where the array of jobs stands in the response
 * @param filters the parameters that choose jobs
 * @param order the parameter that orders them
 * @param paging how a page is asked for and the next one found
 */
public record JobListing(
    String action, JsonPointer items, Filters filters, Order order, Paging paging) {
  /** The most jobs that one page of any List operation holds. */
  public static final int LARGEST_PAGE = 100;

  /**
   * Checks that nothing is missing.
   *
   * @throws NullPointerException when a component is null
   */
  public JobListing {
    Objects.requireNonNull(action, "action");
    Objects.requireNonNull(items, "items");
    Objects.requireNonNull(filters, "filters");
    Objects.requireNonNull(order, "order");
    Objects.requireNonNull(paging, "paging");
  }

  /**
   * The names of the parameters that choose jobs.
   *
   * @param jobId takes an id, or a keyword that may be one
   * @param status takes a raw status
   * @param from takes the earliest time of creation, {@code yyyy-MM-ddTHH:mm:ssZ}
   * @param to takes the latest time of creation
   */
  public record Filters(String jobId, String status, String from, String to) {
    /**
     * Checks that nothing is missing.
     *
     * @throws NullPointerException when a component is null
     */
    public Filters {
      Objects.requireNonNull(jobId, "jobId");
      Objects.requireNonNull(status, "status");
      Objects.requireNonNull(from, "from");
      Objects.requireNonNull(to, "to");
    }
  }

  /**
   * The parameter that orders jobs by their creation.
   *
   * @param parameter its name
   * @param newestFirst its value for the newest first
   * @param oldestFirst its value for the oldest first
   */
  public record Order(String parameter, String newestFirst, String oldestFirst) {
    /**
     * Checks that nothing is missing.
     *
     * @throws NullPointerException when a component is null
     */
    public Order {
      Objects.requireNonNull(parameter, "parameter");
      Objects.requireNonNull(newestFirst, "newestFirst");
      Objects.requireNonNull(oldestFirst, "oldestFirst");
    }
  }
}
