package io.github.mediajobs.cli.watch;

import io.github.mediajobs.cli.exit.Problem;
import io.github.mediajobs.outcome.JobReference;
import java.io.PrintStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/** A line when a wait starts, when its status changes and when it ends: for pipes and files. */
public final class PlainReport implements WaitReport {
  private static final Duration WORKER_GRACE = Duration.ofSeconds(3);

  private final PrintStream out;
  private final PrintStream err;
  private final InstantSource clock;
  private final Map<JobReference, String> shown = new HashMap<>();

  /**
   * A report in lines.
   *
   * @param out where they go
   * @param err where problems go
   * @param clock tells how soon the next poll is
   */
  public PlainReport(PrintStream out, PrintStream err, InstantSource clock) {
    this.out = out;
    this.err = err;
    this.clock = clock;
  }

  @Override
  public void started(JobReference job) {
    line(job, "waiting, in " + job.region());
  }

  @Override
  public void seen(JobReference job, Stage stage, Duration waited) {
    boolean noWorker = stage.equals(Stage.NO_WORKER) && waited.compareTo(WORKER_GRACE) > 0;
    boolean telling = stage.polls() > 0 || noWorker;
    if (!telling || stage.name().equals(shown.put(job, stage.name()))) {
      return;
    }
    line(job, stage.problem().map(it -> "trying again, " + it).orElseGet(() -> told(stage)));
  }

  private String told(Stage stage) {
    String polling = stage.polling(clock.instant());
    String progress = stage.progress().isPresent() ? " " + stage.progress().getAsInt() + " %" : "";
    return stage.name() + progress + (polling.isEmpty() ? "" : ", " + polling);
  }

  @Override
  public void ended(Ending ending, Duration waited) {
    line(ending.job(), ending.line(waited));
  }

  @Override
  public void notFoundOut(JobReference job, Problem problem) {
    err.println("mediajobs: " + JobName.before(job, problem.line()));
  }

  @Override
  public void tick() {}

  @Override
  public void close() {}

  private void line(JobReference job, String text) {
    out.println(JobName.of(job) + ": " + text);
    out.flush();
  }
}
