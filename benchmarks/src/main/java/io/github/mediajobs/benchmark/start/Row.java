package io.github.mediajobs.benchmark.start;

import java.util.List;

/**
 * What a contender showed.
 *
 * @param contender its name
 * @param seconds of wall time from each start to its end, shortest first
 */
record Row(String contender, List<Double> seconds) {
  Row {
    seconds = seconds.stream().sorted().toList();
  }

  double median() {
    return seconds.get(seconds.size() / 2);
  }

  double longest() {
    return seconds.get(seconds.size() - 1);
  }
}
