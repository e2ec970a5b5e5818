package io.github.mediajobs.activity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.uber.m3.tally.RootScopeBuilder;
import com.uber.m3.tally.Scope;
import com.uber.m3.tally.ScopeCloseException;
import io.github.mediajobs.api.ApiConfig;
import io.github.mediajobs.api.ApiCredentials;
import io.github.mediajobs.api.MediaApi;
import io.github.mediajobs.api.SettableClock;
import io.github.mediajobs.emulator.Emulator;
import io.github.mediajobs.emulator.EmulatorOptions;
import io.github.mediajobs.emulator.fault.Fault;
import io.github.mediajobs.json.Json;
import io.github.mediajobs.learning.Learner;
import io.github.mediajobs.operation.Catalogue;
import io.github.mediajobs.operation.JobOperation;
import io.github.mediajobs.wire.Outcome;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import io.temporal.testing.TestActivityEnvironment;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.worker.WorkerFactoryOptions;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** The activities of a worker in Temporal's test environment, and the emulator, on one clock. */
final class TestActivities implements AutoCloseable {
  static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

  final SettableClock clock = new SettableClock(NOW);
  final Emulator emulator;
  final AttemptInfo attempt = new AttemptInfo(NOW);
  private final Counters counters = new Counters();
  private final Scope metrics =
      new RootScopeBuilder().reporter(counters).reportEvery(com.uber.m3.util.Duration.ofHours(1));
  private final MediaApi api;
  private final TestActivityEnvironment temporal;

  TestActivities() {
    this(Catalogue.standard());
  }

  TestActivities(Catalogue catalogue) {
    emulator = Emulator.start(EmulatorOptions.defaults().withClock(clock).withCatalogue(catalogue));
    ApiConfig config = ApiConfig.defaults().withCallsPerSecond(1e6);
    for (JobOperation<?> operation : catalogue.operations()) {
      config = config.withEndpoint(operation.service(), emulator.url());
    }
    ApiCredentials key = new ApiCredentials("emulator", "emulator", null);
    api = new MediaApi(config, () -> key, clock);
    temporal =
        TestActivityEnvironment.newInstance(
            TestEnvironmentOptions.newBuilder()
                .setMetricsScope(metrics)
                .setWorkerFactoryOptions(
                    WorkerFactoryOptions.newBuilder().setWorkerInterceptors(attempt).build())
                .build());
    temporal.registerActivitiesImplementations(
        new JobPoller(api, catalogue, clock, () -> 0.5, new Learner(clock)),
        new JobReader(api),
        new UserJobReader(api, catalogue));
  }

  <T> T stub(Class<T> activities) {
    return temporal.newActivityStub(activities);
  }

  /** The failure of an activity, as it comes over the wire. */
  static ApplicationFailure failure(ThrowingCallable activity) {
    return (ApplicationFailure)
        Assertions.catchThrowableOfType(ActivityFailure.class, activity).getCause();
  }

  /** Lets the next call be answered with a job of these fields. */
  void answer(JobOperation<?> operation, String fields) {
    String job = "{" + fields + "}";
    String body =
        operation.job().matches()
            ? job
            : "{\"%s\":%s}".formatted(operation.job().getMatchingProperty(), job);
    emulator.fault(Fault.raw(200, "application/json", body.getBytes(StandardCharsets.UTF_8)));
  }

  /** How far a counter went; metrics end with this. */
  long counted(String counter) throws ScopeCloseException {
    metrics.close();
    return counters.sum(counter);
  }

  static ObjectNode json(String text) {
    return (ObjectNode) Json.embedded(text.replace('\'', '"')).orElseThrow();
  }

  @Override
  public void close() {
    temporal.close();
    api.close();
    emulator.close();
  }

  /** The await activity with any input. */
  @ActivityInterface
  public interface Awaiting {
    @ActivityMethod(name = "AwaitMediaJob")
    Outcome await(JsonNode attempt);
  }
}
