package io.github.mediajobs.api;

import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import okhttp3.HttpUrl;

/**
 * One HTTP request to an API, for whoever traces. Neither headers nor the query are in it, where
 * signatures and parameters stand.
 *
 * @param action the API's name of the operation, such as {@code GetPackageJob}
 * @param region where it was called
 * @param jobId the job that it asks for; empty for a list
 * @param method the HTTP method
 * @param url scheme, host, port and path
 * @param resend 0, or 1 for the one that follows an answer that refused the signature's date
 * @param took from before it was sent until its answer was read
 * @param status the HTTP status; empty without an answer
 * @param requestId the API's; empty where none came
 * @param error in a word, why what was asked for did not come: the API's Code, else the HTTP
 *     status, {@code MalformedResponse}, or the class of the exception that came in place of an
 *     answer; empty when it came
 */
public record SentRequest(
    String action,
    String region,
    Optional<String> jobId,
    String method,
    URI url,
    int resend,
    Duration took,
    OptionalInt status,
    Optional<String> requestId,
    Optional<String> error) {
  /**
   * Keeps the values as they are.
   *
   * @throws NullPointerException when one is null
   */
  public SentRequest {
    Objects.requireNonNull(action, "action");
    Objects.requireNonNull(region, "region");
    Objects.requireNonNull(jobId, "jobId");
    Objects.requireNonNull(method, "method");
    Objects.requireNonNull(url, "url");
    Objects.requireNonNull(took, "took");
    Objects.requireNonNull(status, "status");
    Objects.requireNonNull(requestId, "requestId");
    Objects.requireNonNull(error, "error");
  }

  static SentRequest answered(
      Call<?> call, HttpUrl url, int resend, Duration took, Answer<?> answer) {
    return of(
        call,
        url,
        resend,
        took,
        OptionalInt.of(answer.status()),
        Optional.ofNullable(answer.requestId()),
        answer.error());
  }

  static SentRequest unanswered(
      Call<?> call, HttpUrl url, int resend, Duration took, Exception instead) {
    return of(
        call,
        url,
        resend,
        took,
        OptionalInt.empty(),
        Optional.empty(),
        Optional.of(instead.getClass().getSimpleName()));
  }

  private static SentRequest of(
      Call<?> call,
      HttpUrl url,
      int resend,
      Duration took,
      OptionalInt status,
      Optional<String> requestId,
      Optional<String> error) {
    return new SentRequest(
        call.action(),
        call.region(),
        call.jobId(),
        SignedRequest.METHOD,
        url.uri(),
        resend,
        took,
        status,
        requestId,
        error);
  }
}
