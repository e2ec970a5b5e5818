package io.github.mediajobs.shift;

import java.time.Duration;

/**
 * When ends are told, so that a run of any length gets at most 200 signals for them: each a second
 * after it came while signals are to spare, else once a sixtieth of all jobs has gathered. Ten are
 * to spare at the start, and from then on ten more each time the batch is 2.7 times as old.
 */
public final class SignalPace {
  /** How long an end waits for others at least. */
  public static final Duration GATHERING = Duration.ofSeconds(1);

  private static final double AT_START = 10;
  private static final double SECONDS = 10;
  private static final int GROUPS = 60;

  private final int group;

  /**
   * The pace of a batch.
   *
   * @param jobs how many there are
   */
  public SignalPace(int jobs) {
    this.group = Math.max(1, (jobs + GROUPS - 1) / GROUPS);
  }

  /**
   * When the ends that wait may be told.
   *
   * @param sent how many signals were sent
   * @param waiting how many ends wait, at least 1
   * @param oldest when the first of them came, in milliseconds since the batch began
   * @return in milliseconds since the batch began
   */
  public long tellAt(int sent, int waiting, long oldest) {
    long gathered = oldest + GATHERING.toMillis();
    return waiting >= group ? gathered : Math.max(gathered, spareAt(sent));
  }

  /** When there is a signal to spare beyond those sent: the inverse of 10 + 10 ln(1 + t / 10 s). */
  private static long spareAt(int sent) {
    double seconds = SECONDS * (Math.exp((sent + 1 - AT_START) / AT_START) - 1);
    return (long) Math.min(1e15, Math.max(0, seconds * 1000));
  }
}
