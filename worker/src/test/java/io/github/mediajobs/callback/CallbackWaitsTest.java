package io.github.mediajobs.callback;

import static io.github.mediajobs.operation.Operations.DYNAMIC_IMAGE;
import static io.github.mediajobs.operation.Operations.IPRODUCTION;
import static io.github.mediajobs.operation.Operations.MEDIA_PRODUCING;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mediajobs.api.ApiConfig;
import io.github.mediajobs.api.ApiCredentials;
import io.github.mediajobs.client.JobHandle;
import io.github.mediajobs.client.MediaJobsClient;
import io.github.mediajobs.emulator.Emulator;
import io.github.mediajobs.emulator.EmulatorOptions;
import io.github.mediajobs.emulator.callback.CallbackOptions;
import io.github.mediajobs.emulator.callback.Forgery;
import io.github.mediajobs.emulator.callback.SentEvent;
import io.github.mediajobs.emulator.callback.SentEvent.Fate;
import io.github.mediajobs.emulator.job.JobScript;
import io.github.mediajobs.operation.Catalogue;
import io.github.mediajobs.operation.JobOperation;
import io.github.mediajobs.operation.Service;
import io.github.mediajobs.outcome.OutcomeKind;
import io.github.mediajobs.webhook.WebhookConfig;
import io.github.mediajobs.wire.Outcome;
import io.github.mediajobs.wire.Polling;
import io.github.mediajobs.worker.MediaJobsPlugin;
import io.github.mediajobs.worker.Pollings;
import io.github.mediajobs.worker.WorkerConfig;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.WorkerFactoryOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Waits, callbacks and polls together; jobs end when the test moves their clock. */
class CallbackWaitsTest {
  private static final int JOBS = 100;
  private static final String KEY = "callback-key";
  private static final Duration LENGTH = Duration.ofMinutes(1);
  private static final List<JobOperation<?>> OPERATIONS =
      List.of(DYNAMIC_IMAGE, MEDIA_PRODUCING, IPRODUCTION);

  private final int port = freePort();
  private final URI url = URI.create("http://127.0.0.1:" + port + "/callbacks");
  private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);
  private final Emulator emulator =
      Emulator.start(EmulatorOptions.defaults().withClock(() -> Instant.now().plus(ahead.get())));
  private final MediaJobsPlugin plugin =
      new MediaJobsPlugin(
          new WorkerConfig(
                  "media-jobs",
                  Catalogue.standard(),
                  ApiConfig.defaults()
                      .withEndpoint(Service.ICE, emulator.url())
                      .withEndpoint(Service.MPS, emulator.url())
                      .withCallsPerSecond(10_000),
                  () -> new ApiCredentials("emulator", "emulator", null),
                  WebhookConfig.NONE)
              .withCallbacks(
                  new CallbackConfig(port, "127.0.0.1", List.of("other", KEY), url.toString())));
  private final TestWorkflowEnvironment temporal =
      TestWorkflowEnvironment.newInstance(
          TestEnvironmentOptions.newBuilder()
              .setUseTimeskipping(false)
              .setWorkerFactoryOptions(WorkerFactoryOptions.newBuilder().setPlugins(plugin).build())
              .build());
  private final MediaJobsClient client = MediaJobsClient.create(temporal.getWorkflowClient());
  private final Map<String, JobHandle<Outcome>> waits = new LinkedHashMap<>();

  @AfterEach
  void close() {
    temporal.close();
    plugin.close();
    emulator.close();
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean fails(int number) {
    return number % 5 == 0;
  }

  /** Waits for jobs that end a minute from now, every fifth badly; returns once each was read. */
  private void await(Polling polling, UnaryOperator<CallbackOptions> how) {
    temporal.start();
    emulator.callbacks(how.apply(CallbackOptions.to(url, KEY)));
    for (int i = 0; i < JOBS; i++) {
      JobOperation<?> operation = OPERATIONS.get(i % OPERATIONS.size());
      String jobId = "job-" + i;
      emulator.add(
          fails(i)
              ? JobScript.failing(operation, jobId, LENGTH, "No", "no")
              : JobScript.succeeding(operation, jobId, LENGTH));
      waits.put(jobId, client.await(operation, jobId).polling(polling).startUntyped());
    }
    until(() -> waits.keySet().stream().allMatch(id -> emulator.polls(id).total() > 0));
  }

  private void end() {
    ahead.set(LENGTH.plusSeconds(1));
  }

  private static void until(BooleanSupplier reached) {
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (!reached.getAsBoolean()) {
      assertThat(System.nanoTime()).isLessThan(end);
      LockSupport.parkNanos(5_000_000);
    }
  }

  private void assertOutcomes() {
    int number = 0;
    for (JobHandle<Outcome> wait : waits.values()) {
      assertThat(wait.result().outcome())
          .as(wait.workflowId())
          .isEqualTo(fails(number++) ? OutcomeKind.FAILED : OutcomeKind.SUCCEEDED);
    }
  }

  @Test
  void everyEndIsNoticedByItsEventAndReadOnce() {
    await(Pollings.NEVER_AGAIN, it -> it);
    end();
    assertOutcomes();
    assertThat(waits.keySet())
        .allSatisfy(id -> assertThat(emulator.polls(id).total()).as(id).isEqualTo(2));
  }

  @Test
  void everyOutcomeIsRightWhenEventsAreLostAndForged() {
    await(
        Polling.fixed(Duration.ofSeconds(2)),
        it -> it.dropping(0.5).forging(0.1, Forgery.WRONG_STATUS).repeating(2));
    emulator.event(DYNAMIC_IMAGE, "job-0", true, Forgery.WRONG_STATUS);
    emulator.event(MEDIA_PRODUCING, "job-1", true, Forgery.WRONG_SIGNATURE);
    emulator.event(IPRODUCTION, "job-2", false, null);
    emulator.event(IPRODUCTION, "job-2", false, Forgery.OLD_TIMESTAMP);
    emulator.event(IPRODUCTION, "nobody waits for it", true, null);
    end();
    assertOutcomes();
    assertThat(emulator.sentEvents())
        .filteredOn(it -> it.fate() == Fate.DROPPED)
        .hasSizeBetween(49, 51);
    assertThat(emulator.sentEvents())
        .filteredOn(it -> it.forgery() == Forgery.WRONG_STATUS)
        .extracting(SentEvent::fate)
        .isNotEmpty()
        .containsOnly(Fate.DELIVERED);
  }

  @Test
  void aPipelineIsToldToo() {
    temporal.start();
    emulator.callbacks(CallbackOptions.to(url, KEY));
    emulator.add(JobScript.succeeding(MEDIA_PRODUCING, "job", LENGTH));
    var pipeline =
        client.await(MEDIA_PRODUCING, "job").polling(Pollings.NEVER_AGAIN).onSuccess().start();
    until(() -> emulator.polls("job").total() > 0);
    end();
    assertThat(pipeline.result().outcome().succeeded()).isPresent();
    assertThat(emulator.polls("job").total()).isEqualTo(2);
  }
}
