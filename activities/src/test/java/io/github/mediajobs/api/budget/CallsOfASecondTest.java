package io.github.mediajobs.api.budget;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallsOfASecondTest {
  private static final Instant START = Instant.parse("2026-01-02T03:04:05Z");

  private final CallsOfASecond calls = new CallsOfASecond(2);

  private static Instant at(long millis) {
    return START.plusMillis(millis);
  }

  private long waitAt(long millis) {
    return calls.wait(at(millis)).toMillis();
  }

  @Test
  void aPlaceIsFreeASecondAfterItsCallWasAnsweredLessTheFastestAnswer() {
    calls.begin("slow", at(0));
    calls.begin("fast", at(100));
    assertThat(waitAt(130)).isEqualTo(1870);
    calls.end("fast", at(130));
    assertThat(waitAt(130)).isEqualTo(970);
    calls.end("slow", at(400));
    assertThat(waitAt(1099)).isEqualTo(1);
    assertThat(waitAt(1100)).isZero();
    calls.begin("next", at(1100));
    assertThat(waitAt(1100)).isEqualTo(270);
  }

  @Test
  void theFastestAnswerCountsWheneverItCame() {
    calls.begin("slow", at(0));
    calls.end("slow", at(400));
    calls.begin("fast", at(410));
    calls.end("fast", at(420));
    assertThat(waitAt(420)).isEqualTo(970);
  }

  @Test
  void aCallThatHangsCostsItsPlaceForASecondMore() {
    calls.begin("hanging", at(0));
    calls.begin("hanging too", at(10));
    assertThat(waitAt(10)).isEqualTo(1990);
    assertThat(waitAt(1000)).isEqualTo(1000);
    assertThat(waitAt(2000)).isZero();
    calls.begin("next", at(2000));
    calls.end("hanging", at(2100));
    assertThat(waitAt(2100)).isZero();
  }

  @Test
  void whoEndsTwiceOrNeverBeganCountsOnce() {
    calls.end("never", at(0));
    calls.begin("one", at(0));
    calls.end("one", at(10));
    calls.end("one", at(20));
    assertThat(waitAt(20)).isZero();
  }

  @Test
  void aClockThatJumpsBackHoldsNobodyUp() {
    calls.begin("one", at(50_000));
    calls.begin("two", at(50_000));
    calls.end("one", at(50_100));
    assertThat(waitAt(0)).isZero();
    calls.begin("three", at(0));
    assertThat(waitAt(0)).isLessThanOrEqualTo(2000);
  }

  @Test
  void aClockThatJumpsBackAfterACallBeganHoldsItsPlaceNoLongerThanIfItBeganThen() {
    calls.begin("one", at(50_000));
    calls.begin("two", at(50_000));
    assertThat(waitAt(0)).isEqualTo(2000);
  }

  @Test
  void aClockThatJumpsBackAfterACallEndedFreesItsPlace() {
    CallsOfASecond one = new CallsOfASecond(1);
    one.begin("one", at(0));
    one.end("one", at(400));
    assertThat(one.wait(at(100))).isZero();
  }

  /** Both ways take 20 ms, seldom much more; the first answer comes as fast as any. */
  @ParameterizedTest
  @CsvSource({"2, 300", "50, 100", "200, 30", "200, 450", "1.5, 10"})
  void noSecondHoldsMoreHoweverLateCallsGetThere(double rate, int latest) {
    Random random = new Random(1);
    CallsOfASecond limit = new CallsOfASecond(rate);
    List<Long> counted = new ArrayList<>();
    record Call(long end, Object name) {}
    PriorityQueue<Call> underWay = new PriorityQueue<>(Comparator.comparingLong(Call::end));
    long now = 0;
    while (now < 20_000_000) {
      while (!underWay.isEmpty() && underWay.peek().end() <= now) {
        Call over = underWay.remove();
        limit.end(over.name(), START.plusNanos(over.end() * 1000));
      }
      Duration wait = limit.wait(START.plusNanos(now * 1000));
      long next = underWay.isEmpty() ? Long.MAX_VALUE : underWay.peek().end();
      if (wait.isZero()) {
        long there = now + way(random, counted.isEmpty() ? 0 : latest);
        long end = there + way(random, counted.isEmpty() ? 0 : latest);
        Object name = new Object();
        limit.begin(name, START.plusNanos(now * 1000));
        underWay.add(new Call(end, name));
        counted.add(there);
        now++;
      } else {
        now = Math.min(next, now + Math.max(1, wait.toNanos() / 1000));
      }
    }
    int most = (int) Math.ceil(rate);
    counted.sort(Comparator.naturalOrder());
    for (int i = most; i < counted.size(); i++) {
      assertThat(counted.get(i) - counted.get(i - most)).isGreaterThanOrEqualTo(1_000_000L);
    }
    double mean = 2 * latest / 5000.0;
    assertThat(counted.size() / 20.0).isGreaterThan(0.9 * most / (1 + mean));
  }

  private static long way(Random random, int latest) {
    return 20_000 + (long) (1000 * latest * Math.pow(random.nextDouble(), 4));
  }
}
