package io.github.mediajobs.faults;

import static io.github.mediajobs.failure.FailureType.SERVICE_UNAVAILABLE;
import static io.github.mediajobs.faults.Expected.retried;
import static io.github.mediajobs.faults.FaultRow.Family.REDIRECTS;
import static io.github.mediajobs.faults.FaultRow.RequestId.GIVEN;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** Redirects of every kind, to servers that are there and must not be called. */
final class RedirectRows {
  private static final List<Integer> STATUSES = List.of(300, 301, 302, 303, 307, 308);
  private static final Map<String, Function<Elsewhere, URI>> TARGETS = new LinkedHashMap<>();

  static {
    TARGETS.put("http", Elsewhere::http);
    TARGETS.put("https", Elsewhere::https);
    TARGETS.put("another host", Elsewhere::anotherHost);
  }

  private RedirectRows() {}

  static Stream<FaultRow> rows() {
    return STATUSES.stream()
        .flatMap(status -> TARGETS.keySet().stream().map(target -> row(status, target)));
  }

  private static FaultRow row(int status, String target) {
    return FaultRow.of(
            REDIRECTS,
            "a redirect to " + target,
            retried(SERVICE_UNAVAILABLE),
            cell ->
                List.of(
                    Answers.headed(
                        status,
                        "text/html",
                        new byte[0],
                        Map.of(
                            "Location", TARGETS.get(target).apply(cell.elsewhere()).toString()))))
        .sent("HTTP " + status)
        .saying("a redirect, which is never followed")
        .with(GIVEN);
  }
}
