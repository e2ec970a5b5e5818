package io.github.mediajobs.benchmark.scale;

/**
 * How much is measured.
 *
 * @param jobs in flight, of all operations together
 * @param medianSeconds how long they take; at most four times that
 * @param callsPerSecond the budget of each API
 */
record Effort(int jobs, int medianSeconds, int callsPerSecond) {
  static final Effort QUICK = new Effort(2_000, 5, 200);
  static final Effort FULL = new Effort(100_000, 120, 2_000);
}
