package io.github.mediajobs.emulator.http;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The form of the Date header: RFC 9110, section 5.6.7. */
public final class HttpDate {
  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private HttpDate() {}

  /**
   * Writes a time.
   *
   * @param time the time
   * @return such as {@code Fri, 02 Jan 2026 03:04:05 GMT}
   */
  public static String format(Instant time) {
    return FORMAT.format(time);
  }
}
