package io.github.mediajobs.benchmark.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlanTest {
  private final List<String> done = new ArrayList<>();

  private Lane<String> lane(String name) {
    return new Lane<>(
        name,
        name,
        Map.of(
            Trouble.of(
                "broken",
                10,
                part -> done.add(part + " breaks"),
                part -> done.add(part + " works")),
            8));
  }

  private static Plan plan(long seed, Effort effort, Lane<?>... lanes) {
    return Plan.of(List.of(lanes), effort, new SplittableRandom(seed));
  }

  private static List<String> lines(Plan plan) {
    return plan.spells().stream().map(Spell::line).toList();
  }

  @Test
  void aSeedIsOnePlan() {
    Lane<?>[] lanes = {lane("one"), lane("other")};
    assertThat(lines(plan(1, Effort.FULL, lanes)))
        .isEqualTo(lines(plan(1, Effort.FULL, lanes)))
        .isNotEqualTo(lines(plan(2, Effort.FULL, lanes)));
  }

  @Test
  void troublesOfOnePartFollowOneAnotherAndEndInTime() {
    for (long seed = 0; seed < 100; seed++) {
      List<Spell> spells = plan(seed, Effort.FULL, lane("one")).spells();
      assertThat(spells).hasSize(8);
      IntStream.range(1, spells.size())
          .forEach(i -> assertThat(spells.get(i).from()).isGreaterThan(spells.get(i - 1).until()));
      assertThat(spells.get(0).from()).isPositive();
      assertThat(spells.get(7).until()).isLessThan(Effort.FULL.troubles());
      assertThat(spells)
          .allMatch(it -> it.until().minus(it.from()).compareTo(Duration.ofSeconds(10)) <= 0);
    }
  }

  @Test
  void aQuickRunHasItsShare() {
    assertThat(plan(1, Effort.QUICK, lane("one")).spells()).hasSize(2);
    assertThat(plan(1, Effort.QUICK, lane("one"), lane("other")).counts())
        .containsOnlyKeys("one broken", "other broken");
  }

  @Test
  void partsOfOneKindCountTogether() {
    assertThat(plan(1, Effort.FULL, lane("worker 1"), lane("worker 2")).counts())
        .containsEntry("worker broken", 16L);
  }

  @Test
  void whatBreaksIsMended() throws Exception {
    Effort once = new Effort(0, 0, 0, 0, 0, 0.125, Duration.ofMillis(10));
    plan(1, once, lane("one")).play(System.nanoTime());
    assertThat(done).containsExactly("one breaks", "one works");
  }
}
