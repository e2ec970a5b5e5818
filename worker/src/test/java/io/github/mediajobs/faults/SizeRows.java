package io.github.mediajobs.faults;

import static io.github.mediajobs.failure.FailureType.MALFORMED_RESPONSE;
import static io.github.mediajobs.failure.FailureType.SERVICE_UNAVAILABLE;
import static io.github.mediajobs.faults.Answers.gzip;
import static io.github.mediajobs.faults.Answers.headed;
import static io.github.mediajobs.faults.Expected.retried;
import static io.github.mediajobs.faults.Expected.taken;
import static io.github.mediajobs.faults.FaultRow.Family.SIZE;
import static io.github.mediajobs.faults.FaultRow.RequestId.GIVEN;
import static io.github.mediajobs.faults.FaultRow.RequestId.NOWHERE;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.mediajobs.emulator.delivery.Endless;
import io.github.mediajobs.emulator.fault.Fault;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Answers that are packed, or larger than what is read of them. */
final class SizeRows {
  private static final String TOO_LARGE = "more than %d bytes".formatted(World.MAX_BYTES);
  private static final Map<String, String> PACKED = Map.of("Content-Encoding", "gzip");

  private SizeRows() {}

  static Stream<FaultRow> rows() {
    return Stream.of(
        packed("gzip", taken(), Answers::gzip),
        packed("gzip cut short", retried(SERVICE_UNAVAILABLE), it -> half(gzip(it))),
        packed("gzip with a wrong checksum", retried(SERVICE_UNAVAILABLE), SizeRows::spoilt),
        packed("plain text that is called gzip", retried(SERVICE_UNAVAILABLE), it -> it),
        packed("gzip in gzip", retried(MALFORMED_RESPONSE), it -> gzip(gzip(it))),
        packed("nothing that is called gzip", retried(SERVICE_UNAVAILABLE), it -> new byte[0]),
        FaultRow.of(
                SIZE,
                "gzip that is not called so",
                retried(MALFORMED_RESPONSE),
                cell -> List.of(headed(200, "application/json", gzip(job(cell)), Map.of())))
            .with(GIVEN),
        large(
            "gzip of 64 MB of zeros",
            MALFORMED_RESPONSE,
            headed(200, "application/json", gzip(new byte[64 << 20]), PACKED)),
        large(
            "a body of 100 MB",
            MALFORMED_RESPONSE,
            endless(200, Map.of("Content-Length", Long.toString(100L << 20)))),
        large("a body without an end", MALFORMED_RESPONSE, endless(200, Map.of())),
        large("an error without an end", SERVICE_UNAVAILABLE, endless(500, Map.of())),
        FaultRow.of(
                SIZE,
                "a header of 1 MB",
                retried(SERVICE_UNAVAILABLE),
                headed(200, "text/html", new byte[0], Map.of("X-Large", "x".repeat(1 << 20))))
            .with(NOWHERE));
  }

  private static FaultRow packed(String name, Expected expected, UnaryOperator<byte[]> packing) {
    return FaultRow.of(
            SIZE,
            name,
            expected,
            cell -> List.of(headed(200, "application/json", packing.apply(job(cell)), PACKED)))
        .with(GIVEN);
  }

  private static FaultRow large(
      String name, io.github.mediajobs.failure.FailureType type, Fault fault) {
    return FaultRow.of(SIZE, name, retried(type), fault).with(GIVEN).saying(TOO_LARGE);
  }

  private static Fault endless(int status, Map<String, String> headers) {
    return headed(status, "application/json", new byte[0], headers).delivered(new Endless());
  }

  private static byte[] job(Cell cell) {
    return Answers.text(cell, Answers.ended(cell)).getBytes(UTF_8);
  }

  private static byte[] half(byte[] bytes) {
    return Arrays.copyOf(bytes, bytes.length / 2);
  }

  private static byte[] spoilt(byte[] bytes) {
    byte[] packed = gzip(bytes);
    packed[packed.length - 8] ^= 1;
    return packed;
  }
}
