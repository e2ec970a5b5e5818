package io.github.mediajobs.benchmark.scale;

import io.github.mediajobs.outcome.OutcomeKind;
import io.github.mediajobs.wire.JobEnd;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What clients heard, against what was to come. Safe for threads. */
final class Ends {
  private final Map<String, OutcomeKind> expected;
  private final Set<String> heard = new HashSet<>();
  private int right;
  private int wrong;

  Ends(List<Job> jobs) {
    expected = jobs.stream().collect(Collectors.toUnmodifiableMap(Job::id, Job::end));
  }

  synchronized void add(JobEnd end) {
    String id = end.reference().jobId();
    boolean first = heard.add(id);
    if (first && end.failure() == null && end.outcome().outcome() == expected.get(id)) {
      right++;
    } else {
      wrong++;
    }
  }

  synchronized int heard() {
    return heard.size();
  }

  synchronized int right() {
    return right;
  }

  /** Another outcome, none, or one that came twice. */
  synchronized int wrong() {
    return wrong;
  }
}
