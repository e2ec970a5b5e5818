package io.github.mediajobs.emulator.traffic;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The calls that came, counted and in part remembered: the last 10,000 calls, the last 10,000
 * seconds of each service, the 200,000 jobs read last.
 */
public final class CallLog {
  private static final int CALLS = 10_000;
  private static final int SECONDS = 10_000;
  private static final int JOBS = 200_000;

  private final Deque<Call> recent = new ArrayDeque<>();
  private final Map<String, Long> perOperation = new TreeMap<>();
  private final Map<String, SortedMap<Instant, Long>> perSecond = new TreeMap<>();
  private final LinkedHashMap<String, PollCounter> perJob = new LinkedHashMap<>(16, 0.75f, true);
  private long total;

  /**
   * Counts a call.
   *
   * @param call the call
   */
  public synchronized void add(Call call) {
    total++;
    recent.addLast(call);
    if (recent.size() > CALLS) {
      recent.removeFirst();
    }
    if (call.service() != null) {
      perOperation.merge(call.action(), 1L, Long::sum);
      countSecond(perSecond.computeIfAbsent(call.service(), name -> new TreeMap<>()), call.at());
    }
    if (call.jobId() != null) {
      countPoll(call.jobId().strip(), call.at());
    }
  }

  /**
   * How many calls there were.
   *
   * @return all calls, refused ones among them
   */
  public synchronized long total() {
    return total;
  }

  /**
   * How many calls each operation had.
   *
   * @return counts by the API's name; calls of unknown operations are in the total only
   */
  public synchronized Map<String, Long> perOperation() {
    return new TreeMap<>(perOperation);
  }

  /**
   * How many calls a service had in each second of the emulator's clock.
   *
   * @param service the product's short name, such as {@code ICE}
   * @return counts by the beginning of the second; seconds without a call are left out
   */
  public synchronized SortedMap<Instant, Long> perSecond(String service) {
    return new TreeMap<>(perSecond.getOrDefault(service, new TreeMap<>()));
  }

  /**
   * The calls themselves.
   *
   * @return the last of them, oldest first
   */
  public synchronized List<Call> recent() {
    return List.copyOf(recent);
  }

  /**
   * The newest calls.
   *
   * @param count how many at most
   * @return the last of them, oldest first
   */
  public synchronized List<Call> recent(int count) {
    return recent.stream().skip(Math.max(0, recent.size() - count)).toList();
  }

  /**
   * The calls that named a job.
   *
   * @param jobId the id; white space around it does not count
   * @return count and times
   */
  public synchronized Polls polls(String jobId) {
    PollCounter counter = perJob.get(jobId.strip());
    return counter == null ? Polls.NONE : counter.snapshot();
  }

  /** Forgets all calls. */
  public synchronized void clear() {
    total = 0;
    recent.clear();
    perOperation.clear();
    perSecond.clear();
    perJob.clear();
  }

  private static void countSecond(SortedMap<Instant, Long> seconds, Instant at) {
    seconds.merge(at.truncatedTo(ChronoUnit.SECONDS), 1L, Long::sum);
    if (seconds.size() > SECONDS) {
      seconds.remove(seconds.firstKey());
    }
  }

  private void countPoll(String jobId, Instant at) {
    perJob.computeIfAbsent(jobId, id -> new PollCounter()).count(at);
    if (perJob.size() > JOBS) {
      perJob.remove(perJob.keySet().iterator().next());
    }
  }
}
