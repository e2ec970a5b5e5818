package io.github.mediajobs.emulator.signature;

import io.github.mediajobs.emulator.error.ApiError;
import io.github.mediajobs.emulator.error.RefusedException;
import io.github.mediajobs.emulator.http.Request;
import java.time.Instant;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Judges requests that are signed with ACS3-HMAC-SHA256, as the vendor's signature page describes
 * it. Shares no code with the client that it judges.
 */
public final class Acs3Verifier {
  private static final String DATE = "x-acs-date";
  private static final String NONCE = "x-acs-signature-nonce";
  private static final String BODY_HASH = "x-acs-content-sha256";
  private static final String TOKEN = "x-acs-security-token";
  private static final Map<String, String> REQUIRED =
      Map.of(DATE, "Timestamp", NONCE, "SignatureNonce");

  private final AcceptedCredentials accepted;
  private final Nonces nonces;

  /**
   * A verifier.
   *
   * @param accepted who may sign
   * @param nonces what was used before
   */
  public Acs3Verifier(AcceptedCredentials accepted, Nonces nonces) {
    this.accepted = accepted;
    this.nonces = nonces;
  }

  /**
   * Whose request it says it is, proven or not.
   *
   * @param request the request
   * @return the access key id
   * @throws RefusedException when the Authorization header is absent or malformed
   */
  public String claimedAccessKeyId(Request request) {
    return Acs3Authorization.parse(request.header("authorization")).accessKeyId();
  }

  /**
   * Checks the date, the body's hash, the signature, the security token and the nonce.
   *
   * @param request the request
   * @param now the server's time
   * @throws RefusedException with the vendor's error when a check fails
   */
  public void verify(Request request, Instant now) {
    Acs3Authorization authorization = Acs3Authorization.parse(request.header("authorization"));
    requireHeaders(request);
    Credential credential =
        accepted
            .find(authorization.accessKeyId())
            .orElseThrow(() -> new RefusedException(ApiError.ACCESS_KEY_NOT_FOUND));
    Instant date = RequestDate.check(request.header(DATE), now);
    checkSignedHeaders(request, authorization.signedHeaders());
    checkSignature(request, authorization, credential);
    checkToken(request.header(TOKEN), credential, now);
    if (!nonces.use(request.header(NONCE), date.plus(RequestDate.SKEW), now)) {
      throw new RefusedException(ApiError.NONCE_USED);
    }
  }

  private static void requireHeaders(Request request) {
    REQUIRED.forEach(
        (header, parameter) -> {
          if (isBlank(request.header(header))) {
            throw new RefusedException(ApiError.missing(parameter));
          }
        });
  }

  private static void checkSignedHeaders(Request request, SortedSet<String> signed) {
    SortedSet<String> unsigned = new TreeSet<>();
    for (String name : request.headers().keySet()) {
      if (name.equals("host") || name.equals("content-type") || name.startsWith("x-acs-")) {
        unsigned.add(name);
      }
    }
    unsigned.add("host");
    unsigned.add(BODY_HASH);
    unsigned.removeAll(signed);
    if (!unsigned.isEmpty()) {
      throw new RefusedException(
          ApiError.INCOMPLETE_SIGNATURE.with("Not signed: " + String.join(", ", unsigned) + "."));
    }
  }

  private static void checkSignature(
      Request request, Acs3Authorization authorization, Credential credential) {
    String bodyHash = Digest.sha256(request.body());
    if (!bodyHash.equals(request.header(BODY_HASH))) {
      throw mismatch(BODY_HASH + " is not the SHA-256 of the body, " + bodyHash + ".");
    }
    String canonical = Acs3Canonical.request(request, authorization.signedHeaders(), bodyHash);
    String expected = Digest.hmacSha256(credential.secret(), Acs3Canonical.stringToSign(canonical));
    if (!Digest.same(expected, authorization.signature())) {
      throw mismatch("server canonical request is: " + masked(canonical, request.header(TOKEN)));
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

  private static RefusedException mismatch(String detail) {
    return new RefusedException(ApiError.SIGNATURE_DOES_NOT_MATCH.with(detail));
  }

  private static String masked(String text, String secret) {
    return isBlank(secret) ? text : text.replace(secret.strip(), "***");
  }

  private static boolean isBlank(String text) {
    return text == null || text.isBlank();
  }
}
