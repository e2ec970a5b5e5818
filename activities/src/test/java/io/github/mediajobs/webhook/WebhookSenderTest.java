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
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import okhttp3.Dns;
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

  private static final String NAME = "hooks.example.com";

  /** Public by its network, of which nobody was given a part. */
  private static final String PUBLIC = "2d00::1";

  private static final Duration LONG = Duration.ofSeconds(20);
  private static final Duration SHORT = Duration.ofMillis(500);

  private final List<String> lookups = new CopyOnWriteArrayList<>();
  private final TestActivityEnvironment temporal = TestActivityEnvironment.newInstance();
  private WebhookSender registered;

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
  @ValueSource(strings = {"127.0.0.1", "::1"})
  void takesAnAddressThatIsListedAsItIsWithoutALookup(String address) throws Exception {
    try (Receiver receiver = new Receiver(200, InetAddress.getAllByName(address)[0]);
        WebhookSender sender = sender(LONG, nobody(), address)) {
      String host = address.contains(":") ? "[" + address + "]" : address;
      send(sender, call("http://" + host + ":" + receiver.port() + "/", "key", "{}"));

      assertThat(receiver.received()).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "10.1.2.3",
        "::1",
        "fd00::1",
        "64:ff9b::10.0.0.1",
        PUBLIC + " 10.1.2.3",
        "10.1.2.3 " + PUBLIC,
      })
  void doesNotPostToANameWithAnyAddressThatIsNotPublic(String addresses) throws Exception {
    try (Receiver receiver = new Receiver(200);
        WebhookSender sender = sender(LONG, answering(addresses), NAME)) {
      ApplicationFailure failure =
          failure(sender, call("https://" + NAME + ":" + receiver.port() + "/", "key", "{}"));

      assertThat(failure.getType()).isEqualTo("ServiceUnavailable");
      assertThat(failure.isNonRetryable()).as("an answer may be wrong for a while").isFalse();
      assertThat(failure.getOriginalMessage())
          .startsWith("hooks.example.com was not posted to: it resolves to ")
          .contains("which is not a public address; MEDIAJOBS_WEBHOOK_HOSTS takes");
      assertThat(receiver.received()).isEmpty();
    }
  }

  @Test
  void connectsToTheAddressThatWasCheckedAndChecksAgainForTheNextPost() throws Exception {
    try (Receiver receiver = new Receiver(200);
        WebhookSender sender = sender(SHORT, answering(PUBLIC, "127.0.0.1"), NAME)) {
      JsonNode call = call("https://" + NAME + ":" + receiver.port() + "/", "key", "{}");

      assertThat(failure(sender, call).getOriginalMessage()).startsWith(NAME + " did not answer: ");
      assertThat(lookups).containsExactly(NAME);
      assertThat(failure(sender, call).getOriginalMessage())
          .startsWith(NAME + " was not posted to: it resolves to 127.0.0.1,");
      assertThat(lookups).containsExactly(NAME, NAME);
      assertThat(receiver.received()).isEmpty();
    }
  }

  @Test
  void opensAConnectionForEachPost() throws Exception {
    try (Receiver receiver = new Receiver(200);
        WebhookSender sender = sender("127.0.0.1")) {
      for (int post = 0; post < 3; post++) {
        send(sender, call(receiver.url(), "key", "{}"));
      }

      assertThat(receiver.received()).extracting(Received::clientPort).doesNotHaveDuplicates();
    }
  }

  @Test
  void usesNoProxyOfTheJvm() throws Exception {
    ProxySelector before = ProxySelector.getDefault();
    try (Receiver receiver = new Receiver(200);
        Receiver proxy = new Receiver(200)) {
      ProxySelector.setDefault(
          ProxySelector.of(new InetSocketAddress(InetAddress.getLoopbackAddress(), proxy.port())));
      try (WebhookSender sender = sender("127.0.0.1")) {
        send(sender, call(receiver.url(), "key", "{}"));
      }

      assertThat(receiver.received()).hasSize(1);
      assertThat(proxy.received()).isEmpty();
    } finally {
      ProxySelector.setDefault(before);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"user:pa55@", "user@", ":pa55@", "pa55%40evil:@"})
  void refusesAUrlWithAUserNameAndDoesNotRepeatIt(String user) throws Exception {
    try (Receiver receiver = new Receiver(200);
        WebhookSender sender = sender("127.0.0.1")) {
      String url = receiver.url().replace("127.0.0.1", user + "127.0.0.1");
      ApplicationFailure failure = failure(sender, call(url, "key", "{}"));

      assertInvalid(failure, "url: leave out the user name and the password");
      assertThat(failure.getOriginalMessage()).doesNotContain("pa55");
      assertThat(receiver.received()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 200 OK\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 9999999999\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n7fffffff\r\n",
      })
  void isDoneAtTheStatusHoweverLongTheBody(String head) throws Exception {
    try (RawReceiver receiver = new RawReceiver(head, "x".repeat(1 << 16));
        WebhookSender sender = sender("127.0.0.1")) {
      send(sender, call(receiver.url(), "key", "{}"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'HTTP/1.1 200 OK\r\n', 'x: y\r\n'",
    "'HTTP/1.1 ', '0'",
    "'', 'HTTP/1.1 100 Continue\r\n\r\n'",
  })
  void givesUpOnAnAnswerThatHasNoEnd(String start, String more) throws Exception {
    String escaped = "\\r\\n";
    try (RawReceiver receiver =
            new RawReceiver(start.replace(escaped, "\r\n"), more.replace(escaped, "\r\n"));
        WebhookSender sender = sender(Duration.ofSeconds(5), nobody(), "127.0.0.1")) {
      assertUnavailable(failure(sender, call(receiver.url(), "key", "{}")));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%s\r\n\r\n",
        "HTTP/1.1 2%s\r\n\r\n",
        "HTTP/1.1 500 %s\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.1 302 Found\r\nLocation: https://example.com/%s\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.1 400 Bad\r\n\r\n%s",
      })
  void doesNotTellASignatureThatTheReceiverRepeats(String answer) throws Exception {
    try (RawReceiver receiver = new RawReceiver(answer, "");
        WebhookSender sender = sender("127.0.0.1")) {
      ApplicationFailure failure = failure(sender, call(receiver.url(), "key", "{}"));

      assertThat(failure.getOriginalMessage()).doesNotContainPattern("[0-9a-f]{16}");
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void sendsNothingUnsigned(boolean empty) throws IOException {
    WebhookConfig config = new WebhookConfig(Set.of("127.0.0.1"), empty ? "" : null);
    try (Receiver receiver = new Receiver(200);
        WebhookSender sender =
            new WebhookSender(config, InstantSource.fixed(NOW), nobody(), LONG)) {
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

  private WebhookSender sender(String... hosts) {
    return sender(LONG, nobody(), hosts);
  }

  private static WebhookSender sender(Duration timeout, Dns resolver, String... hosts) {
    return new WebhookSender(
        new WebhookConfig(Set.of(hosts), SECRET), InstantSource.fixed(NOW), resolver, timeout);
  }

  /** A resolver that nobody may ask. */
  private static Dns nobody() {
    return host -> {
      throw new AssertionError("asked for " + host);
    };
  }

  /** A resolver that answers in turn, with addresses separated by spaces. */
  private Dns answering(String... answers) {
    return host -> {
      lookups.add(host);
      List<InetAddress> addresses = new ArrayList<>();
      for (String address : answers[Math.min(lookups.size(), answers.length) - 1].split(" ", -1)) {
        addresses.add(InetAddress.getByName(address));
      }
      return addresses;
    };
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
    if (registered != sender) {
      temporal.registerActivitiesImplementations(sender);
      registered = sender;
    }
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
