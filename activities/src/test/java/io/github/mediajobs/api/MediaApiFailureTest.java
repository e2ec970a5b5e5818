package io.github.mediajobs.api;

import static io.github.mediajobs.operation.Operations.IPRODUCTION;
import static io.github.mediajobs.operation.Operations.MEDIA_PRODUCING;
import static io.github.mediajobs.operation.Operations.PACKAGE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mediajobs.failure.FailureDetails;
import io.github.mediajobs.failure.FailureType;
import io.github.mediajobs.operation.JobOperation;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MediaApiFailureTest {
  @Test
  void saysInOneLineWhatHappenedAndWhatToDo() throws Exception {
    String body =
        "{\"RequestId\":\"R1\",\"Code\":\"JobNotFound\",\"Message\":\"The job\\r\\n does not exist.\"}";

    ApiException failure = failure(PACKAGE, Reply.json(404, body));

    assertThat(failure)
        .hasMessage(
            "GetPackageJob job-1 in cn-shanghai: The job does not exist; check the job id and the"
                + " region (HTTP 404, Code JobNotFound, RequestId R1)");
    assertThat(failure.type()).isEqualTo(FailureType.JOB_NOT_FOUND);
    assertThat(failure.details()).isEqualTo(new FailureDetails("JobNotFound", "R1", 404));
    assertThat(failure.code()).isEqualTo("JobNotFound");
    assertThat(failure.requestId()).isEqualTo("R1");
    assertThat(failure.httpStatus()).isEqualTo(404);
    assertThat(failure.retryAfter()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "400, Throttling.User, THROTTLED",
    "429, Throttling, THROTTLED",
    "503, Throttling.Api, THROTTLED",
    "200, Throttling.User, THROTTLED",
    "404, InvalidAccessKeyId.NotFound, CREDENTIALS_INVALID",
    "403, SignatureDoesNotMatch, CREDENTIALS_INVALID",
    "403, Forbidden.RAM, ACCESS_DENIED",
    "403, OperationDenied, ACCESS_DENIED",
    "200, JobNotFound, JOB_NOT_FOUND",
    "400, InvalidParameter, INVALID_REQUEST",
    "500, InternalError, SERVICE_UNAVAILABLE",
    "503, ServiceUnavailable, SERVICE_UNAVAILABLE",
    "400, NobodyKnows, SERVICE_UNAVAILABLE",
  })
  void areToldByTheCodeWhateverTheStatus(int status, String code, FailureType type)
      throws Exception {
    ApiException failure =
        failure(
            PACKAGE, Reply.json(status, "{\"RequestId\":\"R1\",\"Code\":\"%s\"}".formatted(code)));

    assertThat(failure.type()).isEqualTo(type);
    assertThat(failure.details()).isEqualTo(new FailureDetails(code, "R1", status));
  }

  @ParameterizedTest
  @MethodSource("io.github.mediajobs.api.TestApi#operations")
  void includeASuccessWithACodeInPlaceOfTheJob(JobOperation<?> operation) throws Exception {
    ApiException failure =
        failure(operation, Reply.json(200, "{\"RequestId\":\"R1\",\"Code\":\"Throttling\"}"));

    assertThat(failure.type()).isEqualTo(FailureType.THROTTLED);
  }

  @Test
  void areReadFromXmlToo() throws Exception {
    ApiException failure =
        failure(
            PACKAGE,
            Reply.json(
                400,
                "<?xml version='1.0'?><Error><RequestId>R1</RequestId><HostId>h</HostId>"
                    + "<Code>Throttling.User</Code><Message>Too fast</Message></Error>",
                "Content-Type: text/xml"));

    assertThat(failure.type()).isEqualTo(FailureType.THROTTLED);
    assertThat(failure.details()).isEqualTo(new FailureDetails("Throttling.User", "R1", 400));
    assertThat(failure).hasMessageContaining("Too fast");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"RequestId\": \"REQUEST-1\", \"Code\":",
        "{'RequestId':'REQUEST-1'}",
        "<html>RequestId: REQUEST-1<br>",
        "<Answer><RequestId>REQUEST-1</RequestId></Answer>",
      })
  void nameTheRequestIdOfWhateverCame(String body) throws Exception {
    assertThat(failure(PACKAGE, Reply.json(500, body)).requestId()).isEqualTo("REQUEST-1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"RequestId", "RequestId: ", "RequestId: short", "no RequestIds here"})
  void nameNoRequestIdWhereThereIsNone(String body) throws Exception {
    assertThat(failure(PACKAGE, Reply.json(500, body)).requestId()).isNull();
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403, 404, 408, 429, 500, 502, 503, 504})
  void areServiceUnavailableWithoutACode(int status) throws Exception {
    for (String body : new String[] {"<html>no</html>", "", "{}", "[]", "{\"Code\":null}"}) {
      ApiException failure =
          failure(PACKAGE, Reply.json(status, body, "x-acs-request-id: R2", "Retry-After: 0"));

      assertThat(failure.type()).isEqualTo(FailureType.SERVICE_UNAVAILABLE);
      assertThat(failure.details()).isEqualTo(new FailureDetails(null, "R2", status));
    }
  }

  @ParameterizedTest
  @MethodSource("io.github.mediajobs.api.TestApi#operations")
  void areMalformedResponseWhenASuccessHoldsNoJob(JobOperation<?> operation) throws Exception {
    for (String body :
        new String[] {
          "",
          "<html>ok</html>",
          "null",
          "[]",
          "{\"RequestId\":\"R1\"}",
          TestApi.response(operation, "\"Status\":\"Success\""),
          TestApi.response(operation, "\"JobId\":null"),
          TestApi.response(operation, "\"JobId\":{}"),
          TestApi.response(operation, "\"JobId\":\"job-1\"") + "}",
        }) {
      ApiException failure = failure(operation, Reply.json(200, body));

      assertThat(failure.type()).as(body).isEqualTo(FailureType.MALFORMED_RESPONSE);
      assertThat(failure.httpStatus()).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @MethodSource("io.github.mediajobs.api.TestApi#operations")
  void areMalformedResponseWhenTheJobIsAnotherOne(JobOperation<?> operation) throws Exception {
    ApiException failure =
        failure(operation, Reply.json(200, TestApi.response(operation, "\"JobId\":\"job-11\"")));

    assertThat(failure.type()).isEqualTo(FailureType.MALFORMED_RESPONSE);
    assertThat(failure).hasMessageContaining("another job, job-11");
    assertThat(failure.requestId()).isEqualTo("R1");
  }

  @Test
  void areMalformedResponseWhenTheRecordCannotHoldTheJob() throws Exception {
    ApiException failure =
        failure(
            MEDIA_PRODUCING,
            Reply.json(
                200,
                TestApi.response(MEDIA_PRODUCING, "\"JobId\":\"job-1\",\"Progress\":\"half\"")));

    assertThat(failure.type()).isEqualTo(FailureType.MALFORMED_RESPONSE);
    assertThat(failure).hasMessageContaining("field Progress");
  }

  @ParameterizedTest
  @CsvSource({"[5], field Inputs/0", "[null], content"})
  void sayWhereInAJobTheWrongTypeStands(String inputs, String where) throws Exception {
    String job = "\"JobId\":\"job-1\",\"Inputs\":" + inputs;

    ApiException failure = failure(PACKAGE, Reply.json(200, TestApi.response(PACKAGE, job)));

    assertThat(failure.type()).isEqualTo(FailureType.MALFORMED_RESPONSE);
    assertThat(failure).hasMessageContaining("a job whose " + where + " has a type");
  }

  @Test
  void takeNoCodeFromAPageThatIsNoErrorOfTheApi() throws Exception {
    ApiException failure =
        failure(PACKAGE, Reply.json(400, "<html><Code>Throttling</Code></html>"));

    assertThat(failure.type()).isEqualTo(FailureType.SERVICE_UNAVAILABLE);
    assertThat(failure.code()).isNull();
  }

  @Test
  void areMalformedResponseWhenTheBodyIsNotUtf8() throws Exception {
    byte[] latin1 =
        TestApi.response(PACKAGE, "\"JobId\":\"job-1\",\"Name\":\"é\"")
            .getBytes(StandardCharsets.ISO_8859_1);

    assertThat(failure(PACKAGE, Reply.of(200, latin1)).type())
        .isEqualTo(FailureType.MALFORMED_RESPONSE);
  }

  @Test
  void areMalformedResponseWhenASuccessIsTooLarge() throws Exception {
    byte[] large = new byte[(int) TestApi.MAX_BYTES + 1];

    ApiException failure = failure(PACKAGE, Reply.of(200, large, "x-acs-request-id: R2"));

    assertThat(failure.type()).isEqualTo(FailureType.MALFORMED_RESPONSE);
    assertThat(failure).hasMessageContaining("more than 1048576 bytes");
    assertThat(failure.requestId()).isEqualTo("R2");
  }

  @Test
  void areMalformedResponseWhenASuccessIsTooLargeOnceInflated() throws Exception {
    byte[] bomb = Reply.gzip(new byte[64 << 20]);

    ApiException failure = failure(PACKAGE, Reply.of(200, bomb, "Content-Encoding: gzip"));

    assertThat(failure.type()).isEqualTo(FailureType.MALFORMED_RESPONSE);
    assertThat(failure).hasMessageContaining("more than 1048576 bytes");
  }

  @Test
  void areServiceUnavailableWhenAnErrorIsTooLarge() throws Exception {
    byte[] large = new byte[(int) TestApi.MAX_BYTES + 1];

    assertThat(failure(PACKAGE, Reply.of(502, large)).type())
        .isEqualTo(FailureType.SERVICE_UNAVAILABLE);
  }

  @ParameterizedTest
  @CsvSource({"250, PT0.25S", "7200000, PT1H"})
  void sayWhenToTryAgain(String header, Duration expected) throws Exception {
    ApiException failure =
        failure(
            IPRODUCTION,
            Reply.json(400, "{\"Code\":\"Throttling.User\"}", "x-acs-retry-after: " + header));

    assertThat(failure.retryAfter()).contains(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "-1", "soon"})
  void ignoreAHintThatIsNone(String header) throws Exception {
    ApiException failure =
        failure(
            IPRODUCTION,
            Reply.json(400, "{\"Code\":\"Throttling.User\"}", "x-acs-retry-after: " + header));

    assertThat(failure.retryAfter()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void includeARedirectWhichIsNotFollowed(int status) throws Exception {
    try (ScriptedServer elsewhere = ScriptedServer.replying(Reply.json(200, "{}"));
        ScriptedServer server =
            ScriptedServer.replying(Reply.json(status, "", "Location: " + elsewhere.url()));
        MediaApi api = TestApi.of(server.url())) {
      ApiException failure = TestApi.failure(api, PACKAGE, "job-1");

      assertThat(failure.type()).isEqualTo(FailureType.SERVICE_UNAVAILABLE);
      assertThat(failure).hasMessageContaining("redirect");
      assertThat(elsewhere.received()).isEmpty();
    }
  }

  @Test
  void doNotTakeAJobFromAnError() throws Exception {
    String body = TestApi.response(PACKAGE, "\"JobId\":\"job-1\",\"Status\":\"Success\"");

    assertThat(failure(PACKAGE, Reply.json(500, body)).type())
        .isEqualTo(FailureType.SERVICE_UNAVAILABLE);
  }

  private static ApiException failure(JobOperation<?> operation, Reply reply) throws Exception {
    try (ScriptedServer server = ScriptedServer.replying(reply);
        MediaApi api = TestApi.of(server.url())) {
      ApiException failure = TestApi.failure(api, operation, "job-1");
      assertThat(failure.getMessage()).doesNotContain("\n", "\r");
      assertThat(server.received()).as("no silent resend").hasSize(1);
      return failure;
    }
  }
}
