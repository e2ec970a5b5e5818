package io.github.mediajobs.activity;

import com.uber.m3.tally.Scope;
import io.github.mediajobs.job.MediaJob;
import io.github.mediajobs.outcome.JobReference;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;

/**
 * Reports a status that an operation's table lacks: once per job and process, at WARN and in the
 * counter {@code mediajobs_unknown_status}.
 */
final class UnknownStatuses {
  private static final int REMEMBERED = 10_000;

  private final Logger log;
  private final Set<JobReference> reported =
      Collections.synchronizedSet(
          Collections.newSetFromMap(
              new LinkedHashMap<>() {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<JobReference, Boolean> eldest) {
                  return size() > REMEMBERED;
                }
              }));

  UnknownStatuses(Logger log) {
    this.log = log;
  }

  void seen(Attempt attempt, MediaJob job, Scope metrics) {
    if (reported.add(attempt.job())) {
      metrics.counter("mediajobs_unknown_status").inc(1);
      log.warn(
          "{} is {}, which is none of {}; polling goes on",
          attempt.job(),
          Shown.status(job),
          attempt.operation().statuses().keySet());
    }
  }
}
