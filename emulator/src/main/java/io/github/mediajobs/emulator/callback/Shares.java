package io.github.mediajobs.emulator.callback;

/**
 * Picks events so that every share of them is hit evenly, the same ones in every run: multiples of
 * the golden ratio fill the unit interval without gaps.
 */
final class Shares {
  private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

  private long events;

  /** The next event's place between 0 and 1. */
  double next() {
    return ++events * GOLDEN % 1;
  }
}
