package io.github.mediajobs.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mediajobs.failure.InvalidRequestException;
import io.github.mediajobs.job.IProductionJob;
import io.github.mediajobs.operation.Catalogue;
import io.github.mediajobs.operation.JobOperation;
import io.github.mediajobs.operation.JobState;
import io.github.mediajobs.operation.Service;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the receiver takes over real HTTP, and what it says of it. */
class CallbackReceiverTest {
  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
  private static final String URL = "https://media.example.com/callbacks?tenant=1";
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static final CallbackConfig SIGNED =
      new CallbackConfig(0, "127.0.0.1", List.of("new-key", "old-key"), URL);
  private static final CallbackConfig UNSIGNED =
      new CallbackConfig(0, "127.0.0.1", List.of(), null);

  private final BlockingQueue<String> told = new LinkedBlockingQueue<>();

  private CallbackReceiver receiver(CallbackConfig config) {
    return receiver(config, (action, jobId) -> told.add(action + " " + jobId));
  }

  private static CallbackReceiver receiver(
      CallbackConfig config, BiConsumer<String, String> event) {
    return CallbackReceiver.start(config, Catalogue.standard(), InstantSource.fixed(NOW), event);
  }

  private static String envelope(String type, String jobId) {
    return ("{\"EventType\":\"%s\",\"UserId\":12345,\"EventTime\":\"2026-01-02T03:04:05Z\","
            + "\"MessageBody\":{\"JobId\":\"%s\",\"Status\":\"Success\",\"Extra\":[1]}}")
        .formatted(type, jobId);
  }

  /** A request, right but for what a row changes. */
  private record Sent(String method, long timestamp, String key, String signature, String body) {
    static Sent right() {
      return new Sent(
          "POST", NOW.getEpochSecond(), "new-key", null, envelope("ProduceMediaComplete", "j1"));
    }

    Sent method(String other) {
      return new Sent(other, timestamp, key, signature, body);
    }

    Sent later(long seconds) {
      return new Sent(method, timestamp + seconds, key, signature, body);
    }

    Sent key(String other) {
      return new Sent(method, timestamp, other, signature, body);
    }

    Sent signature(String text) {
      return new Sent(method, timestamp, key, text, body);
    }

    Sent body(String other) {
      return new Sent(method, timestamp, key, signature, other);
    }

    int to(CallbackReceiver receiver) throws Exception {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + receiver.port() + "/any/path"))
              .method(method, BodyPublishers.ofString(body));
      if (key != null) {
        String right = md5(URL + "|" + timestamp + "|" + key);
        request
            .header("X-ICE-TIMESTAMP", Long.toString(timestamp))
            .header("X-ICE-SIGNATURE", signature == null ? right : signature);
      }
      return CLIENT.send(request.build(), BodyHandlers.discarding()).statusCode();
    }
  }

  private static String md5(String text) throws Exception {
    return HexFormat.of()
        .formatHex(MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  /** A request that is refused. */
  record Refused(String what, int status, UnaryOperator<Sent> change) {
    @Override
    public String toString() {
      return what;
    }
  }

  static Stream<Refused> refused() {
    return Stream.of(
        new Refused("GET", 405, it -> it.method("GET")),
        new Refused("PUT", 405, it -> it.method("PUT")),
        new Refused("no signature", 403, it -> it.key(null)),
        new Refused("another key", 403, it -> it.key("other-key")),
        new Refused("an empty key", 403, it -> it.key("")),
        new Refused("an empty signature", 403, it -> it.signature("")),
        new Refused("a signature cut short", 403, it -> it.signature("c72b6089")),
        new Refused("301 s old", 403, it -> it.later(-301)),
        new Refused("301 s ahead", 403, it -> it.later(301)),
        new Refused("a body past 64 KiB", 413, it -> it.body("x".repeat((64 << 10) + 1))),
        new Refused("no body", 400, it -> it.body("")),
        new Refused("no JSON", 400, it -> it.body("{\"EventType\":")),
        new Refused("an array", 400, it -> it.body("[]")),
        new Refused("no type", 400, it -> it.body("{\"MessageBody\":{\"JobId\":\"j1\"}}")),
        new Refused("a number for a type", 400, it -> it.body("{\"EventType\":1}")),
        new Refused("no job", 400, it -> it.body("{\"EventType\":\"ProduceMediaComplete\"}")),
        new Refused(
            "a number for an id",
            400,
            it -> it.body(envelope("ProduceMediaComplete", "1").replace("\"1\"", "1"))),
        new Refused("a blank id", 400, it -> it.body(envelope("ProduceMediaComplete", "  "))),
        new Refused(
            "an id past 256",
            400,
            it -> it.body(envelope("ProduceMediaComplete", "x".repeat(257)))));
  }

  @ParameterizedTest
  @MethodSource("refused")
  void whatIsNoSignedEventIsRefused(Refused row) throws Exception {
    try (CallbackReceiver receiver = receiver(SIGNED)) {
      assertThat(row.change.apply(Sent.right()).to(receiver)).isEqualTo(row.status);
      assertThat(Sent.right().body(envelope("AIProduceComplete", "last")).to(receiver))
          .isEqualTo(200);
    }
    assertThat(told.poll(20, TimeUnit.SECONDS)).isEqualTo("QueryIProductionJob last");
    assertThat(told).isEmpty();
  }

  @Test
  void signaturesOfBothKeysWithinFiveMinutesAreTaken() throws Exception {
    try (CallbackReceiver receiver = receiver(SIGNED)) {
      for (Sent sent :
          List.of(
              Sent.right(),
              Sent.right().key("old-key"),
              Sent.right().later(-300),
              Sent.right().later(300),
              Sent.right()
                  .signature(
                      md5(URL + "|" + NOW.getEpochSecond() + "|new-key")
                          .toUpperCase(Locale.ROOT)))) {
        assertThat(sent.to(receiver)).isEqualTo(200);
        assertThat(told.poll(20, TimeUnit.SECONDS)).isEqualTo("GetMediaProducingJob j1");
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "DynamicImageComplete, GetDynamicImageJob",
    "ProduceMediaComplete, GetMediaProducingJob",
    "AIProduceComplete, QueryIProductionJob"
  })
  void anEventMeansItsOperation(String type, String action) throws Exception {
    try (CallbackReceiver receiver = receiver(UNSIGNED)) {
      assertThat(Sent.right().key(null).body(envelope(type, "a b\\n")).to(receiver)).isEqualTo(200);
      assertThat(told.poll(20, TimeUnit.SECONDS)).isEqualTo(action + " a b\n");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"FileUploadComplete", "LiveSnapshotFileCreated", "produceMediaComplete"})
  void anEventThatMeansNoOperationIsTakenAndForgotten(String type) throws Exception {
    try (CallbackReceiver receiver = receiver(UNSIGNED)) {
      assertThat(Sent.right().body("{\"EventType\":\"%s\"}".formatted(type)).to(receiver))
          .isEqualTo(200);
      assertThat(Sent.right().to(receiver)).isEqualTo(200);
      assertThat(told.poll(20, TimeUnit.SECONDS)).isEqualTo("GetMediaProducingJob j1");
    }
  }

  @Test
  void anEventMayMeanSeveralOperations() throws Exception {
    JobOperation<IProductionJob> twin =
        JobOperation.of(Service.ICE, "GetTwinJob", IProductionJob.class)
            .status(JobState.SUCCEEDED, "Success")
            .event("AIProduceComplete")
            .build();
    try (CallbackReceiver receiver =
        CallbackReceiver.start(
            UNSIGNED,
            Catalogue.standard().with(twin),
            InstantSource.fixed(NOW),
            (action, jobId) -> told.add(action))) {
      Sent.right().body(envelope("AIProduceComplete", "j1")).to(receiver);
      String first = told.poll(20, TimeUnit.SECONDS);
      assertThat(List.of(first, told.poll(20, TimeUnit.SECONDS)))
          .containsExactly("QueryIProductionJob", "GetTwinJob");
    }
  }

  @Test
  void aListenerThatFailsMissesOneEventOnly() throws Exception {
    BiConsumer<String, String> failing =
        (action, jobId) -> {
          told.add(jobId);
          throw new IllegalStateException("no");
        };
    try (CallbackReceiver receiver = receiver(UNSIGNED, failing)) {
      for (int i = 0; i < 6; i++) {
        assertThat(Sent.right().to(receiver)).isEqualTo(200);
        assertThat(told.poll(20, TimeUnit.SECONDS)).isEqualTo("j1");
      }
    }
  }

  @Test
  void eventsAreAnsweredAtOnceUntilAThousandWait() throws Exception {
    CountDownLatch slow = new CountDownLatch(1);
    BiConsumer<String, String> waiting =
        (action, jobId) -> {
          try {
            slow.await();
            told.add(jobId);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        };
    try (CallbackReceiver receiver = receiver(UNSIGNED, waiting)) {
      for (int i = 0; i < 1_004; i++) {
        assertThat(Sent.right().to(receiver)).isEqualTo(200);
      }
      assertThat(Sent.right().to(receiver)).isEqualTo(503);
      slow.countDown();
      for (int i = 0; i < 1_004; i++) {
        assertThat(told.poll(20, TimeUnit.SECONDS)).isEqualTo("j1");
      }
      assertThat(Sent.right().to(receiver)).isEqualTo(200);
    }
  }

  @Test
  void aPortThatIsTakenIsAnErrorThatNamesTheVariable() {
    try (CallbackReceiver receiver = receiver(UNSIGNED)) {
      CallbackConfig same = new CallbackConfig(receiver.port(), "127.0.0.1", List.of(), null);
      assertThatThrownBy(() -> receiver(same))
          .isInstanceOf(InvalidRequestException.class)
          .hasMessageContaining("MEDIAJOBS_CALLBACK_PORT")
          .hasMessageContaining("choose another port");
    }
  }

  @Test
  void everyEventOfTheCatalogueHasItsLineHere() {
    assertThat(
            Catalogue.standard().operations().stream()
                .filter(it -> it.event() != null)
                .map(JobOperation::event)
                .collect(Collectors.toSet()))
        .containsExactlyInAnyOrder(
            "DynamicImageComplete", "ProduceMediaComplete", "AIProduceComplete");
  }
}
