package io.github.mediajobs.benchmark.callback;

import java.util.List;

/**
 * What a round showed.
 *
 * @param round its name
 * @param right jobs whose outcome is what the API says
 * @param calls of the API
 * @param delays seconds from each job's end to when its waiter knew, shortest first
 */
record Row(String round, int right, long calls, List<Double> delays) {
  Row {
    delays = delays.stream().sorted().toList();
  }

  long within(double seconds) {
    return delays.stream().filter(it -> it <= seconds).count();
  }

  double median() {
    return delays.get(delays.size() / 2);
  }

  double longest() {
    return delays.get(delays.size() - 1);
  }
}
