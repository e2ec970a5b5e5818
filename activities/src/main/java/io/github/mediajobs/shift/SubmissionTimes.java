package io.github.mediajobs.shift;

import java.io.IOException;
import java.time.Instant;

/**
 * When the jobs of a batch were submitted, by index, to the second: known of those whose next poll
 * a list may answer. Not safe for threads.
 */
public final class SubmissionTimes {
  private static final long UNKNOWN = 0;

  private final long[] seconds;

  /**
   * Knows nothing yet.
   *
   * @param jobs how many there are
   */
  public SubmissionTimes(int jobs) {
    this.seconds = new long[jobs];
  }

  /**
   * Whether a job's time is known.
   *
   * @param job its index
   * @return true from {@link #learn} until {@link #forget}
   */
  public boolean known(int job) {
    return seconds[job] != UNKNOWN;
  }

  /**
   * A job's time.
   *
   * @param job its index
   * @return when it was submitted, to the second; of any meaning only while it is {@link #known}
   */
  public Instant of(int job) {
    return Instant.ofEpochSecond(seconds[job]);
  }

  /**
   * Takes a job's time.
   *
   * @param job its index
   * @param submitted when it was submitted; before 1970 it is not taken
   */
  public void learn(int job, Instant submitted) {
    seconds[job] = Math.max(UNKNOWN, submitted.getEpochSecond());
  }

  /**
   * Drops a job's time.
   *
   * @param job its index
   */
  public void forget(int job) {
    seconds[job] = UNKNOWN;
  }

  /**
   * As text, a byte or two a job: 0 for unknown, else the distance from the time before it, zigzag,
   * from 1 on, as {@link PackedNumbers}.
   *
   * @return the text
   */
  public String pack() {
    PackedNumbers.Writer numbers = new PackedNumbers.Writer();
    long before = 0;
    for (long each : seconds) {
      long distance = each - before;
      numbers.write(each == UNKNOWN ? 0 : ((distance << 1) ^ (distance >> 63)) + 1);
      before = each == UNKNOWN ? before : each;
    }
    return numbers.text();
  }

  /**
   * Unpacks.
   *
   * @param packed what {@link #pack} gave; null for nothing
   * @param size how many jobs there are
   * @return the times; none of them known when the text cannot be read
   */
  public static SubmissionTimes unpack(String packed, int size) {
    SubmissionTimes times = new SubmissionTimes(size);
    if (packed == null) {
      return times;
    }
    try {
      PackedNumbers.Reader numbers = new PackedNumbers.Reader(packed);
      long before = 0;
      for (int job = 0; job < size; job++) {
        long number = numbers.read();
        if (number != 0) {
          before += ((number - 1) >>> 1) ^ -((number - 1) & 1);
          times.seconds[job] = Math.max(UNKNOWN, before);
        }
      }
      return times;
    } catch (IOException | IllegalArgumentException e) {
      return new SubmissionTimes(size);
    }
  }
}
