package io.github.mediajobs.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mediajobs.failure.FailureType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorCodesTest {
  @ParameterizedTest
  @CsvSource({
    "Throttling, THROTTLED",
    "Throttling.User, THROTTLED",
    "Throttling.Api, THROTTLED",
    "Rejected.Throttling, THROTTLED",
    "InvalidAccessKeyId, CREDENTIALS_INVALID",
    "InvalidAccessKeyId.NotFound, CREDENTIALS_INVALID",
    "InvalidAccessKeyId.Inactive, CREDENTIALS_INVALID",
    "SignatureDoesNotMatch, CREDENTIALS_INVALID",
    "IncompleteSignature, CREDENTIALS_INVALID",
    "InvalidSecurityToken, CREDENTIALS_INVALID",
    "InvalidSecurityToken.Expired, CREDENTIALS_INVALID",
    "Forbidden, ACCESS_DENIED",
    "Forbidden.RAM, ACCESS_DENIED",
    "NoPermission, ACCESS_DENIED",
    "OperationDenied, ACCESS_DENIED",
    "UserDisable, ACCESS_DENIED",
    "PermissionDenied, ACCESS_DENIED",
    "PermissionDenied.Action, ACCESS_DENIED",
    "InvalidIdentity.ServiceDisabled, ACCESS_DENIED",
    "JobNotFound, JOB_NOT_FOUND",
    "InvalidParameter.ResourceNotFound, JOB_NOT_FOUND",
    "ResourceNotFound, JOB_NOT_FOUND",
    "SignatureNonceUsed, SERVICE_UNAVAILABLE",
    "InvalidTimeStamp.Expired, SERVICE_UNAVAILABLE",
    "InvalidTimeStamp.Format, SERVICE_UNAVAILABLE",
    "MissingParameter, INVALID_REQUEST",
    "MissingJobId, INVALID_REQUEST",
    "InvalidParameter, INVALID_REQUEST",
    "InvalidApi.NotFound, INVALID_REQUEST",
    "InvalidProduct.NotFound, INVALID_REQUEST",
    "InvalidProtocol.NeedSsl, INVALID_REQUEST",
    "ServiceUnavailable, SERVICE_UNAVAILABLE",
    "ServiceUnavailableTemporary, SERVICE_UNAVAILABLE",
    "InternalError, SERVICE_UNAVAILABLE",
    "InternalFailure, SERVICE_UNAVAILABLE",
    "IdempotentParameterMismatch, SERVICE_UNAVAILABLE",
    "SomethingNobodyDocumented, SERVICE_UNAVAILABLE",
  })
  void mean(String code, FailureType type) {
    assertThat(ErrorCodes.type(code)).isEqualTo(type);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"SignatureNonceUsed", "InvalidTimeStamp.Expired", "InvalidTimeStamp.Format"})
  void ofTheClockAskForANewSignature(String code) {
    assertThat(ErrorCodes.clockRefused(code)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"SignatureDoesNotMatch", "InvalidParameter", "Throttling", "Unknown"})
  void ofAnythingElseDoNot(String code) {
    assertThat(ErrorCodes.clockRefused(code)).isFalse();
  }
}
