package io.github.mediajobs.emulator.job;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** The scripted jobs of one operation in the order of their creation. */
final class Shelf {
  private final NavigableMap<Place, ScriptedJob> jobs = new ConcurrentSkipListMap<>();

  void put(ScriptedJob job) {
    jobs.put(job.place(), job);
  }

  void remove(ScriptedJob job) {
    jobs.remove(job.place());
  }

  void clear() {
    jobs.clear();
  }

  /** Only the jobs on the page are written out: a list of many costs little. */
  JobsFound find(JobSearch search, Instant now) {
    List<ObjectNode> page = new ArrayList<>();
    Place last = null;
    long total = 0;
    for (ScriptedJob job : between(search)) {
      if (job.visible(now) && matches(job, search, now)) {
        if (total >= search.skip() && page.size() < search.size()) {
          page.add((ObjectNode) job.response(now).at(search.operation().job()));
          last = job.place();
        }
        total++;
        if (!search.counted() && total > search.skip() + page.size()) {
          break;
        }
      }
    }
    return new JobsFound(page, total > search.skip() + page.size() ? last : null, total);
  }

  private Collection<ScriptedJob> between(JobSearch search) {
    Place first = search.from() == null ? Place.FIRST : Place.before(search.from());
    Place end = search.to() == null ? Place.LAST : Place.before(wholeSecond(search.to()));
    if (search.after() != null) {
      first = search.newestFirst() ? first : max(first, search.after());
      end = search.newestFirst() ? min(end, search.after()) : end;
    }
    if (first.compareTo(end) >= 0) {
      return List.of();
    }
    NavigableMap<Place, ScriptedJob> within = jobs.subMap(first, false, end, false);
    return (search.newestFirst() ? within.descendingMap() : within).values();
  }

  private static Place max(Place one, Place other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  private static Place min(Place one, Place other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  /** Times of creation are shown to the second, and that second is within. */
  private static Instant wholeSecond(Instant to) {
    return to.truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
  }

  private static boolean matches(ScriptedJob job, JobSearch search, Instant now) {
    return (search.status() == null || search.status().equals(job.status(now)))
        && (search.keyword() == null || job.isCalled(search.keyword()));
  }
}
