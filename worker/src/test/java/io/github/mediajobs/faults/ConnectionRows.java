package io.github.mediajobs.faults;

import static io.github.mediajobs.failure.FailureType.SERVICE_UNAVAILABLE;
import static io.github.mediajobs.faults.Expected.lost;
import static io.github.mediajobs.faults.Expected.overcome;
import static io.github.mediajobs.faults.Expected.retried;
import static io.github.mediajobs.faults.FaultRow.Family.CONNECTION;
import static io.github.mediajobs.faults.FaultRow.RequestId.NOWHERE;

import java.util.stream.Stream;

/** Servers that cannot be reached, or not trusted. */
final class ConnectionRows {
  private ConnectionRows() {}

  static Stream<FaultRow> rows() {
    Expected again = retried(SERVICE_UNAVAILABLE);
    return Stream.of(
        row("refused, until the server listens", again, Setting.REFUSED).saying("127.0.0.1"),
        row("a host that DNS does not know", lost(SERVICE_UNAVAILABLE), Setting.UNKNOWN_HOST)
            .saying("DNS"),
        row("localhost, where nothing listens on ::1", overcome(), Setting.LOCALHOST),
        row("TLS with a good certificate", overcome(), Setting.TLS),
        row("a certificate of another name, until a good one", again, Setting.TLS_OF_ANOTHER_NAME)
            .saying("TLS"),
        row("an expired certificate, until a good one", again, Setting.TLS_EXPIRED).saying("TLS"),
        row("a certificate of nobody known, until a good one", again, Setting.TLS_OF_NOBODY_KNOWN)
            .saying("TLS"));
  }

  private static FaultRow row(String name, Expected expected, Setting setting) {
    return FaultRow.of(CONNECTION, name, expected).in(setting).with(NOWHERE);
  }
}
