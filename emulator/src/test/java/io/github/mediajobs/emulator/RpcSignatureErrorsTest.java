package io.github.mediajobs.emulator;

import static io.github.mediajobs.operation.Operations.PACKAGE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mediajobs.emulator.client.ApiReply;
import io.github.mediajobs.emulator.client.MovableClock;
import io.github.mediajobs.emulator.client.RpcCall;
import io.github.mediajobs.emulator.job.JobScript;
import io.github.mediajobs.emulator.signature.Credential;
import java.time.Duration;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** RPC signatures are accepted in every place, and each mistake in one gets the vendor's answer. */
class RpcSignatureErrorsTest {
  private static final Credential TEMPORARY =
      Credential.temporary("STS.1", "sts-secret", "token-1", MovableClock.START.plusSeconds(600));

  private final MovableClock clock = new MovableClock();
  private final Emulator emulator =
      Emulator.start(
          EmulatorOptions.defaults()
              .withClock(clock)
              .withCredentials(Credential.of("emulator", "emulator"), TEMPORARY));

  @BeforeEach
  void addJob() {
    emulator.add(JobScript.succeeding(PACKAGE, "j1", Duration.ZERO));
  }

  @AfterEach
  void close() {
    emulator.close();
  }

  @ParameterizedTest
  @CsvSource({"GET,false", "POST,false", "POST,true"})
  void readsAJobWithEitherMethodFromQueryOrForm(String method, boolean inForm) {
    RpcCall call = inForm ? call().inForm() : call();
    assertThat(call.method(method).send(emulator).jobStatus(PACKAGE)).isEqualTo("Success");
    assertThat(emulator.calls().recent())
        .singleElement()
        .satisfies(
            seen -> {
              assertThat(seen.action()).isEqualTo("GetPackageJob");
              assertThat(seen.jobId()).isEqualTo("j1");
              assertThat(seen.accessKeyId()).isEqualTo("emulator");
            });
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void answersAMistakeAsTheVendorDoes(Mistake mistake) {
    ApiReply reply = mistake.in().apply(call()).send(emulator);
    assertThat(reply.code()).isEqualTo(mistake.code());
    assertThat(reply.status()).isEqualTo(mistake.status());
    assertThat(reply.body().toString()).doesNotContain("sts-secret", "token-");
  }

  static Stream<Mistake> mistakes() {
    return Stream.of(
        new Mistake(400, "MissingAction", c -> c.without("Action")),
        new Mistake(400, "MissingVersion", c -> c.without("Version")),
        new Mistake(400, "InvalidVersion", c -> c.parameter("Version", "2014-06-18")),
        new Mistake(404, "InvalidApi.NotFound", c -> c.parameter("Action", "GetNothing")),
        new Mistake(400, "MissingAccessKeyId", c -> c.without("AccessKeyId")),
        new Mistake(400, "MissingTimestamp", c -> c.without("Timestamp")),
        new Mistake(400, "MissingSignatureNonce", c -> c.without("SignatureNonce")),
        new Mistake(400, "MissingSignatureMethod", c -> c.without("SignatureMethod")),
        new Mistake(400, "MissingSignatureVersion", c -> c.without("SignatureVersion")),
        new Mistake(400, "MissingSignature", c -> c.tamper("Signature", null)),
        new Mistake(400, "MissingJobId", c -> c.without("JobId")),
        new Mistake(400, "MissingJobId", c -> c.parameter("JobId", "")),
        new Mistake(400, "IncompleteSignature", c -> c.parameter("SignatureMethod", "HMAC-MD5")),
        new Mistake(400, "IncompleteSignature", c -> c.parameter("SignatureVersion", "2.0")),
        new Mistake(404, "InvalidAccessKeyId.NotFound", c -> c.key("nobody", "emulator")),
        new Mistake(400, "SignatureDoesNotMatch", c -> c.key("emulator", "wrong")),
        new Mistake(400, "SignatureDoesNotMatch", c -> c.tamper("JobId", "other")),
        new Mistake(400, "SignatureDoesNotMatch", c -> c.tamper("SignatureNonce", "n2")),
        new Mistake(400, "SignatureDoesNotMatch", c -> c.tamper("Late", "not signed")),
        new Mistake(
            400, "InvalidTimeStamp.Format", c -> c.parameter("Timestamp", "2026-01-02 03:04")),
        new Mistake(400, "InvalidTimeStamp.Expired", c -> dated(c, -901)),
        new Mistake(400, "InvalidTimeStamp.Expired", c -> dated(c, 901)),
        new Mistake(
            400, "InvalidSecurityToken.Malformed", c -> c.parameter("SecurityToken", "token-1")),
        new Mistake(400, "InvalidSecurityToken.Malformed", c -> c.key("STS.1", "sts-secret")),
        new Mistake(
            400,
            "InvalidSecurityToken.Malformed",
            c -> c.key("STS.1", "sts-secret").parameter("SecurityToken", "token-2")),
        new Mistake(
            400,
            "SignatureDoesNotMatch",
            c -> c.key("STS.1", "wrong").parameter("SecurityToken", "token-1")));
  }

  @ParameterizedTest
  @CsvSource({"-900", "900"})
  void acceptsADateUpToFifteenMinutesOff(long seconds) {
    assertThat(dated(call(), seconds).send(emulator).status()).isEqualTo(200);
  }

  @Test
  void refusesANonceThatWasUsed() {
    RpcCall call = call();
    assertThat(call.send(emulator).status()).isEqualTo(200);
    assertThat(call.send(emulator).code()).isEqualTo("SignatureNonceUsed");
  }

  @Test
  void acceptsASecurityTokenUntilItExpires() {
    assertThat(temporary().send(emulator).status()).isEqualTo(200);
    clock.move(Duration.ofMinutes(10));
    assertThat(temporary().send(emulator).code()).isEqualTo("InvalidSecurityToken.Expired");
  }

  private RpcCall call() {
    return RpcCall.of(PACKAGE, "j1", clock.instant());
  }

  private RpcCall temporary() {
    return call().key("STS.1", "sts-secret").parameter("SecurityToken", "token-1");
  }

  private static RpcCall dated(RpcCall call, long seconds) {
    return call.parameter("Timestamp", MovableClock.START.plusSeconds(seconds).toString());
  }

  record Mistake(int status, String code, UnaryOperator<RpcCall> in) {}
}
