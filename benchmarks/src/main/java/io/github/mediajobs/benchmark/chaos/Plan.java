package io.github.mediajobs.benchmark.chaos;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All that goes wrong in a run.
 *
 * @param spells in the order of their beginnings
 */
record Plan(List<Spell> spells) {
  Plan {
    spells = spells.stream().sorted(Comparator.comparing(Spell::from)).toList();
  }

  static Plan of(List<Lane<?>> lanes, Effort effort, SplittableRandom random) {
    List<Spell> spells = new ArrayList<>();
    lanes.forEach(lane -> spells.addAll(lane.spells(effort, random.split())));
    return new Plan(spells);
  }

  /** How often each trouble happens; parts of one kind count as one. */
  Map<String, Long> counts() {
    return spells.stream()
        .collect(
            Collectors.groupingBy(
                it -> kind(it.lane()) + " " + it.trouble(), TreeMap::new, Collectors.counting()));
  }

  private static String kind(String lane) {
    return lane.replaceAll("worker \\d+", "worker");
  }

  /** Lets everything happen at its time; returns once all is mended. */
  void play(long startNanos) throws IOException {
    record Moment(Duration at, Spell.Action action) {}
    List<Moment> moments =
        spells.stream()
            .flatMap(
                it ->
                    Stream.of(new Moment(it.from(), it.begin()), new Moment(it.until(), it.end())))
            .sorted(Comparator.comparing(Moment::at))
            .toList();
    for (Moment moment : moments) {
      long due = startNanos + moment.at().toNanos();
      while (System.nanoTime() < due) {
        LockSupport.parkNanos(due - System.nanoTime());
      }
      moment.action().run();
    }
  }
}
