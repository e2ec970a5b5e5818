package io.github.mediajobs.emulator.error;

import java.util.Objects;

/**
 * One error of the vendor: what stands in the status line and in the body's {@code Code} and {@code
 * Message}. Codes and statuses: the vendor's common error codes and each operation's page.
 *
 * @param status the HTTP status
 * @param code the vendor's code
 * @param message the vendor's message
 */
public record ApiError(int status, String code, String message) {
  /** No such operation, or not at this path. */
  public static final ApiError API_NOT_FOUND =
      new ApiError(
          404,
          "InvalidApi.NotFound",
          "Specified api is not found, please check your url and method.");

  /** The operation exists in another version of the API. */
  public static final ApiError INVALID_VERSION =
      new ApiError(400, "InvalidVersion", "Specified parameter Version is not valid.");

  /** The Authorization header is absent, malformed, or does not sign all that it must. */
  public static final ApiError INCOMPLETE_SIGNATURE =
      new ApiError(
          400,
          "IncompleteSignature",
          "The request signature does not conform to Aliyun standards.");

  /** No accepted credential has this access key id. */
  public static final ApiError ACCESS_KEY_NOT_FOUND =
      new ApiError(404, "InvalidAccessKeyId.NotFound", "Specified access key is not found.");

  /** The signature is another one than the server's. */
  public static final ApiError SIGNATURE_DOES_NOT_MATCH =
      new ApiError(
          400, "SignatureDoesNotMatch", "Specified signature is not matched with our calculation.");

  /** The nonce was seen before. */
  public static final ApiError NONCE_USED =
      new ApiError(400, "SignatureNonceUsed", "Specified signature nonce was used already.");

  /** The request's date is more than 15 minutes off. */
  public static final ApiError TIMESTAMP_EXPIRED =
      new ApiError(
          400, "InvalidTimeStamp.Expired", "Specified time stamp or date value is expired.");

  /** The request's date is not {@code yyyy-MM-ddTHH:mm:ssZ}. */
  public static final ApiError TIMESTAMP_FORMAT =
      new ApiError(
          400,
          "InvalidTimeStamp.Format",
          "Specified time stamp or date value is not well formatted.");

  /** The credential's security token is absent or another one. */
  public static final ApiError TOKEN_MALFORMED =
      new ApiError(400, "InvalidSecurityToken.Malformed", "Specified SecurityToken is malformed.");

  /** The credential's security token is past its time. */
  public static final ApiError TOKEN_EXPIRED =
      new ApiError(400, "InvalidSecurityToken.Expired", "Specified SecurityToken is expired.");

  /** More calls than the account's limit. */
  public static final ApiError THROTTLED =
      new ApiError(400, "Throttling.User", "Request was denied due to user flow control.");

  /** A method other than GET and POST. */
  public static final ApiError UNSUPPORTED_METHOD =
      new ApiError(405, "UnsupportedHTTPMethod", "This http method is not supported.");

  /**
   * Checks the error.
   *
   * @throws IllegalArgumentException when the status is not from 200 to 599
   */
  public ApiError {
    if (status < 200 || status > 599) {
      throw new IllegalArgumentException("status: expected 200 to 599, got " + status);
    }
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(message, "message");
  }

  /**
   * A mandatory parameter's value.
   *
   * @param value what was sent, or null
   * @param parameter the parameter's name, such as {@code JobId}
   * @return the value
   * @throws RefusedException such as {@code MissingJobId}, when it is absent or blank
   */
  public static String required(String value, String parameter) {
    if (value == null || value.isBlank()) {
      throw new RefusedException(
          new ApiError(400, "Missing" + parameter, parameter + " is mandatory for this action."));
    }
    return value;
  }

  /**
   * Adds to the message.
   *
   * @param detail appended after a space
   * @return the longer error
   */
  public ApiError with(String detail) {
    return new ApiError(status, code, message + " " + detail);
  }
}
