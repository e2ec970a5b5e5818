package io.github.mediajobs.emulator.signature;

import io.github.mediajobs.emulator.error.ApiError;
import io.github.mediajobs.emulator.error.RefusedException;
import java.time.Instant;

/**
 * Judges signed requests as the vendor's signature pages describe it. Shares no code with the
 * client that it judges.
 */
public final class Verifier {
  private final AcceptedCredentials accepted;
  private final Nonces nonces;

  /**
   * A verifier.
   *
   * @param accepted who may sign
   * @param nonces what was used before
   */
  public Verifier(AcceptedCredentials accepted, Nonces nonces) {
    this.accepted = accepted;
    this.nonces = nonces;
  }

  /**
   * Checks the date, the signature, the security token and the nonce.
   *
   * @param request the request
   * @param now the server's time
   * @throws RefusedException with the vendor's error when a check fails
   */
  public void verify(SignedRequest request, Instant now) {
    String accessKeyId = request.accessKeyId();
    String timestamp = ApiError.required(request.timestamp(), "Timestamp");
    String nonce = ApiError.required(request.nonce(), "SignatureNonce");
    Credential credential =
        accepted
            .find(accessKeyId)
            .orElseThrow(() -> new RefusedException(ApiError.ACCESS_KEY_NOT_FOUND));
    Instant date = RequestDate.check(timestamp, now);
    request.checkSignature(credential);
    checkToken(request.securityToken(), credential, now);
    if (!nonces.use(nonce, date.plus(RequestDate.SKEW), now)) {
      throw new RefusedException(ApiError.NONCE_USED);
    }
  }

  private static void checkToken(String sent, Credential credential, Instant now) {
    String token = credential.securityToken();
    boolean matches = token == null ? sent == null : sent != null && Digest.same(token, sent);
    if (!matches) {
      throw new RefusedException(ApiError.TOKEN_MALFORMED);
    }
    if (credential.expiresAt() != null && !now.isBefore(credential.expiresAt())) {
      throw new RefusedException(ApiError.TOKEN_EXPIRED);
    }
  }
}
