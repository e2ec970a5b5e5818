package io.github.mediajobs.cli.watch;

import io.github.mediajobs.cli.exit.Problem;
import io.github.mediajobs.outcome.JobReference;
import java.io.PrintStream;
import java.time.Duration;

/** Shows nothing but problems: standard output is someone else's. */
public final class QuietReport implements WaitReport {
  private final PrintStream err;

  /**
   * A report of problems only.
   *
   * @param err where they go
   */
  public QuietReport(PrintStream err) {
    this.err = err;
  }

  @Override
  public void started(JobReference job) {}

  @Override
  public void seen(JobReference job, Stage stage, Duration waited) {}

  @Override
  public void ended(Ending ending, Duration waited) {}

  @Override
  public void notFoundOut(JobReference job, Problem problem) {
    err.println("mediajobs: " + JobName.before(job, problem.line()));
  }

  @Override
  public void tick() {}

  @Override
  public void close() {}
}
