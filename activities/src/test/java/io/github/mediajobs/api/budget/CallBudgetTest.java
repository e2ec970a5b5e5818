package io.github.mediajobs.api.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.mediajobs.api.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class CallBudgetTest {
  private static final Caller SINGLE = Caller.SINGLE;

  private final SettableClock clock = new SettableClock(Instant.parse("2026-01-02T03:04:05Z"));
  private final List<Duration> pauses = Collections.synchronizedList(new ArrayList<>());
  private final CallBudgets budgets = new CallBudgets(clock, pauses::add);
  private final CallBudget budget = budgets.of("ICE", "cn-shanghai", 2);

  @Test
  void spacesTheCallsOfThoseWhoWait() throws InterruptedException {
    CallBudget faster = budgets.of("ICE", "cn-beijing", 4);
    for (int i = 0; i < 4; i++) {
      assertThat(faster.take(SINGLE)).isEmpty();
    }

    assertThat(pauses)
        .containsExactly(Duration.ofMillis(255), Duration.ofMillis(510), Duration.ofMillis(765));
  }

  @Test
  void refusesACallerWhoWouldWaitTooLongAndTakesNothing() throws InterruptedException {
    for (int i = 0; i < 2; i++) {
      assertThat(budget.take(SINGLE)).isEmpty();
    }

    assertThat(budget.take(SINGLE)).contains(Duration.ofMillis(1020));
    assertThat(budget.take(SINGLE)).contains(Duration.ofMillis(1020));
    assertThat(budget.take(Caller.shift("run-1", Duration.ofSeconds(1))))
        .contains(Duration.ofMillis(1020));
    assertThat(budget.take(Caller.shift("run-1", Duration.ofSeconds(2)))).isEmpty();
    clock.pass(Duration.ofMillis(530));
    assertThat(budget.take(SINGLE)).isEmpty();
    assertThat(pauses).hasSize(3).endsWith(Duration.ofSeconds(1));
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
