package io.github.mediajobs.shift;

import io.github.mediajobs.json.Json;
import io.github.mediajobs.wire.EndedJobs;
import io.github.mediajobs.wire.JobEnd;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;

/** Ends that the run has not been told of, oldest first. Not safe for threads. */
public final class Outbox {
  /** When nothing waits. */
  public static final long NEVER = Long.MAX_VALUE;

  /** A payload holds 512 KiB. */
  private static final int GROUP_BYTES = 480 * 1024;

  /** Past it ends are told without waiting for more. */
  private static final int FULL_BYTES = 240 * 1024;

  private final SignalPace pace;
  private final Deque<Untold> untold = new ArrayDeque<>();
  private int bytes;
  private int signals;
  private long notBefore;

  private record Untold(int job, JobEnd end, int bytes, long since) {}

  /**
   * An empty box.
   *
   * @param pace when ends are told
   * @param signals how many signals were sent before
   */
  public Outbox(SignalPace pace, int signals) {
    this.pace = pace;
    this.signals = signals;
  }

  /**
   * Adds an end.
   *
   * @param job the job's index
   * @param end how it ended
   * @param now in milliseconds since the batch began
   */
  public void add(int job, JobEnd end, long now) {
    int size = Json.write(end).getBytes(StandardCharsets.UTF_8).length + 10;
    untold.add(new Untold(job, end, size, now));
    bytes += size;
  }

  /**
   * When the oldest ends may be told.
   *
   * @return in milliseconds since the batch began; {@link #NEVER} when there are none
   */
  public long tellAt() {
    if (untold.isEmpty()) {
      return NEVER;
    }
    long oldest = untold.getFirst().since();
    long at = full() ? oldest : pace.tellAt(signals, untold.size(), oldest);
    return Math.max(at, notBefore);
  }

  /**
   * Whether there is so much to tell that no more should come.
   *
   * @return true past 240 KiB
   */
  public boolean full() {
    return bytes > FULL_BYTES;
  }

  /**
   * The oldest ends, as many as one payload holds; they stay until they are {@link #told}.
   *
   * @return the ends
   */
  public EndedJobs group() {
    List<Integer> jobs = new ArrayList<>();
    List<JobEnd> ends = new ArrayList<>();
    int sum = 0;
    for (Untold it : untold) {
      sum += it.bytes();
      if (sum > GROUP_BYTES && !ends.isEmpty()) {
        break;
      }
      jobs.add(it.job());
      ends.add(it.end());
    }
    return new EndedJobs(jobs, ends);
  }

  /**
   * Which jobs wait beyond the first group.
   *
   * @param group what {@link #group} gave
   * @return their indexes
   */
  public BitSet beyond(EndedJobs group) {
    BitSet jobs = new BitSet();
    untold.stream().skip(group.ends().size()).forEach(it -> jobs.set(it.job()));
    return jobs;
  }

  /**
   * A signal told the oldest ends.
   *
   * @param group what {@link #group} gave
   */
  public void told(EndedJobs group) {
    signals++;
    for (int i = 0; i < group.ends().size(); i++) {
      bytes -= untold.remove().bytes();
    }
  }

  /**
   * A signal failed.
   *
   * @param until when to try again, in milliseconds since the batch began
   */
  public void notTold(long until) {
    notBefore = until;
  }

  /**
   * How many signals were sent.
   *
   * @return those before this shift included
   */
  public int signals() {
    return signals;
  }
}
