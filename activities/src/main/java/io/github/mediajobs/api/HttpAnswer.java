package io.github.mediajobs.api;

import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;
import okhttp3.Headers;

/** An HTTP answer as it came. */
record HttpAnswer(int status, Headers headers, Body body) {
  private static final Pattern DIGITS = Pattern.compile("[0-9]{1,64}");
  private static final BigInteger HOUR = BigInteger.valueOf(Duration.ofHours(1).toMillis());

  /** Without headers and body: a server may repeat what it was sent. */
  @Override
  public String toString() {
    return "HttpAnswer[status=%d]".formatted(status);
  }

  boolean successful() {
    return status >= 200 && status < 300;
  }

  boolean redirecting() {
    return status >= 300 && status < 400;
  }

  /** What {@code x-acs-retry-after} asks for, in milliseconds; only integers above zero count. */
  Optional<Duration> retryAfter() {
    return Optional.ofNullable(headers.get("x-acs-retry-after"))
        .filter(text -> DIGITS.matcher(text).matches())
        .map(BigInteger::new)
        .filter(millis -> millis.signum() > 0)
        .map(millis -> Duration.ofMillis(millis.min(HOUR).longValueExact()));
  }

  Optional<String> requestId() {
    return Optional.ofNullable(headers.get("x-acs-request-id")).filter(id -> !id.isBlank());
  }

  /** The server's time, to the second. */
  Optional<Instant> date() {
    try {
      return Optional.ofNullable(headers.get("Date"))
          .map(DateTimeFormatter.RFC_1123_DATE_TIME::parse)
          .map(Instant::from);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
