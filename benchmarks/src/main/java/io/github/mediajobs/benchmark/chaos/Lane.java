package io.github.mediajobs.benchmark.chaos;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;

/**
 * What goes wrong with one part, one thing after the other.
 *
 * @param <T> the part's type
 * @param name the part's name
 * @param part what it happens to
 * @param troubles how often each happens in a full run
 */
record Lane<T>(String name, T part, Map<Trouble<T>, Integer> troubles) {
  /** Troubles and what is between them share the time. */
  private static final double LONGEST_SHARE = 0.6;

  /** A random order and random times, the same ones for the same seed. */
  List<Spell> spells(Effort effort, SplittableRandom random) {
    List<Trouble<T>> all = new ArrayList<>();
    troubles.forEach((trouble, count) -> all.addAll(Collections.nCopies(count, trouble)));
    Collections.shuffle(all, new Random(random.nextLong()));
    int count = (int) Math.ceil(all.size() * effort.share());
    Duration slot = effort.troubles().dividedBy(Math.max(1, count));
    List<Spell> spells = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Trouble<T> trouble = all.get(i);
      Duration most = min(trouble.longest(), share(slot, LONGEST_SHARE));
      Duration length = share(most, random.nextDouble(0.3, 1));
      Duration from =
          slot.multipliedBy(i).plus(share(slot.minus(length), random.nextDouble(0.1, 0.9)));
      spells.add(
          new Spell(
              name,
              trouble.name(),
              from,
              from.plus(length),
              () -> trouble.begin().on(part),
              () -> trouble.end().on(part)));
    }
    return spells;
  }

  private static Duration share(Duration whole, double share) {
    return Duration.ofMillis((long) (whole.toMillis() * share));
  }

  private static Duration min(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
