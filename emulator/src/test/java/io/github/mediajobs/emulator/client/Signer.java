package io.github.mediajobs.emulator.client;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs calls in both forms, ACS3-HMAC-SHA256 and RPC 1.0. Written apart from the code under test.
 */
public final class Signer {
  private static final String UNRESERVED =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.~";

  private Signer() {}

  public static String authorization(
      String id,
      String secret,
      String method,
      Map<String, String> query,
      Map<String, String> headers,
      byte[] body) {
    SortedMap<String, String> signed = new TreeMap<>(headers);
    signed
        .keySet()
        .removeIf(
            name ->
                !name.equals("host") && !name.equals("content-type") && !name.startsWith("x-acs-"));
    StringBuilder text = new StringBuilder(method + "\n/\n" + query(query) + "\n");
    signed.forEach((name, value) -> text.append(name + ":" + value.trim() + "\n"));
    String names = String.join(";", signed.keySet());
    text.append("\n" + names + "\n" + sha256(body));
    String toSign = "ACS3-HMAC-SHA256\n" + sha256(bytes(text.toString()));
    return "ACS3-HMAC-SHA256 Credential=%s,SignedHeaders=%s,Signature=%s"
        .formatted(id, names, HexFormat.of().formatHex(hmac("HmacSHA256", secret, toSign)));
  }

  public static String rpc(String secret, String method, Map<String, String> parameters) {
    byte[] signature = hmac("HmacSHA1", secret + "&", method + "&%2F&" + encode(query(parameters)));
    return Base64.getEncoder().encodeToString(signature);
  }

  public static String query(Map<String, String> query) {
    StringBuilder text = new StringBuilder();
    new TreeMap<>(query)
        .forEach(
            (name, value) ->
                text.append(text.isEmpty() ? "" : "&")
                    .append(encode(name))
                    .append('=')
                    .append(encode(value)));
    return text.toString();
  }

  public static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static byte[] hmac(String algorithm, String secret, String text) {
    try {
      Mac mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(bytes(secret), algorithm));
      return mac.doFinal(bytes(text));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static String encode(String text) {
    StringBuilder encoded = new StringBuilder();
    for (byte each : bytes(text)) {
      boolean plain = each > 0 && UNRESERVED.indexOf(each) >= 0;
      encoded.append(plain ? String.valueOf((char) each) : "%%%02X".formatted(each));
    }
    return encoded.toString();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
