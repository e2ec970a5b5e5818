package io.github.mediajobs.api;

import static io.github.mediajobs.operation.Operations.IPRODUCTION;
import static io.github.mediajobs.operation.Operations.PACKAGE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mediajobs.api.signing.Acs3Signature;
import io.github.mediajobs.api.signing.CanonicalRequest;
import io.github.mediajobs.failure.FailureType;
import io.github.mediajobs.operation.JobOperation;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MediaApiSigningTest {
  private static final Reply OK =
      Reply.json(200, TestApi.response(PACKAGE, "\"JobId\":\"job-1\",\"Status\":\"Success\""));
  private static final String DATE = "Date: Fri, 02 Jan 2026 09:09:09 GMT";
  private static final Reply CLOCK_REFUSED =
      Reply.json(400, "{\"RequestId\":\"R1\",\"Code\":\"InvalidTimeStamp.Expired\"}", DATE);

  @ParameterizedTest
  @MethodSource("io.github.mediajobs.api.TestApi#operations")
  void sendsASignedPostWithTheIdInTheQueryAndNoBody(JobOperation<?> operation) throws Exception {
    Received request = request(operation, "a b*c~/+\n", TestApi.KEY);

    assertThat(request.line()).isEqualTo("POST /?JobId=a%20b%2Ac~%2F%2B%0A HTTP/1.1");
    assertThat(request.headers())
        .containsEntry("x-acs-action", operation.action())
        .containsEntry("x-acs-version", operation.service().version())
        .containsEntry("x-acs-date", "2026-01-02T03:04:05Z")
        .containsEntry("x-acs-accesskey-id", "AK1")
        .containsEntry("x-acs-security-token", "sts-token-1")
        .containsEntry("accept", "application/json")
        .containsEntry("content-length", "0")
        .doesNotContainKey("content-type");
    assertThat(request.header("authorization"))
        .isEqualTo(authorization(request, "a b*c~/+\n", TestApi.KEY));
  }

  @Test
  void sendsNoTokenHeadersWithAnAccessKey() throws Exception {
    ApiCredentials key = new ApiCredentials("AK1", "sk-secret-1", null);

    Received request = request(IPRODUCTION, "job-1", key);

    assertThat(request.headers()).doesNotContainKeys("x-acs-accesskey-id", "x-acs-security-token");
    assertThat(request.header("authorization")).isEqualTo(authorization(request, "job-1", key));
  }

  @Test
  void signsTheHostThatItSends() throws Exception {
    try (ScriptedServer server = ScriptedServer.replying(OK);
        MediaApi api = TestApi.of(server.url())) {
      api.read(PACKAGE, "job-1", null);

      assertThat(server.take().header("host")).isEqualTo(server.url().getAuthority());
    }
  }

  @Test
  void takesAFreshNonceForEachCall() throws Exception {
    try (ScriptedServer server = ScriptedServer.replying(OK);
        MediaApi api = TestApi.of(server.url())) {
      for (int i = 0; i < 20; i++) {
        api.read(PACKAGE, "job-1", null);
      }
      assertThat(server.received())
          .hasSize(20)
          .extracting(request -> request.header("x-acs-signature-nonce"))
          .doesNotHaveDuplicates()
          .doesNotContainNull();
    }
  }

  @Test
  void asksForCredentialsBeforeEachCallSoThatTheyCanRotate() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    CredentialsSource rotating =
        () -> new ApiCredentials("AK" + asked.incrementAndGet(), "secret", null);
    try (ScriptedServer server = ScriptedServer.replying(OK);
        MediaApi api = api(server, rotating)) {
      api.read(PACKAGE, "job-1", null);
      api.read(PACKAGE, "job-1", null);

      assertThat(server.received())
          .extracting(request -> request.header("authorization").split("[=,]", 3)[1])
          .containsExactly("AK1", "AK2");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "InvalidSecurityToken.Expired",
        "InvalidAccessKeyId.NotFound",
        "SignatureDoesNotMatch"
      })
  void tellsTheSourceWhichCredentialsWereRefused(String code) throws Exception {
    RecordingSource source = new RecordingSource();
    try (ScriptedServer server =
            ScriptedServer.replying(Reply.json(400, "{\"Code\":\"%s\"}".formatted(code)), OK);
        MediaApi api = api(server, source)) {
      assertThat(TestApi.failure(api, PACKAGE, "job-1").type())
          .isEqualTo(FailureType.CREDENTIALS_INVALID);
      assertThat(source.refused).isEqualTo(TestApi.KEY);
    }
  }

  @Test
  void keepsCredentialsThatLackAPermission() throws Exception {
    RecordingSource source = new RecordingSource();
    try (ScriptedServer server =
            ScriptedServer.replying(Reply.json(403, "{\"Code\":\"Forbidden.RAM\"}"));
        MediaApi api = api(server, source)) {
      TestApi.failure(api, PACKAGE, "job-1");
      assertThat(source.refused).isNull();
    }
  }

  @Test
  void callsNobodyWithoutCredentials() throws Exception {
    CredentialsSource none =
        () -> {
          throw new IllegalStateException("no credentials were found; set THIS");
        };
    try (ScriptedServer server = ScriptedServer.replying(OK);
        MediaApi api = api(server, none)) {
      ApiException failure = TestApi.failure(api, PACKAGE, "job-1");

      assertThat(failure.type()).isEqualTo(FailureType.CREDENTIALS_INVALID);
      assertThat(failure).hasMessageContaining("set THIS");
      assertThat(server.received()).isEmpty();
    }
  }

  @Test
  void takesASourceThatGaveCredentialsBeforeForUnavailable() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    CredentialsSource interrupted =
        () -> {
          if (asked.incrementAndGet() == 2) {
            throw new IllegalStateException("no credentials were found; set THIS");
          }
          return TestApi.KEY;
        };
    try (ScriptedServer server = ScriptedServer.replying(OK);
        MediaApi api = api(server, interrupted)) {
      api.read(PACKAGE, "job-1", null);
      ApiException failure = TestApi.failure(api, PACKAGE, "job-1");

      assertThat(failure.type()).isEqualTo(FailureType.SERVICE_UNAVAILABLE);
      assertThat(failure).hasMessageContainingAll("gave credentials before", "set THIS");
      api.read(PACKAGE, "job-1", null);
      assertThat(server.received()).hasSize(2);
    }
  }

  @Test
  void isInterruptedWhereItsSourceOfCredentialsIs() throws Exception {
    CredentialsSource interrupted =
        () -> {
          Thread.currentThread().interrupt();
          throw new IllegalStateException("interrupted while asking");
        };
    try (ScriptedServer server = ScriptedServer.replying(OK);
        MediaApi api = api(server, interrupted)) {
      ApiException failure = TestApi.failure(api, PACKAGE, "job-1");

      assertThat(Thread.interrupted()).isTrue();
      assertThat(failure.type()).isEqualTo(FailureType.SERVICE_UNAVAILABLE);
      assertThat(failure).hasMessage("GetPackageJob job-1 in cn-shanghai: interrupted");
    }
  }

  @Test
  void callsNobodyWithASourceThatGivesNull() throws Exception {
    try (ScriptedServer server = ScriptedServer.replying(OK);
        MediaApi api = api(server, () -> null)) {
      assertThat(TestApi.failure(api, PACKAGE, "job-1").type())
          .isEqualTo(FailureType.CREDENTIALS_INVALID);
    }
  }

  @Test
  void signsAgainByTheServersTimeWhenItsOwnIsRefused() throws Exception {
    try (ScriptedServer server = ScriptedServer.replying(CLOCK_REFUSED, OK);
        MediaApi api = TestApi.of(server.url())) {
      api.read(PACKAGE, "job-1", null);
      api.read(PACKAGE, "job-1", null);

      List<Received> requests = server.received();
      assertThat(requests)
          .extracting(request -> request.header("x-acs-date"))
          .containsExactly("2026-01-02T03:04:05Z", "2026-01-02T09:09:09Z", "2026-01-02T09:09:09Z");
      assertThat(requests)
          .extracting(request -> request.header("x-acs-signature-nonce"))
          .doesNotHaveDuplicates();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"SignatureNonceUsed", "InvalidTimeStamp.Expired", "InvalidTimeStamp.Format"})
  void signsAgainOnceOnly(String code) throws Exception {
    Reply refused = Reply.json(400, "{\"RequestId\":\"R1\",\"Code\":\"%s\"}".formatted(code));
    try (ScriptedServer server = ScriptedServer.replying(refused);
        MediaApi api = TestApi.of(server.url())) {
      ApiException failure = TestApi.failure(api, PACKAGE, "job-1");

      assertThat(failure.type()).isEqualTo(FailureType.SERVICE_UNAVAILABLE);
      assertThat(failure.code()).isEqualTo(code);
      assertThat(server.received())
          .hasSize(2)
          .extracting(request -> request.header("x-acs-signature-nonce"))
          .doesNotHaveDuplicates();
    }
  }

  @Test
  void showsNoSecretThatTheServerRepeats() throws Exception {
    ScriptedServer echoing =
        ScriptedServer.answering(
            (request, number) -> {
              String all = "%s sk-secret-1 %s".formatted(request.headers(), request.line());
              return Reply.json(
                  400,
                  "{\"Code\":\"SignatureDoesNotMatch\",\"RequestId\":\"%1$s\",\"Message\":\"%1$s\"}"
                      .formatted(all.replace("\"", "'")));
            });
    try (echoing;
        MediaApi api = TestApi.of(echoing.url())) {
      ApiException failure = TestApi.failure(api, PACKAGE, "job-1");
      String signature = echoing.take().header("authorization").replaceAll(".*Signature=", "");

      assertThat(failure.getMessage() + failure.details())
          .contains("***")
          .doesNotContain("sk-secret-1", "sts-token-1", signature);
    }
  }

  private static Received request(JobOperation<?> operation, String jobId, ApiCredentials key)
      throws Exception {
    try (ScriptedServer server = ScriptedServer.replying(Reply.json(500, ""));
        MediaApi api = api(server, () -> key)) {
      TestApi.failure(api, operation, jobId);
      return server.take();
    }
  }

  private static MediaApi api(ScriptedServer server, CredentialsSource source) {
    return new MediaApi(
        TestApi.config(server.url()),
        source,
        InstantSource.fixed(Instant.parse("2026-01-02T03:04:05.678Z")));
  }

  private static String authorization(Received request, String jobId, ApiCredentials key) {
    SortedMap<String, String> signed = new TreeMap<>(request.headers());
    signed.keySet().removeIf(name -> !name.equals("host") && !name.startsWith("x-acs-"));
    CanonicalRequest canonical =
        new CanonicalRequest(
            "POST",
            new TreeMap<>(Map.of("JobId", jobId)),
            signed,
            CanonicalRequest.EMPTY_BODY_HASH);
    return Acs3Signature.authorization(
        canonical, key.accessKeyId(), Acs3Signature.signature(canonical, key.accessKeySecret()));
  }

  private static final class RecordingSource implements CredentialsSource {
    private volatile ApiCredentials refused;

    @Override
    public ApiCredentials credentials() {
      return TestApi.KEY;
    }

    @Override
    public void refused(ApiCredentials credentials) {
      refused = credentials;
    }
  }
}
