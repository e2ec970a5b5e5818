package io.github.mediajobs.example;

import static io.github.mediajobs.operation.Operations.MEDIA_PRODUCING;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.mediajobs.api.ApiCredentials;
import io.github.mediajobs.api.CredentialsSource;
import io.github.mediajobs.client.MediaJobsClient;
import io.github.mediajobs.emulator.Emulator;
import io.github.mediajobs.emulator.EmulatorOptions;
import io.github.mediajobs.emulator.callback.CallbackOptions;
import io.github.mediajobs.emulator.callback.Forgery;
import io.github.mediajobs.emulator.callback.SentEvent;
import io.github.mediajobs.emulator.job.JobScript;
import io.temporal.spring.boot.TemporalOptionsCustomizer;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.worker.WorkerFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.support.GenericApplicationContext;

/** The whole application: its web server, Temporal's in-memory server, the emulated API. */
class ApplicationTest {
  private static final Duration LENGTH = Duration.ofMinutes(1);
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /**
   * Jobs end when the test moves their clock, so Temporal must not skip time by itself. No
   * configuration, or the scan of the application would give it to other tests.
   */
  static class RealTime {
    @Bean
    TemporalOptionsCustomizer<TestEnvironmentOptions.Builder> realTime() {
      return options -> options.setUseTimeskipping(false);
    }
  }

  private final CountDownLatch destroyed = new CountDownLatch(1);
  private volatile Runnable beforeEachRead = () -> {};
  private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);
  private final Emulator emulator =
      Emulator.start(EmulatorOptions.defaults().withClock(() -> Instant.now().plus(ahead.get())));
  private final int port = freePort();
  private final URI root = URI.create("http://127.0.0.1:" + port);
  private final URI events = root.resolve("/media-events");
  private final ConfigurableApplicationContext application =
      new SpringApplicationBuilder(Application.class, RealTime.class)
          .initializers(
              (GenericApplicationContext context) -> {
                context.registerBean(CredentialsSource.class, () -> this::credentials);
                context.registerBean(DisposableBean.class, () -> destroyed::countDown);
              })
          .run(
              "--server.address=127.0.0.1",
              "--server.port=" + port,
              "--spring.temporal.test-server.enabled=true",
              "--mediajobs.ice.endpoint=" + emulator.url(),
              "--mediajobs.callback.path=/media-events",
              "--mediajobs.callback.url=" + events,
              "--mediajobs.callback.keys=callback-key");

  @AfterEach
  void close() {
    application.close();
    emulator.close();
  }

  private ApiCredentials credentials() {
    beforeEachRead.run();
    return new ApiCredentials("emulator", "emulator", null);
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private CompletableFuture<HttpResponse<String>> get(String path) {
    return HTTP.sendAsync(
        HttpRequest.newBuilder(root.resolve(path)).build(), BodyHandlers.ofString());
  }

  private static String body(CompletableFuture<HttpResponse<String>> answer) throws Exception {
    return answer.get(60, TimeUnit.SECONDS).body();
  }

  private static void until(BooleanSupplier reached) {
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (!reached.getAsBoolean()) {
      assertThat(System.nanoTime()).isLessThan(end);
      LockSupport.parkNanos(5_000_000);
    }
  }

  @Test
  void anEventPostedToTheApplicationEndsTheWaitAtOnce() throws Exception {
    emulator.callbacks(CallbackOptions.to(events, "callback-key"));
    emulator.add(
        JobScript.succeeding(MEDIA_PRODUCING, "job-1", LENGTH)
            .withFinal("MediaURL", "https://example.com/out.mp4"));
    CompletableFuture<HttpResponse<String>> answer = get("/videos/job-1");
    until(() -> emulator.polls("job-1").total() > 0);
    ahead.set(LENGTH.plusSeconds(1));
    assertThat(body(answer)).isEqualTo("https://example.com/out.mp4");
    assertThat(emulator.polls("job-1").total()).isEqualTo(2);
  }

  @Test
  void aJobThatHasEndedIsToldAsItEnded() throws Exception {
    emulator.add(JobScript.failing(MEDIA_PRODUCING, "job-2", Duration.ZERO, "NoVideo", "no"));
    assertThat(body(get("/videos/job-2/end"))).isEqualTo("failed: NoVideo");
  }

  @Test
  void strangersAreAnsweredAsByTheWorkersOwnReceiver() throws Exception {
    HttpRequest.Builder unsigned = HttpRequest.newBuilder(events);
    assertThat(status(unsigned.POST(BodyPublishers.ofString("{}")))).isEqualTo(403);
    assertThat(status(unsigned.GET())).isEqualTo(405);
    assertThat(status(unsigned.method("OPTIONS", BodyPublishers.noBody()))).isEqualTo(405);
    emulator.callbacks(CallbackOptions.to(events, "callback-key"));
    emulator.event(MEDIA_PRODUCING, "nobody waits for it", true, null);
    emulator.event(MEDIA_PRODUCING, "nobody waits for it", true, Forgery.WRONG_SIGNATURE);
    emulator.event(MEDIA_PRODUCING, "nobody waits for it", true, Forgery.OLD_TIMESTAMP);
    until(() -> emulator.sentEvents().size() == 3);
    assertThat(emulator.sentEvents())
        .extracting(SentEvent::answered)
        .containsExactlyInAnyOrder(200, 403, 403);
  }

  private static int status(HttpRequest.Builder request) throws Exception {
    return HTTP.send(request.build(), BodyHandlers.discarding()).statusCode();
  }

  @Test
  void aReadUnderWayEndsBeforeAnythingOfTheApplicationDoes() throws Exception {
    CountDownLatch reading = new CountDownLatch(1);
    CountDownLatch stopping = new CountDownLatch(1);
    AtomicBoolean disturbed = new AtomicBoolean();
    beforeEachRead =
        () -> {
          reading.countDown();
          try {
            stopping.await();
            disturbed.set(destroyed.await(1, TimeUnit.SECONDS));
          } catch (InterruptedException e) {
            disturbed.set(true);
          }
        };
    emulator.add(JobScript.succeeding(MEDIA_PRODUCING, "job-3", Duration.ZERO));
    WorkerFactory workers = application.getBean(WorkerFactory.class);
    application.getBean(MediaJobsClient.class).await(MEDIA_PRODUCING, "job-3").start();
    assertThat(reading.await(60, TimeUnit.SECONDS)).isTrue();
    CompletableFuture<Void> closed = CompletableFuture.runAsync(application::close);
    until(workers::isShutdown);
    stopping.countDown();
    closed.get(60, TimeUnit.SECONDS);
    assertThat(disturbed).isFalse();
    assertThat(emulator.polls("job-3").total()).isEqualTo(1);
  }

  @Test
  void healthTellsThatTheWorkerPolls() throws Exception {
    JsonNode health = new ObjectMapper().readTree(body(get("/actuator/health")));
    assertThat(health.at("/status").textValue()).isEqualTo("UP");
    assertThat(health.at("/components/mediaJobs/details"))
        .isEqualTo(
            new ObjectMapper()
                .readTree(
                    "{\"temporal\":\"OK\",\"taskQueue\":\"media-jobs\",\"worker\":\"polling\"}"));
  }
}
