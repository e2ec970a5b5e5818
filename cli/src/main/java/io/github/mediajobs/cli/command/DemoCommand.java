package io.github.mediajobs.cli.command;

import io.github.mediajobs.cli.demo.Demo;
import io.github.mediajobs.cli.watch.WaitReport;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Shows the whole thing in one process. */
@Command(
    name = "demo",
    description = {
      "Shows the whole thing in one process, in less than half a minute.",
      "An embedded Temporal, the emulator, and jobs of all five operations, awaited durably and",
      "fanned out on success and on failure."
    },
    versionProvider = RootCommand.Version.class,
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {"  mediajobs demo", "  mediajobs demo | cat"})
final class DemoCommand implements Callable<Integer> {
  private final Invocation invocation;

  DemoCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() throws InterruptedException {
    try (WaitReport report = Reports.progress(invocation)) {
      return new Demo(report, invocation::line).run().number();
    }
  }
}
