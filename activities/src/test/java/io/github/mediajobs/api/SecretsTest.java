package io.github.mediajobs.api;

import static io.github.mediajobs.operation.Operations.IPRODUCTION;
import static io.github.mediajobs.operation.Operations.MEDIA_PRODUCING;
import static io.github.mediajobs.operation.Operations.PACKAGE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mediajobs.api.signing.CanonicalRequest;
import io.github.mediajobs.failure.FailureType;
import io.github.mediajobs.http.Form;
import io.github.mediajobs.json.Json;
import io.github.mediajobs.operation.JobOperation;
import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SecretsTest {
  private static final ApiCredentials KEY =
      new ApiCredentials("AK1", "Sk+/=\"\\%~<&'1a", "CAIS/t0ken+\"\\%<&'==");
  private static final SignedRequest SIGNED =
      SignedRequest.of(
          TestApi.call(PACKAGE, "job-1"), HttpUrl.get("https://ice.example.com"), KEY, TestApi.NOW);
  private static final List<String> SECRETS =
      List.of(KEY.accessKeySecret(), KEY.securityToken(), SIGNED.signature());

  static Stream<Record> holders() {
    Headers sent = SIGNED.request().headers();
    Map<String, String> headers = new TreeMap<>();
    sent.names().forEach(name -> headers.put(name, sent.get(name)));
    Body echo =
        Body.read(
            new ByteArrayInputStream(String.join(" ", SECRETS).getBytes(UTF_8)), TestApi.MAX_BYTES);
    return Stream.of(
        KEY,
        SIGNED,
        new CanonicalRequest(
            "POST", new TreeMap<>(), new TreeMap<>(headers), CanonicalRequest.EMPTY_BODY_HASH),
        new HttpAnswer(400, sent, echo));
  }

  @ParameterizedTest
  @MethodSource("holders")
  void areNotInTheTextFormOfARecordThatHoldsThem(Record holder) {
    assertThat(SIGNED.request().header("authorization")).endsWith("=" + SIGNED.signature());
    assertThat(holder.toString())
        .startsWith(holder.getClass().getSimpleName() + "[")
        .doesNotContain(SECRETS);
  }

  /** An answer with a place for what is repeated: a JSON string where the body is JSON. */
  private record Place(int status, JobOperation<?> operation, String body) {
    Reply reply(String repeated) {
      return Reply.json(
          status,
          body.replace('\'', '"')
              .formatted(body.startsWith("{") ? Json.write(repeated) : repeated));
    }
  }

  private static Stream<Place> jobs() {
    return Stream.of(
        new Place(200, PACKAGE, "{'PackageJob':{'JobId':'job-1','Status':'Success','Echo':[%s]}}"),
        new Place(200, PACKAGE, "{'PackageJob':{'JobId':'job-1','Status':%s}}"),
        new Place(200, IPRODUCTION, "{'JobId':'job-1',%s:{'a':1}}"));
  }

  private static Stream<Place> errors() {
    return Stream.of(
        new Place(400, PACKAGE, "{'Code':'Throttling.User','Message':%s}"),
        new Place(400, PACKAGE, "{'Code':%s,'Message':'no'}"),
        new Place(400, PACKAGE, "{'Code':'Throttling.User','RequestId':%s}"),
        new Place(400, PACKAGE, "{'Code':'Throttling.User',%s:1}"),
        new Place(502, PACKAGE, "<html>%s</html>"),
        new Place(403, PACKAGE, "<Error><Code>Forbidden.RAM</Code><Message>%s</Message></Error>"),
        new Place(200, PACKAGE, "{'PackageJob':{'JobId':%s}}"),
        new Place(200, MEDIA_PRODUCING, "{'MediaProducingJob':{'JobId':'job-1','Progress':%s}}"),
        new Place(200, PACKAGE, "{'PackageJob':{'JobId':'job-1','Output':{'Type':{%s:1}}}}"));
  }

  static Stream<Arguments> repeated() {
    return Stream.concat(
        jobs().map(place -> Arguments.of(place, Form.PLAIN)),
        errors().flatMap(place -> Form.all().stream().map(form -> Arguments.of(place, form))));
  }

  @ParameterizedTest
  @MethodSource("repeated")
  void areNotInWhatIsReadFromAnAnswerThatRepeatsThem(Place place, Form form) throws Exception {
    assertHidden(
        place.operation,
        form,
        request -> place.reply(form.of(String.join(" ", repeatable(request)))));
  }

  private static Stream<Arguments> raw() {
    return Stream.of(
            "%s\r\n\r\n",
            "HTTP/1.1 abc %s\r\n\r\n",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n%s\r\n",
            "HTTP/1.1 200 OK\r\nContent-Length: 0\r\nx-acs-request-id: %s\r\n\r\n",
            "HTTP/1.1 302 %1$s\r\nContent-Length: 0\r\nLocation: http://127.0.0.1/%1$s\r\n\r\n")
        .flatMap(raw -> Form.all().stream().map(form -> Arguments.of(raw, form)));
  }

  @ParameterizedTest
  @MethodSource("raw")
  void areNotInAFailureAboutAnAnswerThatIsNoHttp(String raw, Form form) throws Exception {
    assertHidden(
        PACKAGE,
        form,
        request -> Reply.cut(raw.formatted(form.of(String.join(" ", repeatable(request))))));
  }

  private static List<String> repeatable(Received request) {
    return List.of(
        request.header("authorization"),
        KEY.accessKeySecret(),
        request.header("x-acs-security-token"));
  }

  private interface Echo {
    Reply of(Received request);
  }

  private static void assertHidden(JobOperation<?> operation, Form form, Echo echo)
      throws Exception {
    try (ScriptedServer server = ScriptedServer.answering((request, number) -> echo.of(request));
        MediaApi api = api(server.url(), () -> KEY)) {
      String told = told(api, operation);
      String signature =
          server.received().get(0).header("authorization").replaceAll(".*Signature=", "");
      for (String secret : List.of(KEY.accessKeySecret(), KEY.securityToken(), signature)) {
        String written = form.of(secret);
        assertThat(told).doesNotContainIgnoringCase(secret).doesNotContainIgnoringCase(written);
        assertThat(told).doesNotContain(Json.write(written).replaceAll("^\"|\"$", ""));
      }
    }
  }

  /** Everything that a caller gets to see. */
  private static String told(MediaApi api, JobOperation<?> operation) {
    try {
      JobRead<?> read = api.read(operation, "job-1", null);
      return read + " " + Json.write(read.job()) + " " + read.job();
    } catch (ApiException e) {
      return trace(e) + e.details();
    }
  }

  @Test
  void areNotInAFailureOfTheirSourceOnceItGaveThem() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    CredentialsSource source =
        () -> {
          if (asked.getAndIncrement() > 0) {
            String text = Form.BASE64.of(KEY.accessKeySecret()) + " " + KEY.securityToken();
            throw new IllegalStateException(text, new IllegalStateException(text));
          }
          return KEY;
        };
    Reply found = Reply.json(200, TestApi.response(PACKAGE, "\"JobId\":\"job-1\""));
    try (ScriptedServer server = ScriptedServer.replying(found);
        MediaApi api = api(server.url(), source)) {
      api.read(PACKAGE, "job-1", null);
      ApiException failure = TestApi.failure(api, PACKAGE, "job-1");

      assertThat(failure.type()).isEqualTo(FailureType.SERVICE_UNAVAILABLE);
      assertThat(trace(failure))
          .contains("if it stays so: ***")
          .doesNotContain(KEY.securityToken(), Form.BASE64.of(KEY.accessKeySecret()));
    }
  }

  private static String trace(Throwable failure) {
    StringWriter trace = new StringWriter();
    failure.printStackTrace(new PrintWriter(trace));
    return trace.toString();
  }

  private static MediaApi api(URI url, CredentialsSource source) {
    return new MediaApi(TestApi.config(url), source, InstantSource.fixed(TestApi.NOW));
  }
}
