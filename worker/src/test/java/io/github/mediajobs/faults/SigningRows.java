package io.github.mediajobs.faults;

import static io.github.mediajobs.failure.FailureType.CREDENTIALS_INVALID;
import static io.github.mediajobs.failure.FailureType.INVALID_REQUEST;
import static io.github.mediajobs.faults.Expected.ended;
import static io.github.mediajobs.faults.Expected.overcome;
import static io.github.mediajobs.faults.Expected.retried;
import static io.github.mediajobs.faults.FaultRow.Family.SIGNING;

import io.github.mediajobs.emulator.fault.Fault;
import java.util.stream.Stream;

/** What is signed is refused, by the emulator's own judgement or as a Code. */
final class SigningRows {
  private SigningRows() {}

  static Stream<FaultRow> rows() {
    return Stream.of(
        FaultRow.of(SIGNING, "the clock an hour fast", overcome())
            .in(Setting.CLOCK_FAST)
            .saying("InvalidTimeStamp.Expired"),
        FaultRow.of(SIGNING, "the clock an hour slow", overcome())
            .in(Setting.CLOCK_SLOW)
            .saying("InvalidTimeStamp.Expired"),
        FaultRow.of(
                SIGNING,
                "a nonce that was used",
                overcome(),
                Fault.error(400, "SignatureNonceUsed", "Used."))
            .saying("SignatureNonceUsed"),
        FaultRow.of(
                SIGNING,
                "a security token that expires",
                retried(CREDENTIALS_INVALID, Play.CEILING))
            .in(Setting.TOKEN_EXPIRES)
            .inMidWait(),
        FaultRow.of(
            SIGNING,
            "an error that repeats the secret and the token",
            ended(INVALID_REQUEST),
            Fault.error(400, "InvalidParameter", String.join(" ", World.SECRETS.subList(0, 2)))));
  }
}
