package io.github.mediajobs.learning;

import static io.github.mediajobs.operation.Operations.DYNAMIC_IMAGE;
import static io.github.mediajobs.operation.Operations.IPRODUCTION;
import static io.github.mediajobs.operation.Operations.LIVE_SNAPSHOT;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mediajobs.api.ApiConfig;
import io.github.mediajobs.api.ApiCredentials;
import io.github.mediajobs.api.MediaApi;
import io.github.mediajobs.api.RecentJobs;
import io.github.mediajobs.api.SettableClock;
import io.github.mediajobs.emulator.Emulator;
import io.github.mediajobs.emulator.EmulatorOptions;
import io.github.mediajobs.emulator.fault.Fault;
import io.github.mediajobs.emulator.job.JobScript;
import io.github.mediajobs.json.Json;
import io.github.mediajobs.operation.JobKind;
import io.github.mediajobs.operation.Service;
import io.github.mediajobs.planning.PastDuration;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Priming from the emulator, with what runs in the background run by hand. */
class PrimingTest {
  private static final String REGION = "cn-shanghai";

  private final SettableClock clock = new SettableClock(Instant.parse("2026-01-02T03:04:05Z"));
  private final Emulator emulator = Emulator.start(EmulatorOptions.defaults().withClock(clock));
  private final MediaApi api =
      new MediaApi(
          ApiConfig.defaults()
              .withEndpoint(Service.ICE, emulator.url())
              .withEndpoint(Service.MPS, emulator.url()),
          () -> new ApiCredentials("emulator", "emulator", null),
          clock);
  private final Queue<Runnable> background = new ArrayDeque<>();
  private final Learner learner = new Learner(clock, new RecentJobs(api, clock), background::add);

  @AfterEach
  void close() {
    api.close();
    emulator.close();
  }

  private void jobs(String template, int count, Duration length) {
    for (int i = 0; i < count; i++) {
      emulator.add(
          JobScript.succeeding(DYNAMIC_IMAGE, template + "-" + i, length)
              .with("TemplateId", template)
              .with("PipelineId", "p"));
    }
  }

  private List<Double> seconds(String template) {
    return learner
        .durations(
            DYNAMIC_IMAGE,
            DYNAMIC_IMAGE.kindOf(Json.tree(Map.of("TemplateId", template, "PipelineId", "p"))))
        .stream()
        .map(PastDuration::seconds)
        .toList();
  }

  @Test
  void eachKindLearnsFromItsJobsThatEndedLately() {
    jobs("fast", 20, Duration.ofSeconds(10));
    jobs("slow", 20, Duration.ofMinutes(10));
    clock.pass(Duration.ofHours(2));
    learner.prime(DYNAMIC_IMAGE, REGION);
    assertThat(emulator.calls().total()).isZero();
    assertThat(background).hasSize(1);
    background.remove().run();
    assertThat(seconds("fast")).hasSize(20).containsOnly(10.0);
    assertThat(seconds("slow")).hasSize(20).containsOnly(600.0);
    assertThat(learner.kinds())
        .extracting(JobKind::variant)
        .containsExactlyInAnyOrder(
            "TemplateId=fast, PipelineId=p", "TemplateId=slow, PipelineId=p");
  }

  @Test
  void itIsDoneOnceForAnOperationAndRegion() {
    jobs("t", 40, Duration.ofSeconds(10));
    clock.pass(Duration.ofHours(2));
    for (int i = 0; i < 3; i++) {
      learner.prime(DYNAMIC_IMAGE, REGION);
      assertThat(background).hasSize(i == 0 ? 1 : 0);
      background.forEach(Runnable::run);
      background.clear();
      clock.pass(Duration.ofDays(10));
    }
    assertThat(emulator.calls().total()).isEqualTo(1);
    learner.prime(DYNAMIC_IMAGE, "cn-beijing");
    assertThat(background).hasSize(1);
  }

  @Test
  void aFailureIsLeftAloneForAnHour() {
    emulator.fault(Fault.error(403, "Forbidden.RAM", "No right.").on("ListDynamicImageJobs"));
    jobs("t", 40, Duration.ofSeconds(10));
    learner.prime(DYNAMIC_IMAGE, REGION);
    background.remove().run();
    clock.pass(Duration.ofMinutes(59));
    learner.prime(DYNAMIC_IMAGE, REGION);
    assertThat(background).isEmpty();
    clock.pass(Duration.ofMinutes(1));
    learner.prime(DYNAMIC_IMAGE, REGION);
    background.remove().run();
    assertThat(seconds("t")).isNotEmpty();
  }

  @Test
  void whatIsNotListedOrHasNoEndIsNotAskedFor() {
    learner.prime(IPRODUCTION, REGION);
    learner.prime(LIVE_SNAPSHOT, REGION);
    assertThat(background).isEmpty();
    new Learner(clock).prime(DYNAMIC_IMAGE, REGION);
  }
}
