package io.github.mediajobs.benchmark.start;

/**
 * How much is measured.
 *
 * @param starts of each contender, taking turns
 */
record Effort(int starts) {
  static final Effort QUICK = new Effort(3);
  static final Effort FULL = new Effort(40);
}
