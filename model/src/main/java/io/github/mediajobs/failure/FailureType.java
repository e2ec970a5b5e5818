package io.github.mediajobs.failure;

/** Why a job's state could not be found out. The wire names are the failure types in histories. */
public enum FailureType {
  /** The job has not ended; the server tries again after the delay that the failure carries. */
  JOB_PENDING("JobPending", true),
  /** The API knows no such job in this region. */
  JOB_NOT_FOUND("JobNotFound", false),
  /** The request is wrong and will stay so. */
  INVALID_REQUEST("InvalidRequest", false),
  /** The credentials are good and lack the permission. */
  ACCESS_DENIED("AccessDenied", false),
  /** The credentials are missing, wrong or expired. */
  CREDENTIALS_INVALID("CredentialsInvalid", false),
  /** The API, or this process's own call budget, asks to call less. */
  THROTTLED("Throttled", true),
  /** No usable answer: the network, the server or the clock. */
  SERVICE_UNAVAILABLE("ServiceUnavailable", true),
  /** An answer that holds no job, or another one. */
  MALFORMED_RESPONSE("MalformedResponse", true);

  private final String wireName;
  private final boolean passing;

  FailureType(String wireName, boolean passing) {
    this.wireName = wireName;
    this.passing = passing;
  }

  /**
   * The type of the ApplicationFailure.
   *
   * @return such as {@code Throttled}
   */
  public String wireName() {
    return wireName;
  }

  /**
   * Whether the same call may succeed later without anybody's doing.
   *
   * @return true when it may
   */
  public boolean passing() {
    return passing;
  }
}
