package io.github.mediajobs.benchmark.frontier;

/**
 * How many jobs.
 *
 * @param jobs of each case and contender
 */
record Effort(int jobs) {
  static final Effort QUICK = new Effort(500);
  static final Effort FULL = new Effort(20_000);
}
