package io.github.mediajobs.api;

import static io.github.mediajobs.failure.FailureType.ACCESS_DENIED;
import static io.github.mediajobs.failure.FailureType.CREDENTIALS_INVALID;
import static io.github.mediajobs.failure.FailureType.INVALID_REQUEST;
import static io.github.mediajobs.failure.FailureType.JOB_NOT_FOUND;
import static io.github.mediajobs.failure.FailureType.SERVICE_UNAVAILABLE;
import static io.github.mediajobs.failure.FailureType.THROTTLED;

import io.github.mediajobs.failure.FailureType;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the API's error Codes mean. The first row that matches counts; a Code that no row names may
 * pass, so that a wait goes on.
 */
final class ErrorCodes {
  private static final Row CLOCK =
      row(SERVICE_UNAVAILABLE, "SignatureNonceUsed", "InvalidTimeStamp*");
  private static final List<Row> ROWS =
      List.of(
          row(THROTTLED, "Throttling*", "*.Throttling"),
          row(
              CREDENTIALS_INVALID,
              "InvalidAccessKeyId*",
              "SignatureDoesNotMatch",
              "IncompleteSignature",
              "InvalidSecurityToken*"),
          row(
              ACCESS_DENIED,
              "Forbidden*",
              "NoPermission",
              "OperationDenied",
              "UserDisable",
              "PermissionDenied*",
              "InvalidIdentity*"),
          row(
              JOB_NOT_FOUND,
              "JobNotFound",
              "InvalidParameter.ResourceNotFound",
              "ResourceNotFound"),
          CLOCK,
          row(INVALID_REQUEST, "Missing*", "Invalid*"),
          row(SERVICE_UNAVAILABLE, "ServiceUnavailable*", "Internal*", "*"));

  private ErrorCodes() {}

  static FailureType type(String code) {
    return ROWS.stream().filter(row -> row.has(code)).findFirst().orElseThrow().type();
  }

  /** What the table names, in its order. */
  static Stream<Pattern> patterns() {
    return ROWS.stream().flatMap(row -> row.codes().stream());
  }

  /** Whether a new date and nonce may help. */
  static boolean clockRefused(String code) {
    return CLOCK.has(code);
  }

  private static Row row(FailureType type, String... wildcards) {
    return new Row(type, Arrays.stream(wildcards).map(ErrorCodes::pattern).toList());
  }

  private static Pattern pattern(String wildcard) {
    return Pattern.compile(
        Arrays.stream(wildcard.split("\\*", -1))
            .map(Pattern::quote)
            .collect(Collectors.joining(".*")));
  }

  private record Row(FailureType type, List<Pattern> codes) {
    boolean has(String code) {
      return codes.stream().anyMatch(pattern -> pattern.matcher(code).matches());
    }
  }
}
