package io.github.mediajobs.cli.watch;

import io.github.mediajobs.cli.text.Line;
import io.github.mediajobs.outcome.JobReference;

/** A job's name on a line. */
final class JobName {
  private JobName() {}

  static String of(JobReference job) {
    return job.operation() + " " + Line.of(job.jobId());
  }

  /** A text about the job, which names it already or not. */
  static String before(JobReference job, String text) {
    return text.startsWith(of(job)) ? text : of(job) + ": " + text;
  }
}
