package io.github.mediajobs.faults;

import static io.github.mediajobs.failure.FailureType.THROTTLED;
import static io.github.mediajobs.faults.Expected.retried;
import static io.github.mediajobs.faults.FaultRow.Family.THROTTLING;

import io.github.mediajobs.emulator.error.ApiError;
import io.github.mediajobs.emulator.fault.Fault;
import io.github.mediajobs.emulator.http.Response;
import io.github.mediajobs.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Throttling with each status that was seen to carry it, and each kind of hint. */
final class ThrottlingRows {
  private static final List<Integer> STATUSES = List.of(400, 429, 503);

  private ThrottlingRows() {}

  /** A header and the delay that it leads to. */
  private record Hint(String name, String header, String value, Duration delay) {}

  private static final List<Hint> HINTS =
      List.of(
          new Hint("a good hint", "x-acs-retry-after", "90000", Duration.ofSeconds(90)),
          new Hint("a hint of zero", "x-acs-retry-after", "0", Play.INTERVAL),
          new Hint("a negative hint", "x-acs-retry-after", "-90000", Play.INTERVAL),
          new Hint("garbage for a hint", "x-acs-retry-after", "soon", Play.INTERVAL),
          new Hint("a hint of a day", "x-acs-retry-after", "86400000", Duration.ofHours(1)),
          new Hint("a hint of 30 digits", "x-acs-retry-after", "9".repeat(30), Duration.ofHours(1)),
          new Hint("a hint shorter than the schedule", "x-acs-retry-after", "1", Play.INTERVAL),
          new Hint("no hint", "x-other", "90000", Play.INTERVAL),
          new Hint("Retry-After: 0", "Retry-After", "0", Play.INTERVAL),
          new Hint("Retry-After: 90", "Retry-After", "90", Play.INTERVAL),
          new Hint("a Retry-After of 30 digits", "Retry-After", "9".repeat(30), Play.INTERVAL));

  static Stream<FaultRow> rows() {
    return HINTS.stream().flatMap(hint -> STATUSES.stream().map(status -> row(status, hint)));
  }

  private static FaultRow row(int status, Hint hint) {
    byte[] body =
        Json.write(
                Map.of(
                    "RequestId", Answers.REQUEST_ID,
                    "Code", ApiError.THROTTLED.code(),
                    "Message", ApiError.THROTTLED.message()))
            .getBytes(StandardCharsets.UTF_8);
    return FaultRow.of(
            THROTTLING,
            hint.name(),
            retried(THROTTLED, hint.delay()),
            Fault.raw(new Response(status, Map.of(hint.header(), hint.value()), body)))
        .sent("HTTP " + status)
        .with(FaultRow.RequestId.GIVEN);
  }
}
