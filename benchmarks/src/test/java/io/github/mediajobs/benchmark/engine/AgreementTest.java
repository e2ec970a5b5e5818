package io.github.mediajobs.benchmark.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.mediajobs.benchmark.server.PolledJob;
import io.github.mediajobs.polling.PollPolicy;
import io.github.mediajobs.wire.Polling;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class AgreementTest {
  private static final PollPolicy EACH_TEN_SECONDS = Polling.fixed(Duration.ofSeconds(10)).policy();

  @Test
  void anEngineThatAddsNothingAgrees() {
    Agreement agreement = Agreement.of(List.of(polled(0)), EACH_TEN_SECONDS);
    assertThat(agreement.polls()).isEqualTo(agreement.simulatedPolls()).isEqualTo(4);
    assertThat(agreement.delaySeconds()).isCloseTo(5, within(1e-6));
    assertThat(agreement.simulatedDelaySeconds()).isCloseTo(5, within(1e-6));
    assertThat(agreement.retryLateSeconds()).isZero();
  }

  @Test
  void whatTheEngineAddsIsTold() {
    Agreement agreement = Agreement.of(List.of(polled(100)), EACH_TEN_SECONDS);
    assertThat(agreement.firstPollSeconds()).isCloseTo(0.1, within(1e-6));
    assertThat(agreement.retryLateSeconds()).isCloseTo(0.1, within(1e-6));
    assertThat(agreement.toldSeconds()).isCloseTo(0.1, within(1e-6));
    assertThat(agreement.delaySeconds()).isCloseTo(5.5, within(1e-6));
  }

  /** A job of 25 s that is polled each ten seconds, everything some milliseconds late. */
  private static Seen polled(long late) {
    Instant begun = Instant.parse("2026-11-21T00:00:00Z");
    List<Instant> polls =
        LongStream.range(0, 4)
            .mapToObj(poll -> begun.plusMillis(poll * (10_000 + late) + late))
            .toList();
    return new Seen(
        Duration.ofSeconds(25),
        new PolledJob(begun.plusSeconds(25), polls),
        polls.get(3).plusMillis(late));
  }
}
