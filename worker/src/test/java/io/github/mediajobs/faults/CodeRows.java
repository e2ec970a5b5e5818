package io.github.mediajobs.faults;

import static io.github.mediajobs.failure.FailureType.ACCESS_DENIED;
import static io.github.mediajobs.failure.FailureType.CREDENTIALS_INVALID;
import static io.github.mediajobs.failure.FailureType.INVALID_REQUEST;
import static io.github.mediajobs.failure.FailureType.JOB_NOT_FOUND;
import static io.github.mediajobs.failure.FailureType.SERVICE_UNAVAILABLE;
import static io.github.mediajobs.failure.FailureType.THROTTLED;
import static io.github.mediajobs.faults.Expected.ended;
import static io.github.mediajobs.faults.Expected.overcome;
import static io.github.mediajobs.faults.Expected.retried;
import static io.github.mediajobs.faults.FaultRow.Family.CODES;

import io.github.mediajobs.emulator.fault.Fault;
import io.github.mediajobs.outcome.OutcomeKind;
import java.util.List;
import java.util.stream.Stream;

/**
 * The Codes that the vendor documents, or that its SDKs know, each with its documented status; then
 * those for which the moment counts.
 */
final class CodeRows {
  private static final Expected REFUSED_KEY = retried(CREDENTIALS_INVALID, Play.CEILING);
  private static final Expected REFUSED_RIGHT = retried(ACCESS_DENIED, Play.CEILING);

  private CodeRows() {}

  /** A Code, its status, and what comes of it in the first attempt. */
  private record Code(int status, String code, Expected expected) {}

  private static final List<Code> DOCUMENTED =
      List.of(
          new Code(400, "Throttling", retried(THROTTLED)),
          new Code(400, "Throttling.User", retried(THROTTLED)),
          new Code(400, "Throttling.Api", retried(THROTTLED)),
          new Code(400, "Rejected.Throttling", retried(THROTTLED)),
          new Code(503, "ServiceUnavailable", retried(SERVICE_UNAVAILABLE)),
          new Code(503, "ServiceUnavailableTemporary", retried(SERVICE_UNAVAILABLE)),
          new Code(500, "InternalError", retried(SERVICE_UNAVAILABLE)),
          new Code(500, "InternalFailure", retried(SERVICE_UNAVAILABLE)),
          new Code(404, "InvalidAccessKeyId.NotFound", ended(CREDENTIALS_INVALID)),
          new Code(400, "InvalidAccessKeyId.NotFound", ended(CREDENTIALS_INVALID)),
          new Code(400, "InvalidAccessKeyId.Inactive", ended(CREDENTIALS_INVALID)),
          new Code(400, "SignatureDoesNotMatch", ended(CREDENTIALS_INVALID)),
          new Code(403, "SignatureDoesNotMatch", ended(CREDENTIALS_INVALID)),
          new Code(400, "IncompleteSignature", ended(CREDENTIALS_INVALID)),
          new Code(400, "InvalidSecurityToken.Expired", ended(CREDENTIALS_INVALID)),
          new Code(400, "InvalidSecurityToken.Malformed", ended(CREDENTIALS_INVALID)),
          new Code(403, "Forbidden", ended(ACCESS_DENIED)),
          new Code(403, "Forbidden.RAM", ended(ACCESS_DENIED)),
          new Code(403, "NoPermission", ended(ACCESS_DENIED)),
          new Code(403, "OperationDenied", ended(ACCESS_DENIED)),
          new Code(403, "UserDisable", ended(ACCESS_DENIED)),
          new Code(403, "PermissionDenied.Action", ended(ACCESS_DENIED)),
          new Code(403, "InvalidIdentity.ServiceDisabled", ended(ACCESS_DENIED)),
          new Code(404, "JobNotFound", retried(JOB_NOT_FOUND)),
          new Code(404, "InvalidParameter.ResourceNotFound", retried(JOB_NOT_FOUND)),
          new Code(404, "ResourceNotFound", retried(JOB_NOT_FOUND)),
          new Code(400, "SignatureNonceUsed", overcome()),
          new Code(400, "InvalidTimeStamp.Expired", overcome()),
          new Code(400, "InvalidTimeStamp.Format", overcome()),
          new Code(400, "MissingParameter", ended(INVALID_REQUEST)),
          new Code(400, "MissingJobId", ended(INVALID_REQUEST)),
          new Code(400, "InvalidParameter", ended(INVALID_REQUEST)),
          new Code(400, "InvalidVersion", ended(INVALID_REQUEST)),
          new Code(404, "InvalidApi.NotFound", ended(INVALID_REQUEST)),
          new Code(404, "InvalidProduct.NotFound", ended(INVALID_REQUEST)),
          new Code(404, "InvalidProtocol.NeedSsl", ended(INVALID_REQUEST)),
          new Code(400, "IdempotentParameterMismatch", retried(SERVICE_UNAVAILABLE)),
          new Code(405, "UnsupportedHTTPMethod", retried(SERVICE_UNAVAILABLE)),
          new Code(418, "NobodyDocumentedThis", retried(SERVICE_UNAVAILABLE)));

  static Stream<String> codes() {
    return DOCUMENTED.stream().map(Code::code);
  }

  static Stream<FaultRow> rows() {
    return Stream.concat(DOCUMENTED.stream().map(CodeRows::row), later());
  }

  private static Stream<FaultRow> later() {
    return Stream.of(
        row(new Code(404, "InvalidAccessKeyId.NotFound", REFUSED_KEY)).inMidWait(),
        row(new Code(400, "SignatureDoesNotMatch", REFUSED_KEY)).inMidWait(),
        row(new Code(400, "InvalidSecurityToken.Expired", REFUSED_KEY)).inMidWait(),
        row(new Code(403, "Forbidden.RAM", REFUSED_RIGHT)).inMidWait(),
        row(new Code(400, "InvalidParameter", ended(INVALID_REQUEST))).inMidWait(),
        row(new Code(404, "JobNotFound", new Expected.Taken(OutcomeKind.NOT_FOUND))).inMidWait(),
        row(new Code(503, "ServiceUnavailable", retried(SERVICE_UNAVAILABLE))).inMidWait(),
        twice("SignatureNonceUsed"),
        twice("InvalidTimeStamp.Expired"));
  }

  private static FaultRow row(Code it) {
    return FaultRow.of(
            CODES, it.code(), it.expected(), Fault.error(it.status(), it.code(), "As documented."))
        .sent("HTTP " + it.status())
        .saying(it.code());
  }

  private static FaultRow twice(String code) {
    return FaultRow.of(
            CODES,
            code + ", twice",
            retried(SERVICE_UNAVAILABLE),
            Fault.error(400, code, "As documented.").times(2))
        .sent("HTTP 400");
  }
}
