package io.github.mediajobs.sweep;

import io.github.mediajobs.api.JobPage;
import io.github.mediajobs.api.ListQuery;
import io.github.mediajobs.job.MediaJob;
import io.github.mediajobs.operation.JobListing;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Walks a List operation, newest first, over the times at which jobs that are due were submitted,
 * and leaps over times at which none was. A page is asked for where at least {@link #WORTH} of the
 * jobs can be expected on it: jobs that are not due stand on it too, and jobs of others, of which
 * the pages before tell by how much time they covered and how many they showed. Not safe for
 * threads.
 */
public final class Sweep {
  /** What a page must answer for: some of its jobs will have ended, and be read all the same. */
  public static final int WORTH = 5;

  /** Some List operations look at 30 days at most. */
  private static final Duration LONGEST_WINDOW = Duration.ofDays(29);

  /** A list goes by the time of creation, which may be a little before that of submission. */
  private static final Duration CREATED_BEFORE = Duration.ofMinutes(1);

  private static final int MOST_POOR_PAGES = 2;

  private final Map<String, List<Due>> byId = new HashMap<>();
  private final TreeSet<Due> waiting =
      new TreeSet<>(Comparator.comparing(Due::submitted).reversed().thenComparing(Due::job));
  private final NavigableMap<Instant, Second> seconds = new TreeMap<>(Comparator.reverseOrder());
  private final List<Integer> left = new ArrayList<>();
  private ListQuery query;
  private String token;
  private Instant oldestListed;
  private int poorPages;
  private Duration covered;

  /**
   * A job that is due.
   *
   * @param job its index
   * @param jobId its id
   * @param submitted when it was submitted
   */
  public record Due(int job, String jobId, Instant submitted) {}

  /**
   * A job that is due and stands on a page.
   *
   * @param job its index
   * @param listed as the page shows it
   */
  public record Shown(int job, MediaJob listed) {}

  /** How many jobs were submitted in a second. */
  private static final class Second {
    private int due;
    private int others;
  }

  /**
   * Has read no page yet.
   *
   * @param due jobs of one operation in one region, some perhaps twice
   * @param others when other jobs were submitted that stand on the same list
   */
  public Sweep(Collection<Due> due, Collection<Instant> others) {
    others.forEach(at -> second(at).others++);
    for (Due each : due) {
      second(each.submitted()).due++;
      List<Due> named = byId.computeIfAbsent(each.jobId().strip(), key -> new ArrayList<>(1));
      // Of two whose ids differ by white space a list does not say which it means.
      if (named.isEmpty() || named.get(0).jobId().equals(each.jobId())) {
        named.add(each);
      }
      waiting.add(each);
    }
  }

  /**
   * The page to read next; what it shows is to be {@link #taken}.
   *
   * @return empty when no further page is worth a call; then every job has been shown or is {@link
   *     #left}
   */
  public Optional<ListQuery> next() {
    if (token != null && poorPages < MOST_POOR_PAGES && worth(oldestListed)) {
      query = query.at(token);
      return Optional.of(query);
    }
    if (token != null) {
      // Of the last second that was listed the rest stands on pages that are not read.
      leave(oldestListed);
      token = null;
    }
    while (!waiting.isEmpty() && poorPages < MOST_POOR_PAGES) {
      Instant newest = waiting.first().submitted();
      if (worth(newest)) {
        query = downFrom(newest);
        return Optional.of(query);
      }
      leaveFirst();
    }
    leave(Instant.MIN);
    return Optional.empty();
  }

  private ListQuery downFrom(Instant newest) {
    Instant oldest = waiting.last().submitted().minus(CREATED_BEFORE);
    Instant earliest = newest.minus(LONGEST_WINDOW);
    return ListQuery.newest()
        .created(oldest.isAfter(earliest) ? oldest : earliest, newest.plusSeconds(1));
  }

  private Second second(Instant at) {
    return seconds.computeIfAbsent(at, key -> new Second());
  }

  /** Whether a page from a time on is expected to answer for enough jobs. */
  private boolean worth(Instant from) {
    double expected = 0;
    double room = JobListing.LARGEST_PAGE;
    for (Map.Entry<Instant, Second> each : seconds.tailMap(from, true).entrySet()) {
      boolean within = covered == null || !each.getKey().isBefore(from.minus(covered));
      if (!within || room <= 0 || expected >= WORTH) {
        break;
      }
      Second second = each.getValue();
      double all = second.due + second.others;
      expected += second.due * Math.min(1, room / all);
      room -= all;
    }
    return expected >= WORTH;
  }

  /**
   * Takes a page.
   *
   * @param page what {@link #next} asked for
   * @return the jobs of the sweep on it
   */
  public List<Shown> taken(JobPage<?> page) {
    List<Shown> shown = new ArrayList<>();
    for (MediaJob listed : page.jobs()) {
      List<Due> named = byId.remove(listed.jobId().strip());
      for (Due due : named == null ? List.<Due>of() : named) {
        if (waiting.remove(due)) {
          seconds.get(due.submitted()).due--;
          shown.add(new Shown(due.job(), listed));
        }
      }
      if (named == null) {
        listed.submittedAt().map(at -> at.truncatedTo(ChronoUnit.SECONDS)).ifPresent(this::passed);
      }
    }
    poorPages = shown.size() >= WORTH ? 0 : poorPages + 1;
    token = page.next();
    List<Instant> times =
        page.jobs().stream().flatMap(it -> it.submittedAt().stream()).sorted().toList();
    if (token == null) {
      leave(query.from());
    } else if (times.isEmpty()) {
      giveUp();
    } else {
      cover(times.get(0), times.get(times.size() - 1));
    }
    return shown;
  }

  private void cover(Instant oldest, Instant newest) {
    Duration span = Duration.between(oldest, newest);
    covered = covered == null || span.compareTo(covered) > 0 ? span : covered;
    oldestListed = oldest;
    // What is newer should have stood on the page.
    leave(oldest.plusSeconds(1));
  }

  /** Gives up the list: the jobs that it has not shown are {@link #left}. */
  public void giveUp() {
    leave(Instant.MIN);
    token = null;
  }

  private void leave(Instant from) {
    while (!waiting.isEmpty() && !waiting.first().submitted().isBefore(from)) {
      leaveFirst();
    }
  }

  private void leaveFirst() {
    Due first = waiting.pollFirst();
    Second second = seconds.get(first.submitted());
    second.due--;
    second.others++;
    left.add(first.job());
  }

  /** A job that is not due lies behind. */
  private void passed(Instant at) {
    Second second = seconds.get(at);
    if (second != null && second.others > 0) {
      second.others--;
    }
  }

  /**
   * Hands over the jobs that the list did not answer for.
   *
   * @return their indexes; each is handed over once
   */
  public List<Integer> left() {
    List<Integer> jobs = List.copyOf(left);
    left.clear();
    return jobs;
  }

  /**
   * Hands over the jobs that no page was read for yet; the sweep is over.
   *
   * @return their indexes
   */
  public List<Integer> stop() {
    List<Integer> jobs = waiting.stream().map(Due::job).toList();
    waiting.clear();
    token = null;
    return jobs;
  }
}
