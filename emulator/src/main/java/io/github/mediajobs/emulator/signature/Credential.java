package io.github.mediajobs.emulator.signature;

import java.time.Instant;
import java.util.Objects;

/**
 * An access key that is accepted.
 *
 * @param accessKeyId the id, sent in the clear
 * @param secret what signs
 * @param securityToken the token that a temporary credential must send along, or null
 * @param expiresAt when the token ends, or null for never
 */
public record Credential(
    String accessKeyId, String secret, String securityToken, Instant expiresAt) {
  /**
   * Checks that an id and a secret are there.
   *
   * @throws NullPointerException when one is missing
   */
  public Credential {
    Objects.requireNonNull(accessKeyId, "accessKeyId");
    Objects.requireNonNull(secret, "secret");
  }

  /**
   * A lasting credential.
   *
   * @param accessKeyId the id
   * @param secret what signs
   * @return the credential
   */
  public static Credential of(String accessKeyId, String secret) {
    return new Credential(accessKeyId, secret, null, null);
  }

  /**
   * A temporary credential.
   *
   * @param accessKeyId the id
   * @param secret what signs
   * @param securityToken the token
   * @param expiresAt when the token ends
   * @return the credential
   */
  public static Credential temporary(
      String accessKeyId, String secret, String securityToken, Instant expiresAt) {
    return new Credential(accessKeyId, secret, securityToken, expiresAt);
  }

  /** The id only: a secret belongs in no log. */
  @Override
  public String toString() {
    return "Credential[" + accessKeyId + "]";
  }
}
