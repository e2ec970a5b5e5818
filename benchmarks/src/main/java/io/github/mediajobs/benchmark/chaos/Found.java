package io.github.mediajobs.benchmark.chaos;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * What a run found.
 *
 * @param seed of the plan
 * @param pipelines one for each job that a run awaits
 * @param pending runs that have not ended
 * @param verdict what is lost, wrong or doubled
 * @param troubles how often each happened
 * @param clocks whether clocks could jump
 * @param startsTriedAgain starts that the service did not take at first
 * @param effects how many steps were done
 * @param stepsTriedAgain how many of them more than once
 * @param calls of the API
 * @param events in the histories of all runs
 * @param detections when each end was known
 * @param plot the run over time
 */
record Found(
    long seed,
    int pipelines,
    long pending,
    Verdict verdict,
    Map<String, Long> troubles,
    boolean clocks,
    int startsTriedAgain,
    int effects,
    int stepsTriedAgain,
    long calls,
    long events,
    List<Detection> detections,
    TroublesPlot plot) {
  Found {
    detections = List.copyOf(detections);
  }

  boolean clean() {
    return pending == 0 && verdict.clean() && late() == 0 && detections.size() == pipelines;
  }

  /** How many troubles there were whose part and name are of that form, a regular expression. */
  long troubles(String form) {
    return troubles.entrySet().stream()
        .filter(it -> it.getKey().matches(form))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  long late() {
    return detections.stream().filter(Detection::late).count();
  }

  /** How long after the last trouble, or after its end where that is later, the last was known. */
  Duration recovery() {
    return detections.stream()
        .map(Detection::delay)
        .max(Comparator.naturalOrder())
        .orElse(Duration.ZERO);
  }
}
