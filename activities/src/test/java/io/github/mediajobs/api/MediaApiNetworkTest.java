package io.github.mediajobs.api;

import static io.github.mediajobs.operation.Operations.PACKAGE;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mediajobs.failure.FailureDetails;
import io.github.mediajobs.failure.FailureType;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class MediaApiNetworkTest {
  private static final Duration LONG = Duration.ofSeconds(20);
  private static final Duration SHORT = Duration.ofMillis(200);
  private static final String OK =
      TestApi.response(PACKAGE, "\"JobId\":\"job-1\",\"Status\":\"Success\"");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "HTTP/1.1 200 OK\r\nContent-Le",
        "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"Job",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n20\r\n{\"Job",
        "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 3\r\n\r\nabc",
        "HTTP/1.1 204 No Content\r\nContent-Length: 5\r\n\r\n{\"a\":",
        "SSH-2.0-OpenSSH_9.2\r\n",
      })
  void tellsOfAnAnswerThatBreaksOff(String raw) throws Exception {
    try (ScriptedServer server = ScriptedServer.replying(Reply.cut(raw));
        MediaApi api = TestApi.of(server.url())) {
      assertUnavailable(TestApi.failure(api, PACKAGE, "job-1"), "");
      assertThat(server.received()).as("no silent resend").hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"Job", "{\"RequestId\":\"REQUEST-AND-HALF"})
  void keepsStatusAndRequestIdOfAnAnswerThatBreaksOff(String begun) throws Exception {
    Reply cut =
        Reply.cut("HTTP/1.1 200 OK\r\nx-acs-request-id: R2\r\nContent-Length: 100\r\n\r\n" + begun);
    try (ScriptedServer server = ScriptedServer.replying(cut);
        MediaApi api = TestApi.of(server.url())) {
      assertThat(TestApi.failure(api, PACKAGE, "job-1").details())
          .isEqualTo(new FailureDetails(null, "R2", 200));
    }
  }

  @Test
  void doesNotSendAgainOnAConnectionThatEndsWithoutAnAnswer() throws Exception {
    try (ScriptedServer server =
            ScriptedServer.replying(Reply.json(200, OK), Reply.cut(""), Reply.json(200, OK));
        MediaApi api = TestApi.of(server.url())) {
      api.read(PACKAGE, "job-1", null);
      assertUnavailable(TestApi.failure(api, PACKAGE, "job-1"), "");
      assertThat(server.received()).hasSize(2);
      api.read(PACKAGE, "job-1", null);
    }
  }

  @Test
  void usesTheProxyOfTheJvmForHttpsOnlyAndTellsItNothing() throws Exception {
    ProxySelector before = ProxySelector.getDefault();
    try (ScriptedServer proxy = ScriptedServer.replying(Reply.json(403, ""));
        ScriptedServer server = ScriptedServer.replying(Reply.json(200, OK))) {
      InetAddress here = InetAddress.getLoopbackAddress();
      ProxySelector.setDefault(
          ProxySelector.of(new InetSocketAddress(here, proxy.url().getPort())));
      try (MediaApi plain = TestApi.of(server.url());
          MediaApi encrypted = TestApi.of(URI.create("https://ice.example.com"))) {
        plain.read(PACKAGE, "job-1", null);
        assertThat(proxy.received()).isEmpty();

        assertUnavailable(TestApi.failure(encrypted, PACKAGE, "job-1"), "CONNECT: 403");
        assertThat(proxy.received()).hasSize(1);
        assertThat(proxy.received().get(0).line())
            .isEqualTo("CONNECT ice.example.com:443 HTTP/1.1");
        assertThat(proxy.received().get(0).headers())
            .doesNotContainKeys("authorization", "x-acs-security-token");
      }
    } finally {
      ProxySelector.setDefault(before);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "HTTP/1.1 200 OK\r\nContent-Le",
        "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{"
      })
  void givesUpAfterTheCallTimeoutWhereverTheServerFallsSilent(String raw) throws Exception {
    try (ScriptedServer server = ScriptedServer.replying(Reply.stall(raw));
        MediaApi api = new MediaApi(config(server, SHORT), () -> TestApi.KEY, fixed())) {
      assertUnavailable(TestApi.failure(api, PACKAGE, "job-1"), "no answer in time");
      server.take();
      assertThat(server.received()).as("no silent resend").isEmpty();
    }
  }

  @Test
  void givesUpAfterTheCallTimeout() throws Exception {
    AtomicLong nanoTime = new AtomicLong();
    // The read begins, and its one call has a second left.
    LongSupplier late = () -> nanoTime.getAndSet(Duration.ofSeconds(19).toNanos());
    try (ScriptedServer server = ScriptedServer.replying(Reply.stall(""));
        MediaApi api = TestApi.of(server.url(), late)) {
      assertUnavailable(TestApi.failure(api, PACKAGE, "job-1"), "the call timeout is over");
      assertThat(server.received()).as("no silent resend").hasSizeLessThanOrEqualTo(1);
    }
  }

  @Test
  void givesTheSecondCallOnlyWhatTheFirstHasLeft() throws Exception {
    assertSecondCall(Duration.ofSeconds(19), "the call timeout is over");
  }

  @Test
  void makesNoSecondCallWhenNoTimeIsLeft() throws Exception {
    assertThat(assertSecondCall(LONG, "the call timeout was over before the call")).isEqualTo(1);
  }

  private static int assertSecondCall(Duration first, String message) throws Exception {
    AtomicLong nanoTime = new AtomicLong(Long.MAX_VALUE);
    ScriptedServer slow =
        ScriptedServer.answering(
            (request, number) -> {
              nanoTime.addAndGet(first.toNanos());
              return number == 0
                  ? Reply.json(400, "{\"Code\":\"SignatureNonceUsed\"}")
                  : Reply.stall("");
            });
    try (slow;
        MediaApi api = TestApi.of(slow.url(), nanoTime::get)) {
      assertUnavailable(TestApi.failure(api, PACKAGE, "job-1"), message);
      return slow.received().size();
    }
  }

  @Test
  void stopsAtOnceWhenInterruptedAndKeepsTheFlag() throws Exception {
    try (ScriptedServer server = ScriptedServer.replying(Reply.stall(""));
        MediaApi api = new MediaApi(config(server, LONG), () -> TestApi.KEY, fixed())) {
      CompletableFuture<ApiException> failure = new CompletableFuture<>();
      AtomicBoolean flag = new AtomicBoolean();
      Thread reader =
          new Thread(
              () -> {
                ApiException caught = TestApi.failure(api, PACKAGE, "job-1");
                flag.set(Thread.currentThread().isInterrupted());
                failure.complete(caught);
              });
      reader.start();
      server.take();
      reader.interrupt();

      assertUnavailable(failure.get(30, TimeUnit.SECONDS), "interrupted");
      assertThat(flag).isTrue();
      server.awaitEnd();
    }
  }

  @Test
  void endsCallsInFlightWhenClosed() throws Exception {
    try (ScriptedServer server = ScriptedServer.replying(Reply.stall(""))) {
      MediaApi api = new MediaApi(config(server, LONG), () -> TestApi.KEY, fixed());
      CompletableFuture<ApiException> failure =
          CompletableFuture.supplyAsync(() -> TestApi.failure(api, PACKAGE, "job-1"));
      server.take();
      api.close();

      assertUnavailable(failure.get(30, TimeUnit.SECONDS), "the client is closed");
      assertUnavailable(TestApi.failure(api, PACKAGE, "job-1"), "the client is closed");
    }
  }

  @Test
  void tellsOfAServerThatIsNotThere() throws Exception {
    ScriptedServer gone = ScriptedServer.replying(Reply.stall(""));
    gone.close();
    try (MediaApi api = TestApi.of(gone.url())) {
      assertUnavailable(TestApi.failure(api, PACKAGE, "job-1"), "127.0.0.1");
    }
  }

  @Test
  void tellsOfAHostThatDnsDoesNotKnow() {
    try (MediaApi api = TestApi.of(URI.create("https://mediajobs.invalid"))) {
      assertUnavailable(TestApi.failure(api, PACKAGE, "job-1"), "mediajobs.invalid did not answer");
    }
  }

  @Test
  void tellsOfAServerThatSpeaksNoTls() throws Exception {
    try (ServerSocket server =
            new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
        MediaApi api = TestApi.of(URI.create("https://127.0.0.1:" + server.getLocalPort()))) {
      CompletableFuture<ApiException> failure =
          CompletableFuture.supplyAsync(() -> TestApi.failure(api, PACKAGE, "job-1"));
      try (Socket socket = server.accept()) {
        assertThat(socket.getInputStream().read(new byte[8192])).isPositive();
        socket.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(US_ASCII));
      }
      assertUnavailable(failure.get(30, TimeUnit.SECONDS), "TLS");
    }
  }

  private static void assertUnavailable(ApiException failure, String message) {
    assertThat(failure.type()).isEqualTo(FailureType.SERVICE_UNAVAILABLE);
    assertThat(failure).hasMessageContaining(message);
    assertThat(failure.getMessage()).doesNotContain("\n", "\r");
  }

  private static InstantSource fixed() {
    return InstantSource.fixed(TestApi.NOW);
  }

  private static ApiConfig config(ScriptedServer server, Duration call) {
    ApiConfig config = TestApi.config(server.url());
    return new ApiConfig(
        config.region(),
        config.endpoints(),
        config.callsPerSecond(),
        call,
        call,
        config.maxResponseBytes());
  }
}
