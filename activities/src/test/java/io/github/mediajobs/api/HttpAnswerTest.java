package io.github.mediajobs.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import okhttp3.Headers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpAnswerTest {
  @ParameterizedTest
  @CsvSource({
    "1, PT0.001S",
    "1500, PT1.5S",
    "007, PT0.007S",
    "3600000, PT1H",
    "3600001, PT1H",
    "9223372036854775808, PT1H",
    "99999999999999999999999999999999, PT1H",
  })
  void readsRetryAfterInMillisecondsUpToAnHour(String value, Duration expected) {
    assertThat(with("x-acs-retry-after", value).retryAfter()).contains(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "-1", "1.5", "1e3", "soon", "0x10", "١", "5 s"})
  void ignoresARetryAfterThatIsNoIntegerAboveZero(String value) {
    assertThat(with("x-acs-retry-after", value).retryAfter()).isEmpty();
  }

  @Test
  void readsTheServersTime() {
    assertThat(with("Date", "Fri, 02 Jan 2026 03:04:05 GMT").date())
        .contains(Instant.parse("2026-01-02T03:04:05Z"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "yesterday", "Fri, 32 Jan 2026 03:04:05 GMT", "2026-01-02T03:04:05Z"})
  void ignoresADateThatIsNone(String value) {
    assertThat(with("Date", value).date()).isEmpty();
  }

  @Test
  void knowsNothingWithoutHeaders() {
    HttpAnswer answer = new HttpAnswer(200, Headers.of(), body());

    assertThat(answer.retryAfter()).isEmpty();
    assertThat(answer.date()).isEqualTo(Optional.empty());
    assertThat(answer.requestId()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "199, false, false",
    "200, true, false",
    "299, true, false",
    "300, false, true",
    "399, false, true",
    "400, false, false",
  })
  void knowsASuccessAndARedirectByTheStatus(int status, boolean successful, boolean redirecting) {
    HttpAnswer answer = new HttpAnswer(status, Headers.of(), body());

    assertThat(answer.successful()).isEqualTo(successful);
    assertThat(answer.redirecting()).isEqualTo(redirecting);
  }

  @Test
  void ignoresABlankRequestId() {
    assertThat(with("x-acs-request-id", " ").requestId()).isEmpty();
    assertThat(with("x-acs-request-id", "R1").requestId()).contains("R1");
  }

  private static HttpAnswer with(String name, String value) {
    return new HttpAnswer(
        200, new Headers.Builder().addUnsafeNonAscii(name, value).build(), body());
  }

  private static Body body() {
    return Body.read(new ByteArrayInputStream(new byte[0]), 1);
  }
}
