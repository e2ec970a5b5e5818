package io.github.mediajobs.api;

import static io.github.mediajobs.operation.Operations.PACKAGE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SentRequestTest {
  private static final String JOB =
      TestApi.response(PACKAGE, "\"JobId\":\"job-1\",\"Status\":\"Init\"");

  private static final String LIST = "{\"PackageJobList\":{\"PackageJobs\":[]}}";

  private final List<SentRequest> sent = new ArrayList<>();

  private MediaApi api(ScriptedServer server) {
    return new MediaApi(
        TestApi.config(server.url()),
        () -> TestApi.KEY,
        InstantSource.fixed(TestApi.NOW),
        call -> {},
        sent::add);
  }

  @Test
  void aRequestIsToldWithoutItsQuery() throws Exception {
    try (ScriptedServer server = ScriptedServer.replying(Reply.json(200, JOB));
        MediaApi api = api(server)) {
      api.read(PACKAGE, "job-1", "cn-beijing");

      assertThat(sent)
          .singleElement()
          .satisfies(it -> assertThat(it.took()).isPositive())
          .extracting(
              SentRequest::action,
              SentRequest::region,
              SentRequest::jobId,
              SentRequest::method,
              it -> it.url().toString(),
              SentRequest::resend,
              SentRequest::status,
              SentRequest::requestId,
              SentRequest::error)
          .containsExactly(
              "GetPackageJob",
              "cn-beijing",
              Optional.of("job-1"),
              "POST",
              server.url() + "/",
              0,
              OptionalInt.of(200),
              Optional.of("R1"),
              Optional.empty());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "400 | {\"Code\":\"Throttling.User\"} | Throttling.User",
        "502 | <html>Bad Gateway</html>       | 502",
        "200 | {}                             | MalformedResponse"
      })
  void whyNothingCameIsToldInAWord(int status, String body, String error) throws Exception {
    try (ScriptedServer server = ScriptedServer.replying(Reply.json(status, body));
        MediaApi api = api(server)) {
      TestApi.failure(api, PACKAGE, "job-1");
    }

    assertThat(sent)
        .singleElement()
        .satisfies(it -> assertThat(it.status()).hasValue(status))
        .satisfies(it -> assertThat(it.error()).contains(error));
  }

  @Test
  void aRequestWithoutAnAnswerIsTold() throws Exception {
    ScriptedServer server = ScriptedServer.replying(Reply.json(200, JOB));
    server.close();
    try (MediaApi api = api(server)) {
      TestApi.failure(api, PACKAGE, "job-1");
    }

    assertThat(sent)
        .singleElement()
        .satisfies(it -> assertThat(it.status()).isEmpty())
        .satisfies(it -> assertThat(it.error()).contains("ConnectException"));
  }

  @Test
  void theRequestAfterACorrectedClockIsToldToo() throws IOException, ApiException {
    Reply refused = Reply.json(400, "{\"Code\":\"InvalidTimeStamp.Expired\"}");
    try (ScriptedServer server = ScriptedServer.replying(refused, Reply.json(200, JOB));
        MediaApi api = api(server)) {
      api.read(PACKAGE, "job-1", null);
    }

    assertThat(sent).extracting(SentRequest::resend).containsExactly(0, 1);
    assertThat(sent.get(0).error()).contains("InvalidTimeStamp.Expired");
    assertThat(sent.get(1).error()).isEmpty();
  }

  @Test
  void aListNamesNoJob() throws Exception {
    try (ScriptedServer server = ScriptedServer.replying(Reply.json(200, LIST));
        MediaApi api = api(server)) {
      api.list(PACKAGE, ListQuery.newest(), null);
    }

    assertThat(sent)
        .singleElement()
        .satisfies(it -> assertThat(it.action()).isEqualTo("ListPackageJobs"))
        .satisfies(it -> assertThat(it.jobId()).isEmpty());
  }
}
