package io.github.mediajobs.emulator.signature;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mediajobs.emulator.client.RpcCall;
import io.github.mediajobs.emulator.error.RefusedException;
import io.github.mediajobs.emulator.http.Request;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** RPC signatures printed in the vendor's documentation and made by the vendor's own code. */
class RpcVectorsTest {
  private static final Instant MTS_DATE = Instant.parse("2026-01-02T03:04:05Z");

  @ParameterizedTest
  @MethodSource("vectors")
  void acceptsTheVendorsSignatureInTheQuery(Vector vector) {
    assertThatCode(() -> vector.verify(vector.inQuery(vector.signature())))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void acceptsTheVendorsSignatureInTheForm(Vector vector) {
    assertThatCode(() -> vector.verify(vector.inForm(vector.signature())))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void refusesTheVendorsSignatureWithOneLetterChanged(Vector vector) {
    char first = vector.signature().charAt(0);
    String changed = (first == 'A' ? 'B' : 'A') + vector.signature().substring(1);
    assertThatThrownBy(() -> vector.verify(vector.inQuery(changed)))
        .isInstanceOf(RefusedException.class)
        .hasMessageStartingWith("SignatureDoesNotMatch")
        .hasMessageContaining("server string to sign is: " + vector.method() + "&%2F&AccessKeyId")
        .hasMessageNotContainingAny("STS", "testSK", "testsecret");
  }

  static Stream<Vector> vectors() {
    Credential key = Credential.of("testAK", "testSK");
    Credential temporary =
        Credential.temporary("testAK", "testSK", "STS/TOK+=", MTS_DATE.plusSeconds(60));
    return Stream.of(
        new Vector(
            "vendor's documentation",
            Credential.of("testid", "testsecret"),
            "GET",
            "Timestamp=2016-02-23T12%3A46%3A24Z&Format=XML&AccessKeyId=testid"
                + "&Action=DescribeRegions&SignatureMethod=HMAC-SHA1"
                + "&SignatureNonce=3ee8c1b8-83d3-44af-a94f-4e0ad82fd6cf&Version=2014-05-26"
                + "&SignatureVersion=1.0",
            Instant.parse("2016-02-23T12:46:24Z"),
            "OLeaidS1JvxuMvnyHOwuJ+uX5qY="),
        new Vector(
            "POST", key, "POST", mts("a+b*c%7E%2F%2B"), MTS_DATE, "kOfEDx07cpRJEyUvnokcefppbDw="),
        new Vector(
            "GET", key, "GET", mts("a%20b%2Ac~%2F%2B"), MTS_DATE, "wpiydf5jln6/tM/q9i3iwu18pDM="),
        new Vector(
            "security token",
            temporary,
            "POST",
            mts("%E4%BD%9C%E4%B8%9A+%F0%9F%8E%AC%0A") + "&SecurityToken=STS%2FTOK%2B%3D",
            MTS_DATE,
            "iOS5xoTUDvaShfcJaU40ay3e6r4="));
  }

  private static String mts(String jobId) {
    return "Action=QueryIProductionJob&Version=2014-06-18&Format=json&AccessKeyId=testAK"
        + "&SignatureNonce=nonce-1&Timestamp=2026-01-02T03%3A04%3A05Z"
        + "&SignatureMethod=HMAC-SHA1&SignatureVersion=1.0&JobId="
        + jobId;
  }

  record Vector(
      String name,
      Credential credential,
      String method,
      String parameters,
      Instant now,
      String signature) {
    Request inQuery(String with) {
      return new Request(method, "/?" + parameters(with), Map.of(), new byte[0]);
    }

    Request inForm(String with) {
      return new Request(
          method,
          "/",
          Map.of("content-type", RpcCall.FORM),
          parameters(with).getBytes(StandardCharsets.US_ASCII));
    }

    void verify(Request request) {
      new Verifier(new AcceptedCredentials(List.of(credential)), new Nonces())
          .verify(SignedRequest.of(request), now);
    }

    private String parameters(String with) {
      return parameters + "&Signature=" + PercentEncoding.encode(with);
    }

    @Override
    public String toString() {
      return name;
    }
  }
}
