package io.github.mediajobs.wire;

import io.github.mediajobs.failure.InvalidRequestException;
import io.github.mediajobs.operation.JobOperation;
import java.time.Duration;
import java.util.List;

/**
 * How a caller wants to wait, before it is checked. Null components stand for the defaults.
 *
 * @param region where the job lives
 * @param deadline how long to wait
 * @param until raw statuses that end the wait in place of the operation's own
 * @param polling how to poll
 * @param shared true to wait on the run that others share
 */
public record AwaitTerms(
    String region, Duration deadline, List<String> until, Polling polling, Boolean shared) {
  /** Every component at its default. */
  public static final AwaitTerms DEFAULT = new AwaitTerms(null, null, null, null, null);

  /**
   * The same terms in a region.
   *
   * @param value such as {@code cn-shanghai}
   * @return new terms
   */
  public AwaitTerms in(String value) {
    return new AwaitTerms(value, deadline, until, polling, shared);
  }

  /**
   * The same terms with a deadline.
   *
   * @param value how long to wait
   * @return new terms
   */
  public AwaitTerms within(Duration value) {
    return new AwaitTerms(region, value, until, polling, shared);
  }

  /**
   * The same terms with other statuses.
   *
   * @param statuses at which the wait ends as succeeded
   * @return new terms
   */
  public AwaitTerms until(String... statuses) {
    return new AwaitTerms(region, deadline, List.of(statuses), polling, shared);
  }

  /**
   * The same terms with another schedule.
   *
   * @param value how to poll
   * @return new terms
   */
  public AwaitTerms polling(Polling value) {
    return new AwaitTerms(region, deadline, until, value, shared);
  }

  /**
   * The same terms on the run that others share.
   *
   * @return new terms
   */
  public AwaitTerms onSharedRun() {
    return new AwaitTerms(region, deadline, until, polling, true);
  }

  /**
   * Checks everything.
   *
   * @param operation reads the job
   * @param jobId the job's id
   * @return the request
   * @throws InvalidRequestException naming the first value that is missing or out of bounds
   */
  public AwaitRequest request(JobOperation<?> operation, String jobId) {
    operation.awaitedOr(until);
    return new AwaitRequest(operation.action(), jobId, region, deadline, until, polling, shared);
  }
}
