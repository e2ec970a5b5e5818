package io.github.mediajobs.shift;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.stream.IntStream;

/**
 * The jobs of a batch by index: which have ended, how often each was polled and when it is due
 * next, in milliseconds since the batch began. Not safe for threads.
 */
public final class OpenJobs {
  /** What {@link #nextDue} says when no job waits. */
  public static final long NEVER = Long.MAX_VALUE;

  private final long[] due;
  private final int[] polls;
  private final BitSet ended;
  private final BitSet polling = new BitSet();
  private final BitSet hurried = new BitSet();
  private final PriorityQueue<Turn> turns =
      new PriorityQueue<>(Comparator.comparingLong(Turn::due).thenComparingInt(Turn::job));
  private int open;

  /** Stands in the queue until it is taken; void when the job's due time has changed since. */
  private record Turn(long due, int job) {}

  private OpenJobs(long[] due, int[] polls, BitSet ended) {
    this.due = due;
    this.polls = polls;
    this.ended = ended;
    this.open = due.length - ended.cardinality();
    for (int job = ended.nextClearBit(0); job < due.length; job = ended.nextClearBit(job + 1)) {
      turns.add(new Turn(due[job], job));
    }
  }

  /**
   * Jobs that are all due at once.
   *
   * @param jobs how many there are
   * @param ended those that have ended before
   * @param polls how often each of the others was polled before
   * @return the jobs
   */
  public static OpenJobs all(int jobs, BitSet ended, int polls) {
    int[] before = new int[jobs];
    Arrays.fill(before, polls);
    return new OpenJobs(new long[jobs], before, (BitSet) ended.clone());
  }

  static OpenJobs of(long[] due, int[] polls, BitSet ended) {
    return new OpenJobs(due, polls, ended);
  }

  /**
   * Takes the job that is due for longest.
   *
   * @param now in milliseconds since the batch began
   * @return its index, and it is under way from now on; -1 when none is due
   */
  public int take(long now) {
    if (nextDue() > now) {
      return -1;
    }
    int job = turns.remove().job();
    polling.set(job);
    return job;
  }

  /**
   * Which jobs wait for their next poll, due or not.
   *
   * @return their indexes in order; none that is under way
   */
  public IntStream waiting() {
    return IntStream.range(0, due.length).filter(job -> !ended.get(job) && !polling.get(job));
  }

  /**
   * Takes one of those that are {@link #waiting}.
   *
   * @param job its index, and it is under way from now on
   */
  public void takeToo(int job) {
    polling.set(job);
  }

  /**
   * When the next job is due.
   *
   * @return in milliseconds since the batch began; {@link #NEVER} when none waits
   */
  public long nextDue() {
    for (Turn turn = turns.peek(); turn != null; turn = turns.peek()) {
      int job = turn.job();
      if (!ended.get(job) && !polling.get(job) && due[job] == turn.due()) {
        return turn.due();
      }
      turns.remove();
    }
    return NEVER;
  }

  /**
   * Puts a job back that was under way.
   *
   * @param job its index
   * @param at when it is due next, unless it was hurried meanwhile
   * @param count how often it was polled
   * @param now in milliseconds since the batch began
   */
  public void again(int job, long at, int count, long now) {
    polling.clear(job);
    polls[job] = count;
    put(job, hurried.get(job) ? now : at);
    hurried.clear(job);
  }

  /**
   * Counts a job as ended.
   *
   * @param job its index
   */
  public void end(int job) {
    polling.clear(job);
    if (!ended.get(job)) {
      ended.set(job);
      open--;
    }
  }

  /**
   * Makes a job due at once; one that is under way is polled once more.
   *
   * @param job its index
   * @param now in milliseconds since the batch began
   */
  public void hurry(int job, long now) {
    if (polling.get(job)) {
      hurried.set(job);
    } else if (!ended.get(job) && due[job] > now) {
      put(job, now);
    }
  }

  private void put(int job, long at) {
    due[job] = at;
    turns.add(new Turn(at, job));
  }

  /**
   * How many have not ended.
   *
   * @return those under way included
   */
  public int open() {
    return open;
  }

  /**
   * How many there are.
   *
   * @return open and ended
   */
  public int size() {
    return due.length;
  }

  /**
   * How often a job was polled.
   *
   * @param job its index
   * @return polls that were answered or failed
   */
  public int polls(int job) {
    return polls[job];
  }

  boolean ended(int job) {
    return ended.get(job);
  }

  /**
   * When a job is due.
   *
   * @param job its index
   * @return in milliseconds since the batch began; of any meaning only while the job waits
   */
  public long due(int job) {
    return due[job];
  }
}
