package io.github.mediajobs.activity;

import io.github.mediajobs.job.MediaJob;
import io.github.mediajobs.text.OneLine;
import java.nio.charset.StandardCharsets;

/**
 * Text from the API where people or payloads meet it: without surrounding white space, not long.
 */
final class Shown {
  private static final int LENGTH = 1_000;

  private Shown() {}

  static String text(String raw) {
    if (raw == null) {
      return null;
    }
    String text = raw.strip();
    return encodable(text.length() <= LENGTH ? text : text.substring(0, LENGTH) + "...");
  }

  /** A job's status in a sentence after "is". */
  static String status(MediaJob job) {
    return job.status() == null ? "without a status" : OneLine.of(job.status(), LENGTH);
  }

  /** Half a character, cut here or by others, would make a payload that cannot be written. */
  private static String encodable(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }
}
