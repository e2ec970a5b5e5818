package io.github.mediajobs.cli.demo;

import io.github.mediajobs.cli.exit.ExitCode;
import io.github.mediajobs.cli.watch.Ended;
import io.github.mediajobs.cli.watch.Ending;
import io.github.mediajobs.cli.watch.WaitReport;
import io.github.mediajobs.cli.watch.WaitWatch;
import io.github.mediajobs.cli.watch.Watched;
import io.github.mediajobs.client.JobHandle;
import io.github.mediajobs.client.MediaJobsClient;
import io.github.mediajobs.job.MediaJob;
import io.github.mediajobs.operation.JobOperation;
import io.github.mediajobs.wire.Polling;
import io.github.mediajobs.wire.Step;
import io.github.mediajobs.workflow.PipelineResult;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/** Ten jobs, awaited durably and fanned out, in less than half a minute. */
public final class Demo {
  private static final Polling QUICK =
      new Polling(
          "exponential",
          Duration.ofMillis(500),
          1.5,
          null,
          Duration.ofMillis(500),
          Duration.ofSeconds(2),
          0.1,
          Duration.ofSeconds(4),
          null);

  private final WaitReport report;
  private final Consumer<String> lines;

  /**
   * A demo that has not begun.
   *
   * @param report shows the waits; closed before the table is printed
   * @param lines takes the lines around the waits
   */
  public Demo(WaitReport report, Consumer<String> lines) {
    this.report = report;
    this.lines = lines;
  }

  /**
   * Runs the demo.
   *
   * @return {@link ExitCode#SUCCEEDED} when every wait ended with an outcome, failed jobs among
   *     them, else {@link ExitCode#NOT_FOUND_OUT}
   * @throws InterruptedException when the thread is interrupted
   */
  public ExitCode run() throws InterruptedException {
    lines.accept("Temporal, both APIs and two workers, all in this process; nothing leaves it.");
    List<Ended<PipelineResult<?>>> ends = new ArrayList<>();
    try (DemoHouse house = DemoHouse.open()) {
      DemoJobs.ALL.forEach(job -> job.submitTo(house.emulator()));
      List<Watched<PipelineResult<?>>> waits =
          DemoJobs.ALL.stream().map(job -> watched(job, house.client())).toList();
      new WaitWatch<PipelineResult<?>>(
              report, it -> Ending.of(it.outcome()), ends::add, InstantSource.system())
          .run(waits);
    }
    report.close();
    tell(ends);
    return ends.size() == DemoJobs.ALL.size() ? ExitCode.SUCCEEDED : ExitCode.NOT_FOUND_OUT;
  }

  private void tell(List<Ended<PipelineResult<?>>> ends) {
    ends.sort(Comparator.comparingInt(Demo::position));
    lines.accept("");
    DemoTable.lines(ends).forEach(lines);
    lines.accept("");
    lines.accept("Next, the same across processes: temporal server start-dev, mediajobs emulator,");
    lines.accept("mediajobs worker, and mediajobs await package JOB_ID; --help tells more.");
  }

  private static int position(Ended<?> end) {
    return DemoJobs.ALL.stream().map(DemoJob::reference).toList().indexOf(end.job());
  }

  private static Watched<PipelineResult<?>> watched(DemoJob job, MediaJobsClient client) {
    return new Watched<>(job.reference(), () -> start(job, job.operation(), client));
  }

  private static <J extends MediaJob> JobHandle<PipelineResult<J>> start(
      DemoJob job, JobOperation<J> operation, MediaJobsClient client) {
    return client
        .await(operation, job.jobId())
        .within(job.deadline())
        .polling(QUICK)
        .onSuccess(job.onSuccess().toArray(Step[]::new))
        .onFailure(DemoSteps.ALERT, DemoSteps.REFUND)
        .start();
  }
}
