package io.github.mediajobs.cli.command;

import io.github.mediajobs.cli.text.ComeBack;
import io.github.mediajobs.cli.watch.WaitReport;
import io.github.mediajobs.outcome.JobReference;
import java.io.PrintStream;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Says how to come back when the process is told to end while waits go on. */
final class Interruption implements AutoCloseable {
  private final Map<JobReference, String> goingOn;
  private final Thread hook;

  private Interruption(
      Map<JobReference, String> goingOn,
      List<String> arguments,
      WaitReport report,
      PrintStream err) {
    this.goingOn = goingOn;
    this.hook =
        new Thread(
            () -> {
              report.close();
              ComeBack.lines(arguments, List.copyOf(goingOn.values())).forEach(err::println);
              err.flush();
            },
            "mediajobs-interruption");
  }

  static Interruption of(
      JobWaits<?> waits, List<String> arguments, WaitReport report, PrintStream err) {
    Interruption interruption =
        new Interruption(
            Collections.synchronizedMap(new LinkedHashMap<>(waits.workflowIds())),
            arguments,
            report,
            err);
    Runtime.getRuntime().addShutdownHook(interruption.hook);
    return interruption;
  }

  void ended(JobReference job) {
    goingOn.remove(job);
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
