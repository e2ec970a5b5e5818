package io.github.mediajobs.worker.example;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The cookbook's receiver of webhooks. */
public final class Webhooks {
  private Webhooks() {}

  /** Whether X-MediaJobs-Timestamp and X-MediaJobs-Signature vouch for a body. */
  public static boolean genuine(
      String secret, String timestamp, String signature, String body, Instant now)
      throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
    byte[] hash = mac.doFinal((timestamp + "." + body).getBytes(UTF_8));
    String fits = "v1=" + HexFormat.of().formatHex(hash);
    Duration age = Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), now);
    return MessageDigest.isEqual(fits.getBytes(UTF_8), signature.getBytes(UTF_8))
        && age.abs().compareTo(Duration.ofMinutes(5)) <= 0;
  }
}
