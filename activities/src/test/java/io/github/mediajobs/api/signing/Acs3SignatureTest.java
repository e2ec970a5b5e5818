package io.github.mediajobs.api.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The vectors are those of the vendor's page and of the official Java code. */
class Acs3SignatureTest {
  private static final String QUERY_IPRODUCTION =
      "0e740bbbc53446b999e0f9201c7c9d742a37a175262c057ac362b1236037e884";

  @Test
  void signsWithAnAccessKeyAsTheOfficialCodeDoes() {
    assertThat(Acs3Signature.signature(request(Map.of()), "testSK")).isEqualTo(QUERY_IPRODUCTION);
  }

  @Test
  void signsWithTemporaryCredentialsAsTheOfficialCodeDoes() {
    CanonicalRequest request =
        request(Map.of("x-acs-accesskey-id", "testAK", "x-acs-security-token", "STSTOK"));

    assertThat(Acs3Signature.signature(request, "testSK"))
        .isEqualTo("947bb3a426fa49f0f563affa97a8135c51226493f142c47dcb74b6ebb81e473e");
  }

  @Test
  void signsTheVendorsExampleAsTheVendorDoes() {
    CanonicalRequest request =
        new CanonicalRequest(
            "POST",
            sorted(
                Map.of(
                    "ImageId",
                    "win2019_1809_x64_dtc_zh-cn_40G_alibase_20230811.vhd",
                    "RegionId",
                    "cn-shanghai")),
            sorted(
                Map.of(
                    "host", "ecs.cn-shanghai.aliyuncs.com",
                    "x-acs-action", "RunInstances",
                    "x-acs-version", "2014-05-26",
                    "x-acs-date", "2023-10-26T10:22:32Z",
                    "x-acs-signature-nonce", "3156853299f313e23d1673dc12e1703d",
                    "x-acs-content-sha256", CanonicalRequest.EMPTY_BODY_HASH)),
            CanonicalRequest.EMPTY_BODY_HASH);

    assertThat(Acs3Signature.signature(request, "YourAccessKeySecret"))
        .isEqualTo("06563a9e1b43f5dfe96b81484da74bceab24a1d853912eee15083a6f0f3283c0");
  }

  @Test
  void namesKeyHeadersAndSignatureWithoutSpaces() {
    assertThat(Acs3Signature.authorization(request(Map.of()), "testAK", QUERY_IPRODUCTION))
        .isEqualTo(
            "ACS3-HMAC-SHA256 Credential=testAK,SignedHeaders=host;x-acs-action;"
                + "x-acs-content-sha256;x-acs-date;x-acs-signature-nonce;x-acs-version,"
                + "Signature="
                + QUERY_IPRODUCTION);
  }

  private static CanonicalRequest request(Map<String, String> more) {
    SortedMap<String, String> headers =
        sorted(
            Map.of(
                "host", "mts.cn-shanghai.aliyuncs.com",
                "x-acs-action", "QueryIProductionJob",
                "x-acs-version", "2014-06-18",
                "x-acs-date", "2026-01-02T03:04:05Z",
                "x-acs-signature-nonce", "nonce-1",
                "x-acs-content-sha256", CanonicalRequest.EMPTY_BODY_HASH));
    headers.putAll(more);
    return new CanonicalRequest(
        "POST", sorted(Map.of("JobId", "a b*c~/+")), headers, CanonicalRequest.EMPTY_BODY_HASH);
  }

  private static SortedMap<String, String> sorted(Map<String, String> map) {
    return new TreeMap<>(map);
  }
}
