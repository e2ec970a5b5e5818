package io.github.mediajobs.api.budget;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mediajobs.emulator.traffic.RateLimit;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Workers on one account that do not talk, in virtual time: each always has more to ask, calls take
 * 10 to 60 ms, and the API answers above its limit that it throttles.
 */
class SharedLimitTest {
  private static final Instant START = Instant.parse("2026-01-02T03:04:05Z");
  private static final double CEILING = 50;

  /** Says whether it lets a call pass. */
  private interface Limiter {
    boolean allows(Instant now);
  }

  record Limit(String kind, double callsPerSecond, Function<Double, Limiter> limiter) {
    @Override
    public String toString() {
      return "%s of %.0f/s".formatted(kind, callsPerSecond);
    }
  }

  static List<Limit> limits() {
    List<Limit> limits = new ArrayList<>();
    for (double rate : new double[] {30, 100, 140}) {
      limits.add(new Limit("emulator's bucket", rate, SharedLimitTest::emulator));
      limits.add(new Limit("window of a second", rate, it -> window(it, 1)));
      limits.add(new Limit("sliding second", rate, SharedLimitTest::sliding));
    }
    limits.add(new Limit("window of ten seconds", 100, it -> window(it, 10)));
    return limits;
  }

  @ParameterizedTest
  @MethodSource("limits")
  void threeWorkersSettleNearTheLimitAndFairly(Limit limit) {
    Figures figures = run(limit, 7, 1000, 60, 360);

    assertThat(figures.utilisation()).isGreaterThan(0.85);
    assertThat(figures.throttled()).isLessThan(0.05);
    assertThat(figures.fairness()).isGreaterThan(0.95);
  }

  @ParameterizedTest
  @MethodSource("limits")
  void aThirdWorkerFindsItsShareWithinAMinute(Limit limit) {
    Figures figures = run(limit, 150, 1000, 210, 270);

    assertThat(figures.utilisation()).isGreaterThan(0.85);
    assertThat(figures.fairness()).isGreaterThan(0.95);
  }

  @ParameterizedTest
  @MethodSource("limits")
  void twoWorkersTakeUpWhatAThirdLeavesWithinAMinute(Limit limit) {
    Figures figures = run(limit, 7, 150, 210, 270);

    assertThat(figures.utilisation() * limit.callsPerSecond())
        .isGreaterThan(0.85 * Math.min(limit.callsPerSecond(), 2 * CEILING));
  }

  record Figures(double utilisation, double throttled, double fairness) {}

  /** Seconds since the start: when the third worker comes and goes, what span is measured. */
  private static Figures run(Limit limit, int joins, int leaves, int from, int to) {
    Random random = new Random(1);
    Limiter api = limit.limiter().apply(limit.callsPerSecond());
    PriorityQueue<Event> events = new PriorityQueue<>();
    List<Worker> workers = List.of(new Worker(), new Worker(), new Worker());
    Instant end = START.plusSeconds(to);
    Instant measured = START.plusSeconds(from);
    int[] calls = new int[2];
    for (Worker worker : workers) {
      boolean third = worker == workers.get(2);
      Instant last = third ? START.plusSeconds(leaves) : end;
      events.add(
          new Event(
              START.plusSeconds(third ? joins : 0),
              now -> worker.call(now, last, random, api, events, measured, calls)));
    }
    while (!events.isEmpty() && events.peek().at().isBefore(end)) {
      Event event = events.poll();
      event.what().at(event.at());
    }
    List<Integer> served = workers.stream().map(it -> it.served).filter(it -> it > 0).toList();
    double sum = served.stream().mapToDouble(it -> it).sum();
    double squares = served.stream().mapToDouble(it -> (double) it * it).sum();
    return new Figures(
        sum / (limit.callsPerSecond() * (to - from)),
        (double) calls[1] / calls[0],
        sum * sum / (served.size() * squares));
  }

  private record Event(Instant at, Then what) implements Comparable<Event> {
    @Override
    public int compareTo(Event other) {
      return at.compareTo(other.at);
    }
  }

  private interface Then {
    void at(Instant now);
  }

  private static final class Worker {
    private final Pace pace = new Pace(CEILING);
    private int served;

    void call(
        Instant now,
        Instant last,
        Random random,
        Limiter api,
        PriorityQueue<Event> events,
        Instant measured,
        int[] calls) {
      if (now.isAfter(last)) {
        return;
      }
      Duration wait = pace.wait(now, 0);
      if (wait.isZero()) {
        pace.takeAwaited(now);
        events.add(
            new Event(
                now.plus(half(random)),
                there -> {
                  boolean refused = !api.allows(there);
                  if (there.isAfter(measured)) {
                    calls[0]++;
                    calls[1] += refused ? 1 : 0;
                    served += refused ? 0 : 1;
                  }
                  events.add(new Event(there.plus(half(random)), back -> heard(back, refused)));
                }));
        wait = pace.wait(now, 0);
      }
      events.add(
          new Event(
              now.plus(wait), then -> call(then, last, random, api, events, measured, calls)));
    }

    private void heard(Instant now, boolean refused) {
      if (refused) {
        pace.throttled(now);
      } else {
        pace.succeeded(now);
      }
    }

    private static Duration half(Random random) {
      return Duration.ofMillis(5 + random.nextInt(26));
    }
  }

  private static Limiter emulator(double rate) {
    RateLimit limit = new RateLimit();
    limit.set(rate);
    return now -> limit.allows("GetPackageJob", now);
  }

  private static Limiter window(double rate, int seconds) {
    int[] calls = new int[1];
    Instant[] began = {START};
    return now -> {
      Duration length = Duration.ofSeconds(seconds);
      while (!now.isBefore(began[0].plus(length))) {
        began[0] = began[0].plus(length);
        calls[0] = 0;
      }
      boolean full = calls[0] >= rate * seconds;
      calls[0] += full ? 0 : 1;
      return !full;
    };
  }

  private static Limiter sliding(double rate) {
    Deque<Instant> calls = new ArrayDeque<>();
    return now -> {
      while (!calls.isEmpty() && !calls.peek().isAfter(now.minusSeconds(1))) {
        calls.poll();
      }
      boolean full = calls.size() >= rate;
      if (!full) {
        calls.add(now);
      }
      return !full;
    };
  }
}
