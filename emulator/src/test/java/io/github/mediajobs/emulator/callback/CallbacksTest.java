package io.github.mediajobs.emulator.callback;

import static io.github.mediajobs.emulator.client.MovableClock.START;
import static io.github.mediajobs.operation.Operations.DYNAMIC_IMAGE;
import static io.github.mediajobs.operation.Operations.IPRODUCTION;
import static io.github.mediajobs.operation.Operations.MEDIA_PRODUCING;
import static io.github.mediajobs.operation.Operations.PACKAGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mediajobs.emulator.Emulator;
import io.github.mediajobs.emulator.EmulatorOptions;
import io.github.mediajobs.emulator.callback.SentEvent.Fate;
import io.github.mediajobs.emulator.client.MovableClock;
import io.github.mediajobs.emulator.job.JobScript;
import io.github.mediajobs.operation.Catalogue;
import io.github.mediajobs.operation.JobOperation;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CallbacksTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final MovableClock clock = new MovableClock();
  private final Emulator emulator = Emulator.start(EmulatorOptions.defaults().withClock(clock));
  private Receiver receiver;

  static Stream<JobOperation<?>> withEvents() {
    return Catalogue.standard().operations().stream().filter(it -> it.event() != null);
  }

  @BeforeEach
  void open() throws Exception {
    receiver = new Receiver();
  }

  @AfterEach
  void close() {
    emulator.close();
    receiver.close();
  }

  private void post(UnaryOperator<CallbackOptions> how) {
    emulator.callbacks(how.apply(CallbackOptions.to(receiver.url(), "k1")));
  }

  private List<SentEvent> sent(int count) {
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (emulator.sentEvents().size() < count && System.nanoTime() < end) {
      LockSupport.parkNanos(1_000_000);
    }
    assertThat(emulator.sentEvents()).hasSize(count);
    return emulator.sentEvents();
  }

  private String signature(String timestamp, String key) throws Exception {
    return HexFormat.of()
        .formatHex(
            MessageDigest.getInstance("MD5")
                .digest(
                    (receiver.url() + "|" + timestamp + "|" + key)
                        .getBytes(StandardCharsets.UTF_8)));
  }

  @ParameterizedTest
  @MethodSource("withEvents")
  void theEndOfAJobIsPostedInTheVendorsEnvelope(JobOperation<?> operation) throws Exception {
    post(it -> it);
    emulator.add(JobScript.succeeding(operation, "good\n", MINUTE));
    emulator.add(JobScript.failing(operation, "bad", MINUTE.plusSeconds(1), "No", "no"));
    clock.move(MINUTE);
    Receiver.Post good = receiver.take();
    assertThat(good.method()).isEqualTo("POST");
    assertThat(good.body())
        .hasToString(
            "{\"EventType\":\"%s\",\"UserId\":1234567890123456,".formatted(operation.event())
                + "\"EventTime\":\"2026-01-02T03:05:05Z\","
                + "\"MessageBody\":{\"JobId\":\"good\\n\",\"Status\":\"Success\"}}");
    assertThat(good.timestamp()).isEqualTo("" + START.plus(MINUTE).getEpochSecond());
    assertThat(good.signature()).isEqualTo(signature(good.timestamp(), "k1"));
    clock.move(Duration.ofSeconds(1));
    assertThat(receiver.take().status()).isEqualTo("Fail");
    assertThat(sent(2))
        .extracting(SentEvent::endedAt)
        .containsExactlyInAnyOrder(START.plus(MINUTE), START.plus(MINUTE).plusSeconds(1));
  }

  @Test
  void packagesAndLiveSnapshotsHaveNone() throws Exception {
    post(it -> it);
    Catalogue.standard()
        .operations()
        .forEach(it -> emulator.add(JobScript.succeeding(it, it.alias(), MINUTE)));
    clock.move(MINUTE.multipliedBy(2));
    assertThat(sent(3))
        .extracting(SentEvent::jobId)
        .containsExactlyInAnyOrder("dynamic-image", "media-producing", "iproduction");
    assertThatThrownBy(() -> emulator.event(PACKAGE, "j1", true, null))
        .hasMessage("operation: GetPackageJob has no event");
  }

  @Test
  void nothingIsSignedWithoutAKey() throws Exception {
    emulator.callbacks(CallbackOptions.to(receiver.url(), null));
    emulator.event(IPRODUCTION, "j1", true, null);
    assertThat(receiver.take())
        .returns(null, Receiver.Post::timestamp)
        .returns(null, Receiver.Post::signature);
  }

  @Test
  void aRefusedEventIsTriedThreeTimesInAll() throws Exception {
    post(it -> it);
    receiver.refuse(5);
    emulator.event(DYNAMIC_IMAGE, "j1", true, null);
    emulator.event(DYNAMIC_IMAGE, "j2", true, null);
    assertThat(sent(2))
        .satisfiesExactlyInAnyOrder(
            it ->
                assertThat(it)
                    .returns(3, SentEvent::tries)
                    .returns(503, SentEvent::answered)
                    .returns(Fate.GIVEN_UP, SentEvent::fate),
            it ->
                assertThat(it)
                    .returns(3, SentEvent::tries)
                    .returns(200, SentEvent::answered)
                    .returns(Fate.DELIVERED, SentEvent::fate));
    assertThat(receiver.left()).isEqualTo(6);
  }

  @Test
  void aReceiverThatIsAwayHasNoAnswer() {
    receiver.close();
    post(it -> it);
    emulator.event(DYNAMIC_IMAGE, "j1", true, null);
    assertThat(sent(1).get(0)).returns(null, SentEvent::answered).returns(3, SentEvent::tries);
  }

  @Test
  void sharesOfTheEventsAreDroppedAndForged() {
    post(it -> it.dropping(0.5).forging(0.1, Forgery.WRONG_SIGNATURE));
    for (int i = 0; i < 100; i++) {
      emulator.add(JobScript.succeeding(DYNAMIC_IMAGE, "j" + i, MINUTE));
    }
    clock.move(MINUTE);
    List<SentEvent> sent = sent(100);
    assertThat(sent).filteredOn(it -> it.fate() == Fate.DROPPED).hasSizeBetween(49, 51);
    assertThat(sent).filteredOn(it -> it.forgery() != null).hasSizeBetween(9, 11);
    assertThat(receiver.left()).isBetween(49, 51);
  }

  @Test
  void eventsAreRepeated() throws Exception {
    post(it -> it.repeating(3));
    emulator.add(JobScript.succeeding(MEDIA_PRODUCING, "j1", Duration.ZERO));
    sent(3);
    for (int i = 0; i < 3; i++) {
      assertThat(receiver.take().jobId()).isEqualTo("j1");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "WRONG_SIGNATURE, 0, not-k1, Success",
    "OLD_TIMESTAMP, 3600, k1, Success",
    "WRONG_STATUS, 0, k1, Fail"
  })
  void eventsAreForged(Forgery forgery, long age, String key, String status) throws Exception {
    post(it -> it);
    emulator.event(MEDIA_PRODUCING, "j1", true, forgery);
    Receiver.Post post = receiver.take();
    Instant signedAt = Instant.ofEpochSecond(Long.parseLong(post.timestamp()));
    assertThat(Duration.between(signedAt, START)).isEqualTo(Duration.ofSeconds(age));
    assertThat(post.signature()).isEqualTo(signature(post.timestamp(), key));
    assertThat(post.status()).isEqualTo(status);
    assertThat(sent(1)).extracting(SentEvent::forgery).containsExactly(forgery);
  }

  @Test
  void onlyEndsThatCameAboutAreTold() {
    emulator.add(JobScript.succeeding(DYNAMIC_IMAGE, "ended before", Duration.ZERO));
    emulator.add(JobScript.succeeding(DYNAMIC_IMAGE, "known before", MINUTE));
    emulator.add(JobScript.succeeding(DYNAMIC_IMAGE, "replaced", MINUTE));
    post(it -> it);
    emulator.add(JobScript.succeeding(DYNAMIC_IMAGE, "replaced", MINUTE.multipliedBy(9)));
    clock.move(MINUTE.multipliedBy(2));
    assertThat(sent(1)).extracting(SentEvent::jobId).containsExactly("known before");
    emulator.clearJobs();
    clock.move(MINUTE.multipliedBy(9));
    emulator.event(DYNAMIC_IMAGE, "the last", true, null);
    assertThat(sent(2).get(1).jobId()).isEqualTo("the last");
  }

  @Test
  void aResetPutsBackWhatItBeganWith() throws Exception {
    CallbackOptions first = CallbackOptions.to(receiver.url(), "k1");
    try (Emulator own = Emulator.start(EmulatorOptions.defaults().withCallbacks(first))) {
      own.noCallbacks();
      own.event(DYNAMIC_IMAGE, "j1", true, null);
      assertThat(own.sentEvents()).extracting(SentEvent::fate).containsExactly(Fate.DROPPED);
      own.reset();
      own.event(DYNAMIC_IMAGE, "j2", true, null);
      assertThat(receiver.take().jobId()).isEqualTo("j2");
    }
    assertThat(first.toString()).contains("signed=true").doesNotContain("k1");
  }
}
