package io.github.mediajobs.shift;

import java.io.IOException;
import java.util.BitSet;
import java.util.Optional;

/**
 * {@link OpenJobs} as text, some bytes a job: for each a number that holds its polls and whether it
 * ended, then when it is due in tenths of a second, as {@link PackedNumbers}.
 */
public final class PackedJobs {
  private static final int VERSION = 1;
  private static final long TENTH = 100;

  private PackedJobs() {}

  /**
   * Packs.
   *
   * @param jobs which have ended, how often each was polled, when it is due
   * @param reopened ended jobs that are packed as due at once
   * @return the text
   */
  public static String pack(OpenJobs jobs, BitSet reopened) {
    PackedNumbers.Writer numbers = new PackedNumbers.Writer();
    numbers.write(VERSION);
    numbers.write(jobs.size());
    for (int job = 0; job < jobs.size(); job++) {
      boolean ended = jobs.ended(job) && !reopened.get(job);
      numbers.write(jobs.polls(job) * 2L + (ended ? 1 : 0));
      if (!ended) {
        numbers.write(jobs.ended(job) ? 0 : (jobs.due(job) + TENTH - 1) / TENTH);
      }
    }
    return numbers.text();
  }

  /**
   * Unpacks.
   *
   * @param packed what {@link #pack} gave
   * @param size how many jobs there are
   * @return the jobs, none under way; empty when the text is of another version or another batch
   */
  public static Optional<OpenJobs> unpack(String packed, int size) {
    try {
      PackedNumbers.Reader numbers = new PackedNumbers.Reader(packed);
      if (numbers.read() != VERSION || numbers.read() != size) {
        return Optional.empty();
      }
      long[] due = new long[size];
      int[] polls = new int[size];
      BitSet ended = new BitSet();
      for (int job = 0; job < size; job++) {
        long number = numbers.read();
        polls[job] = (int) (number / 2);
        ended.set(job, number % 2 == 1);
        due[job] = ended.get(job) ? 0 : numbers.read() * TENTH;
      }
      return Optional.of(OpenJobs.of(due, polls, ended));
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
