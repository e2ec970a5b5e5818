package io.github.mediajobs.emulator.signature;

import io.github.mediajobs.emulator.error.ApiError;
import io.github.mediajobs.emulator.error.RefusedException;
import io.github.mediajobs.emulator.http.Request;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A request signed with ACS3-HMAC-SHA256, in its headers. Source: the vendor's page on the V3
 * request structure and signature.
 */
record Acs3Request(Request request) implements SignedRequest {
  private static final String BODY_HASH = "x-acs-content-sha256";

  @Override
  public String action() {
    return request.header("x-acs-action");
  }

  @Override
  public String version() {
    return request.header("x-acs-version");
  }

  @Override
  public String accessKeyId() {
    return authorization().accessKeyId();
  }

  @Override
  public String timestamp() {
    return request.header("x-acs-date");
  }

  @Override
  public String nonce() {
    return request.header("x-acs-signature-nonce");
  }

  @Override
  public String securityToken() {
    return request.header("x-acs-security-token");
  }

  @Override
  public Set<String> ownParameters() {
    return Set.of();
  }

  @Override
  public void checkSignature(Credential credential) {
    Acs3Authorization authorization = authorization();
    checkSignedHeaders(authorization.signedHeaders());
    String bodyHash = Digest.sha256(request.body());
    if (!bodyHash.equals(request.header(BODY_HASH))) {
      throw mismatch(BODY_HASH + " is not the SHA-256 of the body, " + bodyHash + ".");
    }
    String canonical = Acs3Canonical.request(request, authorization.signedHeaders(), bodyHash);
    String expected = Digest.hmacSha256(credential.secret(), Acs3Canonical.stringToSign(canonical));
    if (!Digest.same(expected, authorization.signature())) {
      throw mismatch("server canonical request is: " + withoutToken(canonical));
    }
  }

  private Acs3Authorization authorization() {
    return Acs3Authorization.parse(request.header("authorization"));
  }

  private void checkSignedHeaders(SortedSet<String> signed) {
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

  private String withoutToken(String canonical) {
    String token = securityToken();
    return token == null || token.isBlank() ? canonical : canonical.replace(token.strip(), "***");
  }

  private static RefusedException mismatch(String detail) {
    return new RefusedException(ApiError.SIGNATURE_DOES_NOT_MATCH.with(detail));
  }
}
