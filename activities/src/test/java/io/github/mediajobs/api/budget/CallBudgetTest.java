package io.github.mediajobs.api.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.mediajobs.api.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class CallBudgetTest {
  private final SettableClock clock = new SettableClock(Instant.parse("2026-01-02T03:04:05Z"));
  private final List<Duration> pauses = Collections.synchronizedList(new ArrayList<>());
  private final CallBudgets budgets = new CallBudgets(clock, pauses::add);
  private final CallBudget budget = budgets.of("ICE", "cn-shanghai", 2);

  @Test
  void letsCallersWaitInTheOrderInWhichTheyAsk() throws InterruptedException {
    for (int i = 0; i < 3; i++) {
      assertThat(budget.take()).isEmpty();
    }

    assertThat(pauses).containsExactly(Duration.ofMillis(500), Duration.ofSeconds(1));
  }

  @Test
  void refusesACallerWhoWouldWaitForMoreThanASecondAndTakesNothing() throws InterruptedException {
    for (int i = 0; i < 3; i++) {
      budget.take();
    }

    assertThat(budget.take()).contains(Duration.ofMillis(1500));
    assertThat(budget.take()).contains(Duration.ofMillis(1500));
    clock.pass(Duration.ofMillis(500));
    assertThat(budget.take()).isEmpty();
    assertThat(pauses).endsWith(Duration.ofSeconds(1)).hasSize(3);
  }

  @Test
  void waitsInterruptibly() {
    CallBudget waiting =
        new CallBudgets(clock, duration -> TimeUnit.NANOSECONDS.sleep(duration.toNanos()))
            .of("ICE", "cn-shanghai", 1);
    assertThatThrownBy(
            () -> {
              waiting.take();
              Thread.currentThread().interrupt();
              waiting.take();
            })
        .isInstanceOf(InterruptedException.class);
  }

  @Test
  void spreadsTheCallsOfManyThreads() throws InterruptedException {
    CallBudget shared = budgets.of("ICE", "cn-beijing", 100);
    ExecutorService threads = Executors.newFixedThreadPool(8);
    List<Future<Optional<Duration>>> taken =
        threads.invokeAll(Collections.nCopies(101, shared::take), 30, TimeUnit.SECONDS);
    threads.shutdown();

    assertThat(taken).hasSize(101).allMatch(Future::isDone);
    assertThat(pauses).hasSize(100).doesNotHaveDuplicates().contains(Duration.ofSeconds(1));
  }

  @Test
  void callsLessWhenThrottledAndMoreAgainWithSuccess() throws InterruptedException {
    budget.throttled();
    assertThat(budget.callsPerSecond()).isCloseTo(1.4, within(1e-9));
    for (int second = 0; second < 10; second++) {
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
