package io.github.mediajobs.api.signing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The vendor's signature of version 3, a pure function of request and key. */
public final class Acs3Signature {
  private static final String SCHEME = "ACS3-HMAC-SHA256";
  private static final String HMAC = "HmacSHA256";

  private Acs3Signature() {}

  /**
   * Signs a request.
   *
   * @param request what is signed
   * @param accessKeySecret the key
   * @return 64 lower-case hex digits
   */
  public static String signature(CanonicalRequest request, String accessKeySecret) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(utf8(request.text()));
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(utf8(accessKeySecret), HMAC));
      return hex(mac.doFinal(utf8(SCHEME + "\n" + hex(hash))));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has SHA-256 and " + HMAC, e);
    }
  }

  /**
   * The value of the header {@code Authorization}.
   *
   * @param request what is signed
   * @param accessKeyId whose key
   * @param signature what {@link #signature} gave for the request
   * @return {@code ACS3-HMAC-SHA256 Credential=...,SignedHeaders=a;b,Signature=hex}
   */
  public static String authorization(
      CanonicalRequest request, String accessKeyId, String signature) {
    return SCHEME
        + (" Credential=" + accessKeyId)
        + (",SignedHeaders=" + request.signedHeaders())
        + (",Signature=" + signature);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
