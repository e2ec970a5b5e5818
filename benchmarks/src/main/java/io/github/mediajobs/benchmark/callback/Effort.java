package io.github.mediajobs.benchmark.callback;

/**
 * How much is measured.
 *
 * @param jobs of each round
 * @param seconds over which their ends are spread
 */
record Effort(int jobs, int seconds) {
  static final Effort QUICK = new Effort(20, 6);
  static final Effort FULL = new Effort(100, 60);
}
