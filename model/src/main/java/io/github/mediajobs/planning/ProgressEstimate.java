package io.github.mediajobs.planning;

/**
 * When a job ends that reports its progress: the time left is about elapsed x (1 - p) / p, and less
 * sure the coarser p is at that place.
 */
public final class ProgressEstimate implements Durations {
  /** How unsteady jobs progress, as the scale of a logistic over the logarithm of the time left. */
  private static final double UNSTEADINESS = 0.1;

  /** Progress is told in whole percents. */
  private static final double RESOLUTION = 0.003;

  private final double elapsed;
  private final double left;
  private final double scale;

  /**
   * An estimate at one poll.
   *
   * @param elapsed seconds since submission, above 0
   * @param progress percent, 1 to 99: nothing can be told from less or more
   */
  public ProgressEstimate(double elapsed, int progress) {
    double done = progress / 100.0;
    this.elapsed = elapsed;
    this.left = elapsed * (1 - done) / done;
    this.scale = Math.hypot(UNSTEADINESS, RESOLUTION / (done * (1 - done)));
  }

  @Override
  public double surviving(double seconds) {
    return seconds <= elapsed
        ? 1
        : Logistic.surviving(Math.log((seconds - elapsed) / left) / scale);
  }

  @Override
  public double density(double seconds) {
    if (seconds <= elapsed) {
      return 0;
    }
    double more = seconds - elapsed;
    return Logistic.density(Math.log(more / left) / scale) / (scale * more);
  }
}
