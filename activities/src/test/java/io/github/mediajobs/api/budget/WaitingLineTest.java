package io.github.mediajobs.api.budget;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WaitingLineTest {
  private static final Caller A = shift("a");
  private static final Caller B = shift("b");

  private final WaitingLine<String> line = new WaitingLine<>();

  @Test
  void servesAShareInTheOrderOfAsking() {
    line.add(A, "a1");
    line.add(A, "a2");

    assertThat(drained()).containsExactly("a1", "a2");
  }

  @Test
  void servesKindsByTurnsAndTheirSharesByTurns() {
    for (int i = 1; i <= 3; i++) {
      line.add(A, "a" + i);
      line.add(B, "b" + i);
      line.add(Caller.SINGLE, "s" + i);
    }

    assertThat(drained()).containsExactly("a1", "s1", "b1", "s2", "a2", "s3", "b2", "a3", "b3");
  }

  @Test
  void forgetsWhoLeaves() {
    line.add(A, "a1");
    line.add(A, "a2");
    line.add(B, "b1");
    line.remove(A, "a1");
    line.remove(B, "b1");
    line.remove(B, "b1");

    assertThat(line.first()).isEqualTo("a2");
    assertThat(drained()).containsExactly("a2");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void foretellsTheTurnOfOneWhoAsks(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 300; i++) {
      line.add(anyOf(random, 5), "other" + i);
      if (random.nextInt(3) == 0) {
        line.poll();
      }
    }
    Caller caller = anyOf(random, 6);
    int ahead = line.ahead(caller);
    line.add(caller, "asked");

    assertThat(drained().indexOf("asked")).isEqualTo(ahead);
  }

  /** Whoever always wants more gets, in any stretch, what the others who do get, but for two. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void isFairToThoseWhoAlwaysWantMoreWhateverTheOthersDo(long seed) {
    Random random = new Random(seed);
    Map<String, Integer> served = new HashMap<>();
    line.add(A, "a");
    line.add(B, "b");
    int others = 0;
    for (int call = 0; call < 5000; call++) {
      while (random.nextInt(4) == 0) {
        line.add(anyOf(random, 4), "other" + others++);
      }
      String next = line.poll();
      served.merge(next, 1, Integer::sum);
      if (next.equals("a")) {
        line.add(A, "a");
      } else if (next.equals("b")) {
        line.add(B, "b");
      }
      assertThat(served.getOrDefault("a", 0) - served.getOrDefault("b", 0)).isBetween(-2, 2);
    }
    assertThat(served.get("a")).isGreaterThan(5000 / 2 / 6);
  }

  private List<String> drained() {
    List<String> order = new ArrayList<>();
    while (!line.isEmpty()) {
      order.add(line.poll());
    }
    return order;
  }

  private static Caller anyOf(Random random, int shares) {
    int pick = random.nextInt(shares + 1);
    return pick == 0 ? Caller.SINGLE : shift("run-" + pick);
  }

  private static Caller shift(String share) {
    return Caller.shift(share, Duration.ofMinutes(1));
  }
}
