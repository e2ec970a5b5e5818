package io.github.mediajobs.cli.command;

import io.github.mediajobs.cli.text.ComeBack;
import io.github.mediajobs.cli.watch.GoingOn;
import io.github.mediajobs.cli.watch.WaitReport;
import io.github.mediajobs.outcome.JobReference;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;

/** Says how to come back when the process is told to end while waits go on. */
final class Interruption implements AutoCloseable {
  private final GoingOn goingOn;
  private final Thread hook;

  private Interruption(GoingOn goingOn, Thread hook) {
    this.goingOn = goingOn;
    this.hook = hook;
  }

  static Interruption of(
      WaitReport report,
      Map<JobReference, String> workflowIds,
      List<String> arguments,
      PrintStream err) {
    GoingOn goingOn = new GoingOn(report);
    Thread hook =
        new Thread(
            () -> {
              goingOn.close();
              List<String> ids = goingOn.jobs().stream().map(workflowIds::get).toList();
              ComeBack.lines(arguments, ids).forEach(err::println);
              err.flush();
            },
            "mediajobs-interruption");
    Runtime.getRuntime().addShutdownHook(hook);
    return new Interruption(goingOn, hook);
  }

  /** The report that tells which waits go on. */
  GoingOn goingOn() {
    return goingOn;
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process is ending and the hook has the word.
      return;
    }
  }
}
