package io.github.mediajobs.api;

import io.github.mediajobs.failure.InvalidRequestException;
import io.github.mediajobs.operation.JobListing;
import java.time.Instant;

/**
 * Which jobs a List operation is asked for. What is null is not sent: the vendor's defaults hold.
 *
 * @param jobId an id, or a keyword where the operation searches by one; null for any
 * @param status a raw status; null for any
 * @param from the earliest time of creation, to the second; null for the vendor's default, which
 *     for live snapshots is 7 days ago
 * @param to the latest time of creation, to the second; null for now. The vendor answers live
 *     snapshot and producing jobs for windows of at most 30 days
 * @param newestFirst whether the newest jobs come first
 * @param size how many jobs a page holds at most, 1 to 100
 * @param token a page's token as {@link JobPage#next} gave it; null for the first page
 */
public record ListQuery(
    String jobId,
    String status,
    Instant from,
    Instant to,
    boolean newestFirst,
    int size,
    String token) {
  /**
   * Checks every value.
   *
   * @throws InvalidRequestException naming the first that is out of bounds
   */
  public ListQuery {
    notBlank("jobId", jobId);
    notBlank("status", status);
    notBlank("token", token);
    if (from != null && to != null && from.isAfter(to)) {
      throw new InvalidRequestException("from", from + " is after to, " + to);
    }
    if (size < 1 || size > JobListing.LARGEST_PAGE) {
      throw new InvalidRequestException(
          "size", "expected 1 to %d, got %d".formatted(JobListing.LARGEST_PAGE, size));
    }
  }

  /**
   * All jobs, the newest first, in pages of 100.
   *
   * @return the query for the first page
   */
  public static ListQuery newest() {
    return new ListQuery(null, null, null, null, true, JobListing.LARGEST_PAGE, null);
  }

  /**
   * Narrows it to a job.
   *
   * @param value an id, or a keyword where the operation searches by one
   * @return a new query
   */
  public ListQuery ofJob(String value) {
    return new ListQuery(value, status, from, to, newestFirst, size, token);
  }

  /**
   * Narrows it to a status.
   *
   * @param value as the API spells it
   * @return a new query
   */
  public ListQuery inStatus(String value) {
    return new ListQuery(jobId, value, from, to, newestFirst, size, token);
  }

  /**
   * Narrows it to a time of creation.
   *
   * @param earliest to the second, or null
   * @param latest to the second, or null
   * @return a new query
   */
  public ListQuery created(Instant earliest, Instant latest) {
    return new ListQuery(jobId, status, earliest, latest, newestFirst, size, token);
  }

  /**
   * Turns the order round.
   *
   * @return a new query
   */
  public ListQuery oldestFirst() {
    return new ListQuery(jobId, status, from, to, false, size, token);
  }

  /**
   * Chooses the size of a page.
   *
   * @param value 1 to 100
   * @return a new query
   */
  public ListQuery inPagesOf(int value) {
    return new ListQuery(jobId, status, from, to, newestFirst, value, token);
  }

  /**
   * Asks for another page; everything else must be as it was for the page before.
   *
   * @param value as {@link JobPage#next} gave it
   * @return a new query
   */
  public ListQuery at(String value) {
    return new ListQuery(jobId, status, from, to, newestFirst, size, value);
  }

  private static void notBlank(String field, String value) {
    if (value != null && value.isBlank()) {
      throw new InvalidRequestException(field, "blank; leave it out or give one");
    }
  }
}
