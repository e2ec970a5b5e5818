package io.github.mediajobs.api;

import static io.github.mediajobs.operation.Operations.PACKAGE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mediajobs.failure.FailureType;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the client does to connections and threads. */
@Timeout(15)
class MediaApiConnectionTest {
  private static final Reply OK =
      Reply.json(200, TestApi.response(PACKAGE, "\"JobId\":\"job-1\",\"Status\":\"Success\""));

  @Test
  void makesAsManyCallsAtOnceAsItIsAskedFor() throws Exception {
    int calls = 70;
    CountDownLatch arrived = new CountDownLatch(calls);
    ScriptedServer server =
        ScriptedServer.answering(
            (request, number) -> {
              arrived.countDown();
              await(arrived);
              return OK;
            });
    ExecutorService readers = Executors.newFixedThreadPool(calls);
    try (server;
        MediaApi api = TestApi.of(server.url())) {
      assertThat(
              Stream.generate(() -> CompletableFuture.supplyAsync(() -> status(api), readers))
                  .limit(calls)
                  .toList())
          .allSatisfy(it -> assertThat(it.join()).isEqualTo("Success"));
    } finally {
      readers.shutdownNow();
    }
  }

  @Test
  void givesUpTheConnectionOnceTheCallTimeoutIsOver() throws Exception {
    AtomicLong nanoTime = new AtomicLong();
    LongSupplier late = () -> nanoTime.getAndSet(Duration.ofSeconds(19).toNanos());
    try (ScriptedServer server = ScriptedServer.replying(Reply.stall(""));
        MediaApi api = TestApi.of(server.url(), late)) {
      assertThat(TestApi.failure(api, PACKAGE, "job-1").type())
          .isEqualTo(FailureType.SERVICE_UNAVAILABLE);
      server.take();
      server.awaitEnd();
    }
  }

  @Test
  void leavesNoConnectionOpenWhenClosed() throws Exception {
    try (ScriptedServer server = ScriptedServer.replying(OK)) {
      try (MediaApi api = TestApi.of(server.url())) {
        api.read(PACKAGE, "job-1", null);
      }
      server.awaitEnd();
    }
  }

  @Test
  void keepsNoProcessAlive() throws Exception {
    try (ScriptedServer server = ScriptedServer.replying(OK);
        MediaApi api = TestApi.of(server.url())) {
      api.read(PACKAGE, "job-1", null);
      assertThat(Thread.getAllStackTraces().keySet())
          .filteredOn(it -> it.getName().matches("(OkHttp|Okio|mediajobs-).*"))
          .isNotEmpty()
          .allMatch(Thread::isDaemon);
    }
  }

  private static String status(MediaApi api) {
    try {
      return api.read(PACKAGE, "job-1", null).job().path("Status").asText();
    } catch (ApiException e) {
      return e.getMessage();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
