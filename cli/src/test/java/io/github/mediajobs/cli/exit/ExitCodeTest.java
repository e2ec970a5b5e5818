package io.github.mediajobs.cli.exit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mediajobs.failure.FailureDetails;
import io.github.mediajobs.failure.FailureType;
import io.github.mediajobs.failure.JobStateUnknownException;
import io.github.mediajobs.outcome.OutcomeKind;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The numbers that scripts rely on. */
class ExitCodeTest {
  @ParameterizedTest
  @CsvSource({"SUCCEEDED,0", "FAILED,1", "NOT_FOUND,3", "TIMED_OUT,4"})
  void ofAnOutcome(OutcomeKind outcome, int number) {
    assertThat(ExitCode.of(outcome).number()).isEqualTo(number);
  }

  @ParameterizedTest
  @CsvSource({
    "JOB_NOT_FOUND,3",
    "INVALID_REQUEST,2",
    "ACCESS_DENIED,5",
    "CREDENTIALS_INVALID,5",
    "THROTTLED,5",
    "SERVICE_UNAVAILABLE,5",
    "MALFORMED_RESPONSE,5"
  })
  void ofAFailedRead(FailureType failure, int number) {
    assertThat(ExitCode.of(failure).number()).isEqualTo(number);
  }

  @ParameterizedTest
  @CsvSource({"'',0", "0,0", "0 1,1", "1 3 0,3", "3 4 1,4", "4 5 3 1 0,5", "2,2", "2 0,5", "2 2,5"})
  void ofSeveralWaits(String numbers, int number) {
    List<ExitCode> codes =
        Stream.of(numbers.split(" ", -1))
            .filter(it -> !it.isEmpty())
            .map(Integer::valueOf)
            .map(it -> byNumber(it))
            .toList();
    assertThat(ExitCode.ofAll(codes).number()).isEqualTo(number);
  }

  @Test
  void aProblemIsOneLineWithCodeAndRequestIdOnce() {
    JobStateUnknownException failure =
        new JobStateUnknownException(
            "AccessDenied",
            new FailureDetails("Forbidden", "REQ-1", 403),
            "no right\n(Code Forbidden)",
            null);
    Problem problem = Problem.of(new CompletionException(failure));
    assertThat(problem.line()).isEqualTo("no right (Code Forbidden) (RequestId REQ-1)");
    assertThat(problem.code()).isEqualTo(ExitCode.NOT_FOUND_OUT);
  }

  @ParameterizedTest
  @CsvSource({"InvalidRequest,2", "JobNotFound,3", "Throttled,5", "Canceled,5", ",5"})
  void aRunThatFailedHasTheCodeOfItsFailure(String type, int number) {
    JobStateUnknownException failure = new JobStateUnknownException(type, null, "why", null);
    assertThat(Problem.of(failure).code().number()).isEqualTo(number);
  }

  @Test
  void whatNobodyExpectedIsToldToo() {
    Problem problem = Problem.of(new IllegalStateException("odd"));
    assertThat(problem.line()).startsWith("IllegalStateException: odd").contains("--verbose");
    assertThat(problem.code().number()).isEqualTo(5);
  }

  private static ExitCode byNumber(int number) {
    return Arrays.stream(ExitCode.values())
        .filter(it -> it.number() == number)
        .findFirst()
        .orElseThrow();
  }
}
