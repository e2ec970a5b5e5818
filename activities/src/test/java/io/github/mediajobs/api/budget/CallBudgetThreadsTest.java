package io.github.mediajobs.api.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mediajobs.api.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Many threads on one budget. A test that hangs has lost a wake-up. */
@Timeout(60)
class CallBudgetThreadsTest {
  private static final Instant START = Instant.parse("2026-01-02T03:04:05Z");
  private static final Duration PATIENT = Duration.ofMinutes(1);

  private final ExecutorService threads = Executors.newCachedThreadPool();

  @AfterEach
  void end() {
    threads.shutdownNow();
  }

  @Test
  void servesHundredsOfThreadsAtThousandsOfCallsASecond() throws Exception {
    CallBudget budget = new CallBudgets(InstantSource.system()).of("ICE", "cn-shanghai", 4000);
    List<Instant> calls = Collections.synchronizedList(new ArrayList<>());
    List<Callable<Void>> callers = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      Caller caller = i % 3 == 0 ? Caller.SINGLE : Caller.shift("run-" + i % 3, PATIENT);
      callers.add(
          () -> {
            for (int call = 0; call < 20; call++) {
              try (Turn turn = budget.turn(caller)) {
                assertThat(turn.take()).isEmpty();
                calls.add(Instant.now());
              }
            }
            return null;
          });
    }

    for (Future<Void> caller : threads.invokeAll(callers)) {
      caller.get();
    }
    assertThat(calls).hasSize(6000);
  }

  @Test
  void servesSharesByTurnsHoweverManyWaitInOne() throws Exception {
    Gate gate = new Gate();
    CallBudget budget = gate.budget(50);
    call(budget, Caller.SINGLE);
    Map<String, Integer> served = Collections.synchronizedMap(new HashMap<>());
    for (int i = 0; i < 20; i++) {
      waiting(budget, Caller.shift("large", PATIENT), served, gate);
    }
    waiting(budget, Caller.shift("small", PATIENT), served, gate);
    waiting(budget, Caller.SINGLE, served, gate);

    gate.serve(4);

    assertThat(served).containsEntry("small", 1).containsEntry("", 1).containsEntry("large", 2);
  }

  @Test
  void givesThePlaceOfAnInterruptedThreadToTheOthers() throws Exception {
    Gate gate = new Gate();
    CallBudget budget = gate.budget(50);
    call(budget, Caller.SINGLE);
    Map<String, Integer> served = Collections.synchronizedMap(new HashMap<>());
    Thread leader = waiting(budget, Caller.shift("a", PATIENT), served, gate);
    Thread follower = waiting(budget, Caller.shift("b", PATIENT), served, gate);
    waiting(budget, Caller.shift("c", PATIENT), served, gate);

    follower.interrupt();
    leader.interrupt();
    gate.awaitSleeper();
    gate.serve(1);

    assertThat(served).isEqualTo(Map.of("c", 1));
  }

  @Test
  void sendsAwayWhoWaitedInVainBecauseOtherCallsHang() throws Exception {
    Gate gate = new Gate();
    CallBudget budget = gate.budget(2);
    budget.turn(Caller.SINGLE).take();
    Future<Optional<Duration>> hanging = hanging(budget);
    Future<Optional<Duration>> waiting = waiting(budget, Duration.ofMillis(1020));
    gate.pass(2);

    assertThat(hanging.get()).isEmpty();
    assertThat(waiting.get()).contains(Duration.ofMillis(960));
    assertThat(gate.pauses).containsExactly(Duration.ofMillis(510), Duration.ofMillis(530));
  }

  @Test
  void servesWhoWaitedAsLongAsItWasReadyToTheNanosecond() throws Exception {
    Gate gate = new Gate();
    CallBudget budget = gate.budget(2);
    budget.turn(Caller.SINGLE).take();
    Future<Optional<Duration>> hanging = hanging(budget);
    Future<Optional<Duration>> waiting = waiting(budget, Duration.ofMillis(1980));
    gate.pass(2);

    assertThat(hanging.get()).isEmpty();
    assertThat(waiting.get()).isEmpty();
    assertThat(gate.pauses).containsExactly(Duration.ofMillis(510), Duration.ofMillis(1490));
  }

  @Test
  void isFreeForOtherThreadsAfterEachWord() throws Exception {
    CallBudget budget = new Gate().budget(2);
    budget.throttled();
    assertThat(rateSeenByAnother(budget)).isEqualTo(1.7);
    budget.succeeded();
    assertThat(rateSeenByAnother(budget)).isEqualTo(1.7);
    assertThat(budget.callsPerSecond()).isEqualTo(1.7);
    assertThat(rateSeenByAnother(budget)).isEqualTo(1.7);
  }

  private double rateSeenByAnother(CallBudget budget) throws Exception {
    return threads.submit(budget::callsPerSecond).get();
  }

  @Test
  void isInterruptedWhileItWaits() throws Exception {
    CallBudget budget = new CallBudgets(new SettableClock(START)).of("ICE", "cn-shanghai", 0.1);
    call(budget, Caller.SINGLE);
    Future<Optional<Duration>> waiting =
        threads.submit(
            () -> {
              Thread self = Thread.currentThread();
              threads.execute(self::interrupt);
              return call(budget, Caller.shift("run-1", PATIENT));
            });

    assertThatThrownBy(waiting::get)
        .isInstanceOf(ExecutionException.class)
        .hasCauseInstanceOf(InterruptedException.class);
  }

  private static Optional<Duration> call(CallBudget budget, Caller caller)
      throws InterruptedException {
    try (Turn turn = budget.turn(caller)) {
      return turn.take();
    }
  }

  /** A call that is waited for, and then never over. */
  private Future<Optional<Duration>> hanging(CallBudget budget) {
    return inLine(budget, () -> budget.turn(Caller.SINGLE).take());
  }

  private Future<Optional<Duration>> waiting(CallBudget budget, Duration longestWait) {
    return inLine(budget, () -> call(budget, Caller.shift("patient", longestWait)));
  }

  /** Returns once the asking stands in line. */
  private <T> Future<T> inLine(CallBudget budget, Callable<T> asking) {
    int before = budget.waiting();
    Future<T> future = threads.submit(asking);
    awaitOneMoreThan(before, budget);
    return future;
  }

  private static void awaitOneMoreThan(int waiting, CallBudget budget) {
    while (budget.waiting() == waiting) {
      Thread.onSpinWait();
    }
  }

  /** Asks in a thread of its own, and returns it once it stands in line. */
  private Thread waiting(CallBudget budget, Caller caller, Map<String, Integer> served, Gate gate) {
    int before = budget.waiting();
    Thread asking =
        new Thread(
            () -> {
              try {
                call(budget, caller);
                served.merge(caller.share(), 1, Integer::sum);
                gate.served.release();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    asking.setDaemon(true);
    asking.start();
    awaitOneMoreThan(before, budget);
    return asking;
  }

  /** Time that passes only when the test lets it. */
  private static final class Gate {
    private final SettableClock clock = new SettableClock(START);
    private final Semaphore sleepers = new Semaphore(0);
    private final Semaphore passes = new Semaphore(0);
    private final Semaphore served = new Semaphore(0);
    private final List<Duration> pauses = Collections.synchronizedList(new ArrayList<>());

    CallBudget budget(double callsPerSecond) {
      return new CallBudgets(clock, this::pause, this::nanoTime)
          .of("ICE", "cn-shanghai", callsPerSecond);
    }

    private void pause(Duration duration) throws InterruptedException {
      sleepers.release();
      passes.acquire();
      pauses.add(duration);
      clock.pass(duration);
    }

    private long nanoTime() {
      return Duration.between(Instant.EPOCH, clock.instant()).toNanos();
    }

    void pass(int pauses) {
      passes.release(pauses);
    }

    void awaitSleeper() throws InterruptedException {
      sleepers.acquire();
    }

    void serve(int calls) throws InterruptedException {
      pass(calls);
      assertThat(served.tryAcquire(calls, 30, TimeUnit.SECONDS)).isTrue();
    }
  }
}
