package io.github.mediajobs.api;

import static io.github.mediajobs.operation.Operations.IPRODUCTION;
import static io.github.mediajobs.operation.Operations.PACKAGE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mediajobs.failure.FailureType;
import io.github.mediajobs.operation.JobOperation;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MediaApiReadTest {
  private static final String JOB =
      "\"JobId\":\"job-1\\n\",\"Status\":\"Success\",\"State\":\"Success\",\"New\":{\"Field\":1.25}";

  @ParameterizedTest
  @MethodSource("io.github.mediajobs.api.TestApi#operations")
  void returnsTheJobAsTheApiSentIt(JobOperation<?> operation) throws Exception {
    try (ScriptedServer server =
            ScriptedServer.replying(Reply.json(200, TestApi.response(operation, JOB)));
        MediaApi api = TestApi.of(server.url())) {
      JobRead<?> read = api.read(operation, "job-1", null);

      assertThat(read.job()).hasToString("{" + JOB + "}");
      assertThat((Object) read.record()).isEqualTo(operation.decode(read.job()));
      assertThat(read.requestId()).isEqualTo("R1");
      assertThat(read.region()).isEqualTo("cn-shanghai").isEqualTo(api.defaultRegion());
    }
  }

  @Test
  void saysWhichRegionItRead() throws Exception {
    try (ScriptedServer server =
            ScriptedServer.replying(Reply.json(200, TestApi.response(PACKAGE, JOB)));
        MediaApi api = TestApi.of(server.url())) {
      assertThat(api.read(PACKAGE, "job-1", "eu-west-1").region()).isEqualTo("eu-west-1");
    }
  }

  @Test
  void takesTheRequestIdFromTheHeaderWhenTheBodyHasNone() throws Exception {
    try (ScriptedServer server =
            ScriptedServer.replying(
                Reply.json(200, "{\"PackageJob\":{" + JOB + "}}", "x-acs-request-id: R2"));
        MediaApi api = TestApi.of(server.url())) {
      assertThat(api.read(PACKAGE, "job-1", null).requestId()).isEqualTo("R2");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Throttling", "SignatureNonceUsed", "JobNotFound"})
  void returnsAFailedJobWhoseCodeStandsWhereErrorsHaveTheirs(String code) throws Exception {
    String fields = "\"JobId\":\"job-1\",\"State\":\"Fail\",\"Code\":\"%s\"".formatted(code);
    try (ScriptedServer server =
            ScriptedServer.replying(Reply.json(200, TestApi.response(IPRODUCTION, fields)));
        MediaApi api = TestApi.of(server.url())) {
      assertThat(api.read(IPRODUCTION, "job-1", null).job().path("State").asText())
          .isEqualTo("Fail");
      assertThat(server.received()).hasSize(1);
    }
  }

  @Test
  void comparesIdsWithoutSurroundingWhiteSpace() throws Exception {
    try (ScriptedServer server =
            ScriptedServer.replying(Reply.json(200, TestApi.response(PACKAGE, JOB)));
        MediaApi api = TestApi.of(server.url())) {
      assertThat(api.read(PACKAGE, " job-1\r\n", null).job().path("JobId").asText())
          .isEqualTo("job-1\n");
    }
  }

  @Test
  void inflatesAPackedAnswer() throws Exception {
    byte[] packed = Reply.gzip(TestApi.response(PACKAGE, JOB).getBytes(StandardCharsets.UTF_8));
    try (ScriptedServer server =
            ScriptedServer.replying(Reply.of(200, packed, "Content-Encoding: gzip"));
        MediaApi api = TestApi.of(server.url())) {
      assertThat(api.read(PACKAGE, "job-1", null).job()).hasToString("{" + JOB + "}");
    }
  }

  @Test
  void keepsTheConnectionForTheNextRead() throws Exception {
    try (ScriptedServer server =
            ScriptedServer.replying(Reply.json(200, TestApi.response(PACKAGE, JOB)));
        MediaApi api = TestApi.of(server.url())) {
      for (int i = 0; i < 3; i++) {
        api.read(PACKAGE, "job-1", null);
      }
      assertThat(server.received()).hasSize(3);
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n"})
  void refusesAJobIdThatCannotBeBeforeAnyCall(String jobId) throws Exception {
    assertRefused(jobId, null, "jobId: ");
    assertRefused("x".repeat(257), null, "jobId: ");
    assertRefused(null, null, "jobId: ");
  }

  @ParameterizedTest
  @CsvSource({"''", "CN", "evil.example.com/", "a b"})
  void refusesARegionThatCannotBeBeforeAnyCall(String region) throws Exception {
    assertRefused("job-1", region, "region: ");
  }

  private static void assertRefused(String jobId, String region, String field) throws Exception {
    try (ScriptedServer server = ScriptedServer.replying(Reply.json(200, "{}"));
        MediaApi api = TestApi.of(server.url())) {
      ApiException failure = TestApi.failure(api, PACKAGE, jobId, region);

      assertThat(failure.type()).isEqualTo(FailureType.INVALID_REQUEST);
      assertThat(failure).hasMessageStartingWith("GetPackageJob: " + field);
      assertThat(server.received()).isEmpty();
    }
  }
}
