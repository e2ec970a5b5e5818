package io.github.mediajobs.emulator;

import static io.github.mediajobs.operation.Operations.PACKAGE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mediajobs.emulator.client.ApiCall;
import io.github.mediajobs.emulator.client.ApiReply;
import io.github.mediajobs.emulator.client.MovableClock;
import io.github.mediajobs.emulator.job.JobScript;
import io.github.mediajobs.emulator.signature.Credential;
import java.time.Duration;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each mistake in a signature gets the vendor's own answer. */
class SignatureErrorsTest {
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
  @MethodSource("mistakes")
  void answersAMistakeAsTheVendorDoes(Mistake mistake) {
    ApiReply reply = mistake.in().apply(call()).send(emulator);
    assertThat(reply.code()).isEqualTo(mistake.code());
    assertThat(reply.status()).isEqualTo(mistake.status());
    assertThat(reply.body().fieldNames())
        .toIterable()
        .containsExactly("RequestId", "HostId", "Code", "Message", "Recommend");
    assertThat(reply.body().toString()).doesNotContain("sts-secret", "token-");
    assertThat(emulator.calls().recent())
        .singleElement()
        .satisfies(
            call -> {
              assertThat(call.code()).isEqualTo(mistake.code());
              assertThat(call.status()).isEqualTo(mistake.status());
            });
  }

  static Stream<Mistake> mistakes() {
    return Stream.concat(ordinaryMistakes(), temporaryMistakes());
  }

  private static Stream<Mistake> ordinaryMistakes() {
    String zeros = "0".repeat(64);
    return Stream.of(
        new Mistake(400, "MissingAction", c -> c.withoutHeader("x-acs-action")),
        new Mistake(400, "MissingVersion", c -> c.withoutHeader("x-acs-version")),
        new Mistake(400, "InvalidVersion", c -> c.signedHeader("x-acs-version", "2014-06-18")),
        new Mistake(404, "InvalidApi.NotFound", c -> c.signedHeader("x-acs-action", "GetNothing")),
        new Mistake(404, "InvalidApi.NotFound", c -> c.signedHeader("x-acs-action", "package")),
        new Mistake(404, "InvalidApi.NotFound", c -> c.path("/jobs")),
        new Mistake(400, "MissingTimestamp", c -> c.withoutHeader("x-acs-date")),
        new Mistake(400, "MissingSignatureNonce", c -> c.withoutHeader("x-acs-signature-nonce")),
        new Mistake(400, "IncompleteSignature", c -> c.tamper("authorization", null)),
        new Mistake(400, "IncompleteSignature", c -> c.tamper("authorization", "Bearer x")),
        new Mistake(400, "IncompleteSignature", c -> c.tamper("x-acs-late", "not signed")),
        new Mistake(400, "IncompleteSignature", c -> c.tamper("content-type", "text/plain")),
        new Mistake(
            400,
            "IncompleteSignature",
            c ->
                c.tamper("x-acs-content-sha256", null)
                    .tamper("authorization", unsigning("x-acs-content-sha256", zeros))),
        new Mistake(404, "InvalidAccessKeyId.NotFound", c -> c.key("nobody", "emulator")),
        new Mistake(400, "SignatureDoesNotMatch", c -> c.key("emulator", "wrong")),
        new Mistake(400, "SignatureDoesNotMatch", c -> c.rawQuery("JobId=other")),
        new Mistake(400, "SignatureDoesNotMatch", c -> c.tamper("x-acs-signature-nonce", "n2")),
        new Mistake(400, "SignatureDoesNotMatch", c -> c.tamper("x-acs-content-sha256", zeros)),
        new Mistake(
            400, "SignatureDoesNotMatch", c -> c.signedHeader("x-acs-content-sha256", zeros)),
        new Mistake(
            400, "InvalidTimeStamp.Format", c -> c.signedHeader("x-acs-date", "2026-01-02 03:04")),
        new Mistake(
            400,
            "InvalidTimeStamp.Format",
            c -> c.signedHeader("x-acs-date", "2026-02-30T03:04:05Z")),
        new Mistake(400, "InvalidTimeStamp.Expired", c -> dated(c, -901)),
        new Mistake(400, "InvalidTimeStamp.Expired", c -> dated(c, 901)),
        new Mistake(400, "MissingJobId", c -> c.withoutParameter("JobId")),
        new Mistake(400, "MissingJobId", c -> c.parameter("JobId", "")),
        new Mistake(400, "MissingJobId", c -> c.parameter("JobId", " \n")));
  }

  private static Stream<Mistake> temporaryMistakes() {
    return Stream.of(
        new Mistake(400, "InvalidSecurityToken.Malformed", c -> c.key("STS.1", "sts-secret")),
        new Mistake(
            400,
            "InvalidSecurityToken.Malformed",
            c -> token(c, "token-2").key("STS.1", "sts-secret")),
        new Mistake(400, "InvalidSecurityToken.Malformed", c -> token(c, "token-1")),
        new Mistake(400, "SignatureDoesNotMatch", c -> token(c, "token-1").key("STS.1", "wrong")));
  }

  @ParameterizedTest
  @ValueSource(longs = {-900, 0, 900})
  void acceptsADateUpToFifteenMinutesOff(long seconds) {
    assertThat(dated(call(), seconds).send(emulator).status()).isEqualTo(200);
  }

  @Test
  void refusesANonceThatWasUsed() {
    ApiCall call = call();
    assertThat(call.send(emulator).status()).isEqualTo(200);
    ApiReply again = call.send(emulator);
    assertThat(again.status()).isEqualTo(400);
    assertThat(again.code()).isEqualTo("SignatureNonceUsed");
  }

  @Test
  void aRefusedSignatureDoesNotUseUpItsNonce() {
    ApiCall call = call();
    call.key("emulator", "wrong").send(emulator);
    assertThat(call.key("emulator", "emulator").send(emulator).status()).isEqualTo(200);
  }

  @Test
  void acceptsASecurityTokenUntilItExpires() {
    assertThat(temporary().send(emulator).status()).isEqualTo(200);
    clock.move(Duration.ofMinutes(10));
    ApiReply late = temporary().send(emulator);
    assertThat(late.status()).isEqualTo(400);
    assertThat(late.code()).isEqualTo("InvalidSecurityToken.Expired");
  }

  @Test
  void acceptsOtherCredentialsWhileItRuns() {
    emulator.credentials(Credential.of("new", "new-secret"));
    assertThat(call().send(emulator).code()).isEqualTo("InvalidAccessKeyId.NotFound");
    assertThat(call().key("new", "new-secret").send(emulator).status()).isEqualTo(200);
    emulator.reset();
    assertThat(call().send(emulator).code()).isEqualTo("JobNotFound");
  }

  @Test
  void showsNoSecretInItsText() {
    assertThat(TEMPORARY.toString()).contains("STS.1").doesNotContain("sts-secret", "token-1");
  }

  private ApiCall call() {
    return ApiCall.of(PACKAGE, "j1", clock.instant());
  }

  private ApiCall temporary() {
    return token(call(), "token-1").key("STS.1", "sts-secret");
  }

  private static ApiCall token(ApiCall call, String token) {
    return call.signedHeader("x-acs-accesskey-id", "STS.1")
        .signedHeader("x-acs-security-token", token);
  }

  private static ApiCall dated(ApiCall call, long seconds) {
    return call.signedHeader("x-acs-date", MovableClock.START.plusSeconds(seconds).toString());
  }

  private static String unsigning(String header, String signature) {
    String names =
        Stream.of(
                "host",
                "x-acs-action",
                "x-acs-content-sha256",
                "x-acs-date",
                "x-acs-signature-nonce",
                "x-acs-version")
            .filter(name -> !name.equals(header))
            .reduce((one, other) -> one + ";" + other)
            .orElseThrow();
    return "ACS3-HMAC-SHA256 Credential=emulator,SignedHeaders=%s,Signature=%s"
        .formatted(names, signature);
  }

  record Mistake(int status, String code, UnaryOperator<ApiCall> in) {}
}
