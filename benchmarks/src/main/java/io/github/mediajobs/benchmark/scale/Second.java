package io.github.mediajobs.benchmark.scale;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * A second of a run.
 *
 * @param ice calls of the API ICE
 * @param mps calls of the API MPS
 * @param ended jobs that the clients had heard of by its end
 */
record Second(long ice, long mps, int ended) {
  /** From the first second to the last in which something was counted. */
  static List<Second> all(
      Instant start,
      SortedMap<Instant, Integer> ended,
      Map<Instant, Long> ice,
      Map<Instant, Long> mps) {
    List<Second> all = new ArrayList<>();
    int before = 0;
    for (Instant at = start; !at.isAfter(ended.lastKey()); at = at.plusSeconds(1)) {
      before = ended.getOrDefault(at, before);
      all.add(new Second(ice.getOrDefault(at, 0L), mps.getOrDefault(at, 0L), before));
    }
    return List.copyOf(all);
  }
}
