package io.github.mediajobs.cli.watch;

import io.github.mediajobs.cli.exit.Problem;
import io.github.mediajobs.outcome.JobReference;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Knows which waits go on, and leaves what is shown to another report. */
public final class GoingOn implements WaitReport {
  private final WaitReport report;
  private final Set<JobReference> jobs = new LinkedHashSet<>();

  /**
   * Nothing goes on yet.
   *
   * @param report shows the waits; closed with this one
   */
  public GoingOn(WaitReport report) {
    this.report = report;
  }

  /**
   * The jobs whose waits were started or joined and have not ended since. Any thread may ask.
   *
   * @return a copy, in the order of the starts
   */
  public List<JobReference> jobs() {
    synchronized (jobs) {
      return List.copyOf(jobs);
    }
  }

  @Override
  public void started(JobReference job) {
    synchronized (jobs) {
      jobs.add(job);
    }
    report.started(job);
  }

  @Override
  public void seen(JobReference job, Stage stage, Duration waited) {
    report.seen(job, stage, waited);
  }

  @Override
  public void ended(Ending ending, Duration waited) {
    forget(ending.job());
    report.ended(ending, waited);
  }

  @Override
  public void notFoundOut(JobReference job, Problem problem) {
    forget(job);
    report.notFoundOut(job, problem);
  }

  @Override
  public void tick() {
    report.tick();
  }

  @Override
  public void close() {
    report.close();
  }

  private void forget(JobReference job) {
    synchronized (jobs) {
      jobs.remove(job);
    }
  }
}
