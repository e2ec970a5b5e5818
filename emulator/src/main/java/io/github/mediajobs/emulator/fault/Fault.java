package io.github.mediajobs.emulator.fault;

import io.github.mediajobs.emulator.delivery.Cut;
import io.github.mediajobs.emulator.delivery.Delivery;
import io.github.mediajobs.emulator.delivery.Whole;
import io.github.mediajobs.emulator.error.ApiError;
import io.github.mediajobs.emulator.http.Response;
import io.github.mediajobs.operation.JobOperation;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;

/**
 * Something that goes wrong: whose calls it hits, how often, what is answered and how the bytes
 * travel. Only calls with a valid signature are hit, so that faults hide no mistake in signing.
 *
 * @param action the API's name of the operation that is hit, or null for any
 * @param jobId the job that is hit, white space around it aside, or null for any
 * @param times how many calls are hit; {@link #FOREVER} for all
 * @param reply what is answered
 * @param delay how long nothing happens before the answer, in real time
 * @param delivery how the bytes travel
 */
public record Fault(
    String action, String jobId, int times, Reply reply, Duration delay, Delivery delivery) {
  /** As many times as there are calls. */
  public static final int FOREVER = Integer.MAX_VALUE;

  /**
   * Checks the fault.
   *
   * @throws IllegalArgumentException when times is below 1 or the delay is negative
   */
  public Fault {
    Objects.requireNonNull(reply, "reply");
    Objects.requireNonNull(delivery, "delivery");
    if (times < 1) {
      throw new IllegalArgumentException("times: expected at least 1, got " + times);
    }
    if (delay.isNegative()) {
      throw new IllegalArgumentException("delay: expected zero or more, got " + delay);
    }
  }

  /**
   * An error in the vendor's form, once, for any call.
   *
   * @param status the HTTP status
   * @param code the vendor's code
   * @param message the vendor's message
   * @return the fault
   */
  public static Fault error(int status, String code, String message) {
    return of(new Reply.Refusal(new ApiError(status, code, message), Map.of()));
  }

  /**
   * The vendor's throttling answer, HTTP 400 with Code Throttling.User, once, for any call.
   *
   * @return the fault
   */
  public static Fault throttling() {
    return of(new Reply.Refusal(ApiError.THROTTLED, Map.of()));
  }

  /**
   * The vendor's throttling answer with a hint.
   *
   * @param retryAfter the value of {@code x-acs-retry-after}, sent as it is; the vendor's are
   *     milliseconds
   * @return the fault
   */
  public static Fault throttling(String retryAfter) {
    return of(new Reply.Refusal(ApiError.THROTTLED, Map.of("x-acs-retry-after", retryAfter)));
  }

  /**
   * An HTML page, as a proxy answers it, once, for any call.
   *
   * @param status the HTTP status
   * @return the fault
   */
  public static Fault html(int status) {
    return raw(
        status,
        "text/html",
        "<html><body><h1>%d</h1></body></html>".formatted(status).getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Any bytes, once, for any call.
   *
   * @param status the HTTP status
   * @param contentType the value of Content-Type
   * @param body the body
   * @return the fault
   */
  public static Fault raw(int status, String contentType, byte[] body) {
    return raw(new Response(status, Map.of("Content-Type", contentType), body));
  }

  /**
   * Any response, once, for any call.
   *
   * @param response sent as it is
   * @return the fault
   */
  public static Fault raw(Response response) {
    return of(new Reply.Raw(response));
  }

  /**
   * The usual answer, late, once, for any call.
   *
   * @param delay how long nothing happens, in real time
   * @return the fault
   */
  public static Fault delay(Duration delay) {
    return of(new Reply.Usual()).delayed(delay);
  }

  /**
   * The usual answer on a connection that ends too early, once, for any call.
   *
   * @param at where it ends
   * @return the fault
   */
  public static Fault cut(Cut.At at) {
    return delivery(new Cut(at));
  }

  /**
   * The usual answer in an unusual way, once, for any call.
   *
   * @param delivery how the bytes travel
   * @return the fault
   */
  public static Fault delivery(Delivery delivery) {
    return of(new Reply.Usual()).delivered(delivery);
  }

  /**
   * Narrows the fault to an operation.
   *
   * @param only the operation that is hit
   * @return a new fault
   */
  public Fault on(JobOperation<?> only) {
    return on(only.action());
  }

  /**
   * Narrows the fault to an operation.
   *
   * @param only the API's name, that of a List operation too
   * @return a new fault
   */
  public Fault on(String only) {
    return new Fault(only, jobId, times, reply, delay, delivery);
  }

  /**
   * Narrows the fault to a job.
   *
   * @param only the job that is hit
   * @return a new fault
   */
  public Fault forJob(String only) {
    return new Fault(action, only, times, reply, delay, delivery);
  }

  /**
   * Hits more than one call.
   *
   * @param count how many; default 1
   * @return a new fault
   */
  public Fault times(int count) {
    return new Fault(action, jobId, count, reply, delay, delivery);
  }

  /**
   * Hits all calls.
   *
   * @return a new fault
   */
  public Fault forever() {
    return times(FOREVER);
  }

  /**
   * Comes late.
   *
   * @param by how long nothing happens before the answer, in real time
   * @return a new fault
   */
  public Fault delayed(Duration by) {
    return new Fault(action, jobId, times, reply, by, delivery);
  }

  /**
   * Travels in another way.
   *
   * @param how how the bytes travel
   * @return a new fault
   */
  public Fault delivered(Delivery how) {
    return new Fault(action, jobId, times, reply, delay, how);
  }

  boolean hits(String called, String id) {
    return (action == null || action.equals(called))
        && (jobId == null || (id != null && jobId.strip().equals(id.strip())));
  }

  private static Fault of(Reply reply) {
    return new Fault(null, null, 1, reply, Duration.ZERO, new Whole());
  }
}
