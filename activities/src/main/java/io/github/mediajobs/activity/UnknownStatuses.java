package io.github.mediajobs.activity;

import com.uber.m3.tally.Scope;
import io.github.mediajobs.operation.JobOperation;
import io.github.mediajobs.outcome.JobReference;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reports a status that an operation's table lacks: once per job and process, at WARN and in the
 * counter {@code mediajobs_unknown_status}.
 */
final class UnknownStatuses {
  private static final Logger LOG = LoggerFactory.getLogger(UnknownStatuses.class);
  private static final int REMEMBERED = 10_000;

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

  void seen(JobOperation<?> operation, JobReference job, String status, Scope metrics) {
    if (reported.add(job)) {
      metrics.counter("mediajobs_unknown_status").inc(1);
      LOG.warn(
          "{} has the status {}, which is not among {}; polling goes on",
          job,
          status,
          operation.statuses().keySet());
    }
  }
}
