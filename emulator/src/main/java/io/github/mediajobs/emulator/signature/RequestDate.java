package io.github.mediajobs.emulator.signature;

import io.github.mediajobs.emulator.error.ApiError;
import io.github.mediajobs.emulator.error.RefusedException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Locale;

/** The date that a request is signed with. */
final class RequestDate {
  static final Duration SKEW = Duration.ofMinutes(15);
  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'Z'", Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  private RequestDate() {}

  static Instant check(String text, Instant now) {
    Instant date;
    try {
      date = LocalDateTime.parse(text, FORMAT).toInstant(ZoneOffset.UTC);
    } catch (DateTimeParseException e) {
      throw new RefusedException(ApiError.TIMESTAMP_FORMAT);
    }
    if (Duration.between(date, now).abs().compareTo(SKEW) > 0) {
      throw new RefusedException(ApiError.TIMESTAMP_EXPIRED);
    }
    return date;
  }
}
