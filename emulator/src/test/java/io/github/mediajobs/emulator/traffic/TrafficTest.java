package io.github.mediajobs.emulator.traffic;

import static io.github.mediajobs.operation.Operations.DYNAMIC_IMAGE;
import static io.github.mediajobs.operation.Operations.IPRODUCTION;
import static io.github.mediajobs.operation.Operations.PACKAGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mediajobs.emulator.Emulator;
import io.github.mediajobs.emulator.EmulatorOptions;
import io.github.mediajobs.emulator.client.ApiCall;
import io.github.mediajobs.emulator.client.ApiReply;
import io.github.mediajobs.emulator.client.MovableClock;
import io.github.mediajobs.emulator.fault.Fault;
import io.github.mediajobs.emulator.job.JobScript;
import io.github.mediajobs.operation.JobOperation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is counted, and the rate limit. */
class TrafficTest {
  private static final Instant START = MovableClock.START;

  private final MovableClock clock = new MovableClock();
  private final Emulator emulator = Emulator.start(EmulatorOptions.defaults().withClock(clock));

  @AfterEach
  void close() {
    emulator.close();
  }

  @Test
  void pollsOfAJobAreCountedWhateverIsAnswered() {
    emulator.add(JobScript.succeeding(PACKAGE, "j1\n", Duration.ZERO));
    read(PACKAGE, "j1\n");
    clock.move(Duration.ofSeconds(3));
    emulator.fault(Fault.throttling());
    read(PACKAGE, "j1");
    read(PACKAGE, "other");
    assertThat(emulator.polls("j1")).isEqualTo(new Polls(2, List.of(START, START.plusSeconds(3))));
    assertThat(emulator.polls("other").total()).isEqualTo(1);
    assertThat(emulator.polls("never")).isEqualTo(Polls.NONE);
  }

  @Test
  void callsAreCountedBySecondOfTheClock() {
    read(PACKAGE, "a");
    read(DYNAMIC_IMAGE, "b");
    read(IPRODUCTION, "c");
    clock.move(Duration.ofMillis(1500));
    read(PACKAGE, "a");
    assertThat(emulator.calls().perSecond("ICE"))
        .isEqualTo(Map.of(START, 2L, START.plusSeconds(1), 1L));
    assertThat(emulator.calls().perSecond("MPS")).isEqualTo(Map.of(START, 1L));
    assertThat(emulator.calls().perOperation())
        .isEqualTo(
            Map.of("GetPackageJob", 2L, "GetDynamicImageJob", 1L, "QueryIProductionJob", 1L));
    assertThat(emulator.calls().total()).isEqualTo(4);
  }

  @Test
  void aCallIsWrittenDownWithItsAnswer() {
    read(PACKAGE, "a");
    assertThat(emulator.calls().recent())
        .containsExactly(
            new Call(START, "ICE", "GetPackageJob", "a", 404, "JobNotFound", "emulator"));
  }

  @Test
  void aCallOfAnUnknownOperationIsInTheTotalOnly() {
    ApiCall.of(PACKAGE, "a", START).signedHeader("x-acs-action", "GetNothing").send(emulator);
    assertThat(emulator.calls().total()).isEqualTo(1);
    assertThat(emulator.calls().perOperation()).isEmpty();
    assertThat(emulator.calls().perSecond("ICE")).isEmpty();
  }

  @Test
  void theLogIsBoundedAndTheTotalIsNot() {
    CallLog log = new CallLog();
    IntStream.range(0, 12_000)
        .forEach(
            i ->
                log.add(
                    new Call(START.plusSeconds(i), "ICE", "GetPackageJob", "j", 200, null, "id")));
    assertThat(log.total()).isEqualTo(12_000);
    assertThat(log.recent())
        .hasSize(10_000)
        .last()
        .matches(c -> c.at().equals(START.plusSeconds(11_999)));
    assertThat(log.perSecond("ICE")).hasSize(10_000).doesNotContainKey(START);
    assertThat(log.polls("j").total()).isEqualTo(12_000);
    assertThat(log.polls("j").recent()).hasSize(1_000);
  }

  @Test
  void aLimitThrottlesWhatIsAboveIt() {
    emulator.limit(5);
    assertThat(answered(8)).isEqualTo(5);
    ApiReply reply = ApiCall.of(PACKAGE, "a", clock.instant()).send(emulator);
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.code()).isEqualTo("Throttling.User");
    clock.move(Duration.ofMillis(400));
    assertThat(answered(8)).isEqualTo(2);
    clock.move(Duration.ofHours(1));
    assertThat(answered(8)).isEqualTo(5);
  }

  @Test
  void aLimitHoldsForEachOperationOnItsOwn() {
    emulator.limit(1);
    assertThat(answered(2)).isEqualTo(1);
    assertThat(read(IPRODUCTION, "a").code()).isEqualTo("JobNotFound");
  }

  @Test
  void aLimitCanBeLifted() {
    emulator.limit(0.5);
    assertThat(answered(3)).isEqualTo(1);
    emulator.unlimited();
    assertThat(answered(3)).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN})
  void aLimitThatCannotBeIsRefused(double callsPerSecond) {
    assertThatThrownBy(() -> emulator.limit(callsPerSecond))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("callsPerSecond");
  }

  @Test
  void aResetForgetsAll() {
    emulator.add(JobScript.succeeding(PACKAGE, "j1", Duration.ZERO));
    emulator.fault(Fault.throttling());
    emulator.limit(1);
    read(PACKAGE, "x");
    emulator.reset();
    assertThat(emulator.calls().total()).isZero();
    assertThat(emulator.calls().recent()).isEmpty();
    assertThat(emulator.polls("x")).isEqualTo(Polls.NONE);
    assertThat(emulator.faults()).isEmpty();
    assertThat(read(PACKAGE, "j1").code()).isEqualTo("JobNotFound");
    assertThat(answered(3)).isEqualTo(3);
  }

  private long answered(int calls) {
    return IntStream.range(0, calls)
        .filter(i -> read(PACKAGE, "a").code().equals("JobNotFound"))
        .count();
  }

  private ApiReply read(JobOperation<?> operation, String jobId) {
    return ApiCall.of(operation, jobId, clock.instant()).send(emulator);
  }
}
