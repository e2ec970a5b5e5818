package io.github.mediajobs.cli.watch;

import io.github.mediajobs.cli.exit.Problem;
import io.github.mediajobs.outcome.JobReference;
import java.time.Duration;

/** Shows waits while they go on. One thread calls it, but for {@link #close}. */
public interface WaitReport extends AutoCloseable {
  /**
   * A wait was started or joined.
   *
   * @param job which job
   */
  void started(JobReference job);

  /**
   * A wait was looked at.
   *
   * @param job which job
   * @param stage where it stands
   * @param waited since the run began
   */
  void seen(JobReference job, Stage stage, Duration waited);

  /**
   * A wait ended.
   *
   * @param ending how
   * @param waited since the run began
   */
  void ended(Ending ending, Duration waited);

  /**
   * A wait ended without an outcome.
   *
   * @param job which job
   * @param problem why
   */
  void notFoundOut(JobReference job, Problem problem);

  /** Time went by; called several times a second. */
  void tick();

  /** No more is shown; any thread may say so. */
  @Override
  void close();
}
