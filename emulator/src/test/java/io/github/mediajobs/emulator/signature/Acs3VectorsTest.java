package io.github.mediajobs.emulator.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mediajobs.emulator.client.Signer;
import io.github.mediajobs.emulator.error.RefusedException;
import io.github.mediajobs.emulator.http.Request;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Signatures made by the vendor's own code and printed in the vendor's own documentation. */
class Acs3VectorsTest {
  private static final Instant MTS_DATE = Instant.parse("2026-01-02T03:04:05Z");

  @ParameterizedTest
  @MethodSource("vectors")
  void acceptsTheVendorsSignature(Vector vector) {
    assertThatCode(() -> vector.verify(vector.signature())).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void refusesTheVendorsSignatureWithOneDigitChanged(Vector vector) {
    char last = vector.signature().charAt(63);
    String changed = vector.signature().substring(0, 63) + (last == '0' ? '1' : '0');
    assertThatThrownBy(() -> vector.verify(changed))
        .isInstanceOf(RefusedException.class)
        .hasMessageStartingWith("SignatureDoesNotMatch")
        .hasMessageNotContainingAny("STSTOK", "testSK", "YourAccessKeySecret");
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void theTestsOwnSignerAgrees(Vector vector) {
    String authorization =
        Signer.authorization(
            vector.credential().accessKeyId(),
            vector.credential().secret(),
            "POST",
            vector.decoded(),
            vector.headers(),
            new byte[0]);
    assertThat(authorization).endsWith("Signature=" + vector.signature());
  }

  static Stream<Vector> vectors() {
    Map<String, String> plain = mtsHeaders();
    Map<String, String> temporary = mtsHeaders();
    temporary.put("x-acs-accesskey-id", "testAK");
    temporary.put("x-acs-security-token", "STSTOK");
    Map<String, String> jobId = Map.of("JobId", "a b*c~/+");
    return Stream.of(
        new Vector(
            "access key",
            Credential.of("testAK", "testSK"),
            MTS_DATE,
            "JobId=a+b*c%7E%2F%2B",
            jobId,
            plain,
            "0e740bbbc53446b999e0f9201c7c9d742a37a175262c057ac362b1236037e884"),
        new Vector(
            "security token",
            Credential.temporary("testAK", "testSK", "STSTOK", MTS_DATE.plusSeconds(60)),
            MTS_DATE,
            "JobId=a%20b%2Ac~%2F%2B",
            jobId,
            temporary,
            "947bb3a426fa49f0f563affa97a8135c51226493f142c47dcb74b6ebb81e473e"),
        new Vector(
            "vendor's documentation",
            Credential.of("YourAccessKeyId", "YourAccessKeySecret"),
            Instant.parse("2023-10-26T10:22:32Z"),
            "RegionId=cn-shanghai&ImageId=win2019_1809_x64_dtc_zh-cn_40G_alibase_20230811.vhd",
            Map.of(
                "ImageId", "win2019_1809_x64_dtc_zh-cn_40G_alibase_20230811.vhd",
                "RegionId", "cn-shanghai"),
            headers(
                "ecs.cn-shanghai.aliyuncs.com",
                "RunInstances",
                "2014-05-26",
                "2023-10-26T10:22:32Z",
                "3156853299f313e23d1673dc12e1703d"),
            "06563a9e1b43f5dfe96b81484da74bceab24a1d853912eee15083a6f0f3283c0"));
  }

  private static Map<String, String> mtsHeaders() {
    return headers(
        "mts.cn-shanghai.aliyuncs.com",
        "QueryIProductionJob",
        "2014-06-18",
        MTS_DATE.toString(),
        "nonce-1");
  }

  private static Map<String, String> headers(
      String host, String action, String version, String date, String nonce) {
    Map<String, String> headers = new TreeMap<>();
    headers.put("host", host);
    headers.put("x-acs-action", action);
    headers.put("x-acs-version", version);
    headers.put("x-acs-date", date);
    headers.put("x-acs-signature-nonce", nonce);
    headers.put("x-acs-content-sha256", Signer.sha256(new byte[0]));
    return headers;
  }

  record Vector(
      String name,
      Credential credential,
      Instant now,
      String query,
      Map<String, String> decoded,
      Map<String, String> headers,
      String signature) {
    void verify(String with) {
      Map<String, String> sent = new TreeMap<>(headers);
      String names = headers.keySet().stream().collect(Collectors.joining(";"));
      sent.put(
          "authorization",
          "ACS3-HMAC-SHA256 Credential=%s,SignedHeaders=%s,Signature=%s"
              .formatted(credential.accessKeyId(), names, with));
      new Verifier(new AcceptedCredentials(List.of(credential)), new Nonces())
          .verify(SignedRequest.of(new Request("POST", "/?" + query, sent, new byte[0])), now);
    }

    @Override
    public String toString() {
      return name;
    }
  }
}
