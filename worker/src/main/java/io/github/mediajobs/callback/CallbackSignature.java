package io.github.mediajobs.callback;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The vendor's signature of an event: the MD5 of URL, time and key. It leaves the body open, so it
 * says who may make us look, not what is true. Source: the vendor's page on callback
 * authentication.
 */
final class CallbackSignature {
  private static final Duration LONGEST = Duration.ofMinutes(5);
  private static final Pattern SECONDS = Pattern.compile("\\d{1,11}");

  private final String url;
  private final List<String> keys;

  CallbackSignature(String url, List<String> keys) {
    this.url = url;
    this.keys = keys;
  }

  /** Whether an event may be taken; the headers are null where it has none. */
  Verdict verdict(String timestamp, String signature, Instant now) {
    if (keys.isEmpty()) {
      return Verdict.TAKEN;
    }
    if (timestamp == null || signature == null || !SECONDS.matcher(timestamp).matches()) {
      return Verdict.UNSIGNED;
    }
    Instant signedAt = Instant.ofEpochSecond(Long.parseLong(timestamp));
    if (Duration.between(signedAt, now).abs().compareTo(LONGEST) > 0) {
      return Verdict.OLD;
    }
    byte[] given = signature.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
    boolean right = false;
    for (String key : keys) {
      right |= MessageDigest.isEqual(of(timestamp, key), given);
    }
    return right ? Verdict.TAKEN : Verdict.FORGED;
  }

  private byte[] of(String timestamp, String key) {
    try {
      byte[] text = (url + "|" + timestamp + "|" + key).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("MD5").digest(text))
          .getBytes(StandardCharsets.UTF_8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has MD5", e);
    }
  }
}
