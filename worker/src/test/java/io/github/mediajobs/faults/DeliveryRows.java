package io.github.mediajobs.faults;

import static io.github.mediajobs.failure.FailureType.MALFORMED_RESPONSE;
import static io.github.mediajobs.failure.FailureType.SERVICE_UNAVAILABLE;
import static io.github.mediajobs.faults.Expected.overcome;
import static io.github.mediajobs.faults.Expected.retried;
import static io.github.mediajobs.faults.FaultRow.Family.DELIVERY;
import static io.github.mediajobs.faults.FaultRow.RequestId.EMULATORS;
import static io.github.mediajobs.faults.FaultRow.RequestId.GIVEN;
import static io.github.mediajobs.faults.FaultRow.RequestId.NOWHERE;

import io.github.mediajobs.emulator.delivery.Cut;
import io.github.mediajobs.emulator.delivery.Drip;
import io.github.mediajobs.emulator.fault.Fault;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;

/** Answers that come slowly, in part or not at all. */
final class DeliveryRows {
  private static final Duration TICK = Duration.ofMillis(100);

  private DeliveryRows() {}

  static Stream<FaultRow> rows() {
    return Stream.of(
        row("cut before the request is read", NOWHERE, Fault.cut(Cut.At.BEFORE_READING)),
        row("cut after the request", NOWHERE, Fault.cut(Cut.At.AFTER_REQUEST)),
        row("cut in the headers", NOWHERE, Fault.cut(Cut.At.IN_HEADERS)),
        row("cut in the body", EMULATORS, Fault.cut(Cut.At.IN_BODY))
            .saying("the answer's body could not be read"),
        FaultRow.of(DELIVERY, "cut after the answer", overcome(), Fault.cut(Cut.At.AFTER_ANSWER))
            .in(Setting.OWN),
        FaultRow.of(
            DELIVERY,
            "a few bytes at a time, in time",
            overcome(),
            Fault.delivery(new Drip(Drip.Part.BODY, 100, Duration.ofMillis(1)))),
        FaultRow.of(
                DELIVERY,
                "fewer bytes announced than sent",
                retried(MALFORMED_RESPONSE),
                Answers.headed(
                    200,
                    "application/json",
                    "{\"RequestId\":\"REQUEST-1\"}"
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8),
                    Map.of("Content-Length", "5", "Connection", "close")))
            .with(GIVEN),
        slow("no answer", NOWHERE, Fault.delay(Duration.ofHours(1))),
        slow("headers a byte at a time", NOWHERE, drip(Drip.Part.HEADERS)),
        slow("a body a byte at a time", EMULATORS, drip(Drip.Part.BODY)),
        slow(
            "more bytes announced than sent",
            GIVEN,
            Answers.headed(200, "application/json", new byte[1], Map.of("Content-Length", "2"))));
  }

  private static Fault drip(Drip.Part part) {
    return Fault.delivery(new Drip(part, 1, TICK));
  }

  private static FaultRow slow(String name, FaultRow.RequestId requestId, Fault fault) {
    return row(name, requestId, fault).in(Setting.IMPATIENT).saying("no answer in time");
  }

  private static FaultRow row(String name, FaultRow.RequestId requestId, Fault fault) {
    return FaultRow.of(DELIVERY, name, retried(SERVICE_UNAVAILABLE), fault).with(requestId);
  }
}
