package io.github.mediajobs.api;

/**
 * Where the credentials of each call come from. It is asked before every call, so that keys can be
 * rotated, and must be safe for threads.
 */
@FunctionalInterface
public interface CredentialsSource {
  /**
   * The credentials for the next call.
   *
   * @return never null
   * @throws RuntimeException when there are none; its message is repeated to people, who should
   *     learn from it what to do; only the secrets that were given before are hidden in it. A
   *     source that gave credentials to this client before counts as out of order for a while: the
   *     read fails as {@code ServiceUnavailable} then, else as {@code CredentialsInvalid}
   */
  ApiCredentials credentials();

  /**
   * Tells that the API refused credentials. A source that keeps them should forget them.
   *
   * @param refused the credentials of the call
   */
  default void refused(ApiCredentials refused) {}

  /**
   * The default chain of the official library credentials-java: system properties, environment,
   * OIDC, profile files, the metadata of an ECS instance, a credentials URI. It is built at the
   * first call.
   *
   * @return a source
   */
  static CredentialsSource official() {
    return new OfficialCredentials();
  }
}
