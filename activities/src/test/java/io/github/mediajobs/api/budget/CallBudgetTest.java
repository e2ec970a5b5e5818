package io.github.mediajobs.api.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.mediajobs.api.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CallBudgetTest {
  private static final Caller SINGLE = Caller.SINGLE;

  private final SettableClock clock = new SettableClock(Instant.parse("2026-01-02T03:04:05Z"));
  private final List<Duration> pauses = Collections.synchronizedList(new ArrayList<>());
  private final CallBudgets budgets = new CallBudgets(clock, this::pause, System::nanoTime);
  private final CallBudget budget = budgets.of("ICE", "cn-shanghai", 2);

  private void pause(Duration duration) {
    pauses.add(duration);
    clock.pass(duration);
  }

  private static Optional<Duration> call(CallBudget budget, Caller caller)
      throws InterruptedException {
    try (Turn turn = budget.turn(caller)) {
      return turn.take();
    }
  }

  @Test
  void spacesTheCallsOfThoseWhoWait() throws InterruptedException {
    CallBudget faster = budgets.of("ICE", "cn-beijing", 4);
    for (int i = 0; i < 4; i++) {
      assertThat(call(faster, SINGLE)).isEmpty();
    }

    assertThat(pauses).containsOnly(Duration.ofMillis(255)).hasSize(3);
  }

  @Test
  void refusesACallerWhoWouldWaitTooLongAndTakesNothing() throws InterruptedException {
    CallBudget slow = budgets.of("ICE", "cn-beijing", 0.5);
    assertThat(call(slow, SINGLE)).isEmpty();

    assertThat(call(slow, SINGLE)).contains(Duration.ofMillis(2040));
    assertThat(call(slow, Caller.shift("run-1", Duration.ofSeconds(2))))
        .contains(Duration.ofMillis(2040));
    clock.pass(Duration.ofMillis(1100));
    assertThat(call(slow, SINGLE)).isEmpty();
    assertThat(pauses).containsExactly(Duration.ofMillis(940));
  }

  @Test
  void servesACallerWhoIsReadyToWaitJustAsLong() throws InterruptedException {
    call(budget, SINGLE);

    assertThat(call(budget, Caller.shift("run-1", Duration.ofMillis(510)))).isEmpty();
    assertThat(pauses).containsExactly(Duration.ofMillis(510));
  }

  @Test
  void countsTheCallsOfACallerOneByOneAndThoseThatWereWaitedFor() throws InterruptedException {
    call(budget, SINGLE);
    try (Turn turn = budget.turn(SINGLE)) {
      turn.take();
      clock.pass(Duration.ofMillis(400));
      turn.take();
    }
    call(budget, SINGLE);

    assertThat(pauses)
        .containsExactly(Duration.ofMillis(510), Duration.ofMillis(110), Duration.ofMillis(890));
  }

  @Test
  void waitsWhileTheCallsOfTheLastSecondMayStillBeCounted() throws InterruptedException {
    try (Turn first = budget.turn(SINGLE)) {
      first.take();
      clock.pass(Duration.ofMillis(600));
      call(budget, SINGLE);
      clock.pass(Duration.ofMillis(300));
    }
    Instant end = clock.instant();

    assertThat(call(budget, SINGLE)).isEmpty();
    assertThat(Duration.between(end, clock.instant())).isEqualTo(Duration.ofMillis(700));
  }

  @Test
  void callsLessWhenThrottledAndMoreAgainWithSuccess() throws InterruptedException {
    budget.throttled();
    assertThat(budget.callsPerSecond()).isCloseTo(1.7, within(1e-9));
    for (int second = 0; second < 20; second++) {
      clock.pass(Duration.ofSeconds(1));
      budget.succeeded();
    }
    assertThat(budget.callsPerSecond()).isEqualTo(2);
  }

  @Test
  void keepsABudgetForEachApiRegionAndLimit() throws InterruptedException {
    budget.throttled();

    assertThat(budgets.of("ICE", "cn-shanghai", 2)).isSameAs(budget);
    assertThat(
            List.of(
                budgets.of("MPS", "cn-shanghai", 2).callsPerSecond(),
                budgets.of("ICE", "cn-beijing", 2).callsPerSecond(),
                budgets.of("ICE", "cn-shanghai", 3).callsPerSecond()))
        .containsExactly(2.0, 2.0, 3.0);
  }
}
