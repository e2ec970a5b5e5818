package io.github.mediajobs.faults;

import static io.github.mediajobs.failure.FailureType.MALFORMED_RESPONSE;
import static io.github.mediajobs.failure.FailureType.SERVICE_UNAVAILABLE;
import static io.github.mediajobs.faults.Answers.headed;
import static io.github.mediajobs.faults.Answers.html;
import static io.github.mediajobs.faults.Expected.retried;
import static io.github.mediajobs.faults.FaultRow.Family.STATUSES;
import static io.github.mediajobs.faults.FaultRow.RequestId.GIVEN;
import static io.github.mediajobs.faults.FaultRow.RequestId.NOWHERE;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.mediajobs.emulator.fault.Fault;
import io.github.mediajobs.json.Json;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Errors that proxies, gateways and firewalls answer: a status, and no Code. */
final class StatusRows {
  private static final int[] ERRORS = {
    400, 401, 403, 404, 405, 408, 413, 421, 429, 500, 501, 502, 503, 504, 511, 599
  };

  private StatusRows() {}

  static Stream<FaultRow> rows() {
    return Stream.concat(IntStream.of(ERRORS).mapToObj(StatusRows::page), others());
  }

  private static FaultRow page(int status) {
    return FaultRow.of(
            STATUSES,
            "an HTML page in place of an error",
            retried(SERVICE_UNAVAILABLE),
            headed(status, "text/html", html(status), Map.of("Retry-After", "0")))
        .sent("HTTP " + status)
        .with(GIVEN);
  }

  private static Stream<FaultRow> others() {
    return Stream.of(
        // okhttp takes it for the word of a proxy that is not there, and shows none of the answer.
        plain("the word of a proxy, and there is none", 407, html(407)).with(NOWHERE),
        plain("an empty error", 500, new byte[0]),
        plain("{} for an error", 500, "{}".getBytes(UTF_8)),
        plain("an empty Code", 500, "{\"Code\":\" \"}".getBytes(UTF_8)),
        plain("an object for a Code", 500, "{\"Code\":{}}".getBytes(UTF_8)),
        plain("half an error", 500, "{\"Code\":\"Thrott".getBytes(UTF_8)),
        FaultRow.of(
                STATUSES,
                "the job in an error",
                retried(SERVICE_UNAVAILABLE),
                cell ->
                    List.of(
                        Fault.raw(
                            500,
                            "application/json",
                            Json.write(Answers.around(cell, Answers.ended(cell))).getBytes(UTF_8))))
            .sent("HTTP 500")
            .with(GIVEN),
        FaultRow.of(
                STATUSES,
                "half a document that has a RequestId",
                retried(SERVICE_UNAVAILABLE),
                Fault.raw(
                    500,
                    "application/json",
                    "{\"RequestId\" : \"REQUEST-1\", \"Code\":\"Thrott".getBytes(UTF_8)))
            .sent("HTTP 500")
            .with(GIVEN),
        FaultRow.of(
                STATUSES,
                "an HTML page that has a RequestId",
                retried(SERVICE_UNAVAILABLE),
                Fault.raw(
                    500,
                    "text/html",
                    "<html>Sorry. <p>RequestId: REQUEST-1</p></html>".getBytes(UTF_8)))
            .sent("HTTP 500")
            .with(GIVEN),
        FaultRow.of(
                STATUSES,
                "no content",
                retried(MALFORMED_RESPONSE),
                headed(204, "text/plain", new byte[0], Map.of()))
            .sent("HTTP 204")
            .with(GIVEN),
        FaultRow.of(
                STATUSES,
                "not modified",
                retried(SERVICE_UNAVAILABLE),
                headed(304, "text/plain", new byte[0], Map.of()))
            .sent("HTTP 304")
            .with(GIVEN));
  }

  private static FaultRow plain(String name, int status, byte[] body) {
    return FaultRow.of(
            STATUSES,
            name,
            retried(SERVICE_UNAVAILABLE),
            headed(status, "application/json", body, Map.of()))
        .sent("HTTP " + status)
        .with(GIVEN);
  }
}
