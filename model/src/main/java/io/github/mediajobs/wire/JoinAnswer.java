package io.github.mediajobs.wire;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.mediajobs.failure.FailureDetails;
import io.github.mediajobs.failure.Stackless;
import io.temporal.failure.ApplicationFailure;

/**
 * What a shared run tells a joiner when it ends. Without an outcome and a failure it says: I have
 * ended and you have not, start another run.
 *
 * @param token the joiner's
 * @param outcome how the wait ended, or null
 * @param failure why the job's state could not be found out, or null
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record JoinAnswer(String token, Outcome outcome, Failure failure) {
  /** The run has ended for reasons of its own. */
  public static final JoinAnswer GO_ON = new JoinAnswer(null, null, null);

  /**
   * Why a job's state could not be found out.
   *
   * @param type one of the wire's failure types
   * @param message what happened
   * @param details the API's Code, RequestId and HTTP status
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Failure(String type, String message, FailureDetails details) {
    /**
     * The failure as workflows throw it.
     *
     * @return not retryable, without a stack trace
     */
    public ApplicationFailure thrown() {
      return Stackless.of(ApplicationFailure.newNonRetryableFailure(message, type, details));
    }
  }

  /**
   * The answer to all joiners alike.
   *
   * @param outcome how the wait ended
   * @return without a token
   */
  public static JoinAnswer of(Outcome outcome) {
    return new JoinAnswer(null, outcome, null);
  }

  /**
   * The answer to all joiners alike.
   *
   * @param failure what the run fails with
   * @return without a token
   */
  public static JoinAnswer of(ApplicationFailure failure) {
    return new JoinAnswer(
        null,
        null,
        new Failure(
            failure.getType(),
            failure.getOriginalMessage(),
            failure.getDetails().getSize() == 0
                ? FailureDetails.NONE
                : failure.getDetails().get(FailureDetails.class)));
  }

  /**
   * The same answer to one joiner.
   *
   * @param value the joiner's token
   * @return a new answer
   */
  public JoinAnswer to(String value) {
    return new JoinAnswer(value, outcome, failure);
  }
}
