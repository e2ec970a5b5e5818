package io.github.mediajobs.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mediajobs.failure.FailureDetails;
import io.github.mediajobs.json.Json;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import io.temporal.testing.TestActivityEnvironment;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class WebhookSenderTest {
  private static final String SECRET = "topsecret";
  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678Z");

  private final TestActivityEnvironment temporal = TestActivityEnvironment.newInstance();

  @AfterEach
  void close() {
    temporal.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 201, 204, 299})
  void postsTheBodySigned(int status) throws Exception {
    try (Receiver receiver = new Receiver(status);
        WebhookSender sender = sender("127.0.0.1")) {
      send(sender, call(receiver.url(), "run-1/publish", "{'a':'é'}"));

      assertThat(receiver.received()).hasSize(1);
      Received post = receiver.received().get(0);
      assertThat(post.line()).isEqualTo("POST /hook?a=b");
      assertThat(post.body()).isEqualTo("{\"a\":\"é\"}");
      assertThat(post.header("Content-Type")).isEqualTo("application/json");
      assertThat(post.header("Idempotency-Key")).isEqualTo("run-1/publish");
      assertThat(post.header("X-MediaJobs-Timestamp")).isEqualTo("1767323045");
      // printf '1767323045.{"a":"é"}' | openssl dgst -sha256 -hmac topsecret
      assertThat(post.header("X-MediaJobs-Signature"))
          .isEqualTo("v1=f81cb5666e29a8c1d4e47ff356552b3e9ad1f92627fb5df2e503eb8c04af71e1");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "a b, a%20b",
    "a%20b, a%2520b",
    "'a\r\nX-Evil: 1', a%0D%0AX-Evil:%201",
    "é任😀, %C3%A9%E4%BB%BB%F0%9F%98%80",
    "'\u007f~!', %7F~!",
  })
  void escapesAKeyThatNoHeaderCouldHold(String key, String header) throws Exception {
    try (Receiver receiver = new Receiver(200);
        WebhookSender sender = sender("127.0.0.1")) {
      send(sender, call(receiver.url(), key, "{}"));

      Received post = receiver.received().get(0);
      assertThat(post.header("Idempotency-Key")).isEqualTo(header);
      assertThat(post.headers()).doesNotContainKey("X-evil");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308, 400, 401, 404, 408, 410, 429, 500, 502, 503})
  void failsUnlessTheAnswerIs2xxAndSendsNothingAgain(int status) throws Exception {
    try (Receiver receiver = new Receiver(status);
        WebhookSender sender = sender("127.0.0.1")) {
      ApplicationFailure failure = failure(sender, call(receiver.url(), "key", "{}"));

      assertThat(failure.getType()).isEqualTo("WebhookRefused");
      assertThat(failure.isNonRetryable()).isFalse();
      assertThat(failure.getOriginalMessage()).startsWith("127.0.0.1 answered HTTP " + status);
      assertThat(failure.getDetails().get(FailureDetails.class))
          .isEqualTo(new FailureDetails(null, null, status));
      assertThat(receiver.received()).hasSize(1);
    }
  }

  @Test
  void failsWithoutAnAnswerAndSendsNothingAgain() throws Exception {
    try (Receiver receiver = new Receiver(Receiver.NO_ANSWER);
        WebhookSender sender = sender("127.0.0.1")) {
      assertUnavailable(failure(sender, call(receiver.url(), "key", "{}")));
      assertThat(receiver.received()).hasSize(1);
    }
  }

  @Test
  void failsWhenNobodyListens() throws Exception {
    Receiver gone = new Receiver(200);
    gone.close();
    try (WebhookSender sender = sender("127.0.0.1")) {
      assertUnavailable(failure(sender, call(gone.url(), "key", "{}")));
    }
  }

  private static void assertUnavailable(ApplicationFailure failure) {
    assertThat(failure.getType()).isEqualTo("ServiceUnavailable");
    assertThat(failure.isNonRetryable()).isFalse();
    assertThat(failure.getOriginalMessage()).startsWith("127.0.0.1 did not answer: ");
    assertThat(failure.getDetails().get(FailureDetails.class)).isEqualTo(FailureDetails.NONE);
  }

  @ParameterizedTest
  @CsvSource({
    "https://other.example.com/, host other.example.com is not among MEDIAJOBS_WEBHOOK_HOSTS",
    "https://a.hooks.example.com/, host a.hooks.example.com is not among",
    "https://hooks.example.com.evil.example/, host hooks.example.com.evil.example is not among",
    "https://hooks.example.com@evil.example/, host evil.example is not among",
    "https://evil.example#@hooks.example.com/, host evil.example is not among",
    "https://evil.example\\@hooks.example.com/, host evil.example is not among",
    "http://hooks.example.com/, plain http is for loopback addresses only",
    "HTTP://HOOKS.EXAMPLE.COM:443/, plain http is for loopback addresses only",
    "ftp://hooks.example.com/, expected an http or https URL",
    "hooks.example.com/path, expected an http or https URL",
    "https://hooks.example.com:99999/, expected an http or https URL",
  })
  void refusesWhatTheConfigurationDoesNotAllow(String url, String message) {
    try (WebhookSender sender = sender("hooks.example.com", "127.0.0.1")) {
      assertInvalid(failure(sender, call(url, "key", "{}")), "url: " + message);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "127.0.0.1", "LOCALHOST"})
  void takesPlainHttpToThisMachine(String host) throws Exception {
    try (Receiver receiver = new Receiver(200);
        WebhookSender sender = sender(host)) {
      String url = "http://" + host + ":" + receiver.port() + "/";
      send(sender, call(url, "key", "{}"));

      assertThat(receiver.received()).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void sendsNothingUnsigned(boolean empty) throws IOException {
    WebhookConfig config = new WebhookConfig(Set.of("127.0.0.1"), empty ? "" : null);
    try (Receiver receiver = new Receiver(200);
        WebhookSender sender = new WebhookSender(config, InstantSource.fixed(NOW))) {
      assertInvalid(
          failure(sender, call(receiver.url(), "key", "{}")),
          "url: MEDIAJOBS_WEBHOOK_SECRET of this worker is not set, and nothing is sent unsigned");
      assertThat(receiver.received()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[] | input: expected a JSON object, got []",
        "{'url':5} | url: expected a string, got 5",
        "{'idempotencyKey':'k','body':{}} | url: missing",
        "{'url':'http://127.0.0.1','body':{}} | idempotencyKey: missing",
        "{'url':'http://127.0.0.1','idempotencyKey':'k'} | body: missing",
      },
      quoteCharacter = '`')
  void refusesAnInputThatCanNeverWork(String input, String message) {
    try (WebhookSender sender = sender("127.0.0.1")) {
      assertInvalid(
          failure(sender, Json.embedded(input.replace('\'', '"')).orElseThrow()), message);
    }
  }

  private static void assertInvalid(ApplicationFailure failure, String message) {
    assertThat(failure.getType()).isEqualTo("InvalidRequest");
    assertThat(failure.isNonRetryable()).isTrue();
    assertThat(failure.getOriginalMessage()).startsWith(message);
  }

  private static WebhookSender sender(String... hosts) {
    return new WebhookSender(new WebhookConfig(Set.of(hosts), SECRET), InstantSource.fixed(NOW));
  }

  private static JsonNode call(String url, String key, String body) {
    return Json.tree(
        Map.of(
            "url",
            url,
            "idempotencyKey",
            key,
            "body",
            Json.embedded(body.replace('\'', '"')).orElseThrow()));
  }

  private void send(WebhookSender sender, JsonNode call) {
    temporal.registerActivitiesImplementations(sender);
    temporal.newActivityStub(Sending.class).send(call);
  }

  /** The failure of a post; none tells the secret. */
  private ApplicationFailure failure(WebhookSender sender, JsonNode call) {
    ActivityFailure failure = catchThrowableOfType(ActivityFailure.class, () -> send(sender, call));
    for (Throwable at = failure; at != null; at = at.getCause()) {
      assertThat(at.toString()).doesNotContain(SECRET);
    }
    return (ApplicationFailure) failure.getCause();
  }

  @ActivityInterface
  public interface Sending {
    @ActivityMethod(name = "SendWebhook")
    void send(JsonNode call);
  }
}
