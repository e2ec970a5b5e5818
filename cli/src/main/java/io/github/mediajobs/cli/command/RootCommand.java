package io.github.mediajobs.cli.command;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command itself: help, version, verbosity, and the subcommands under it. */
@Command(
    name = "mediajobs",
    description = {
      "Awaits Alibaba Cloud media jobs durably, through Temporal.%n",
      "OPERATION is the API's name or its alias: GetDynamicImageJob (dynamic-image),",
      "GetMediaProducingJob (media-producing), GetLiveSnapshotJob (live-snapshot),",
      "GetPackageJob (package), QueryIProductionJob (iproduction).%n"
    },
    versionProvider = RootCommand.Version.class,
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:succeeded",
      "1:a job failed",
      "2:bad usage or input",
      "3:job not found",
      "4:a job had not ended at the deadline",
      "5:the state of a job could not be found out"
    },
    footerHeading = "%nTry first:%n",
    footer = "  mediajobs demo")
public final class RootCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  private RootCommand() {}

  /**
   * The command line of one invocation.
   *
   * @param invocation how the command was called
   * @return the parser, ready to execute
   */
  public static CommandLine of(Invocation invocation) {
    return new CommandLine(new RootCommand())
        .addSubcommand(new DemoCommand(invocation))
        .addSubcommand(new WorkerCommand(invocation))
        .addSubcommand(new GetCommand(invocation))
        .addSubcommand(new AwaitCommand(invocation))
        .addSubcommand(new PlanCommand(invocation))
        .addSubcommand(new EmulatorCommand(invocation));
  }

  @Option(
      names = {"-v", "--verbose"},
      scope = ScopeType.INHERIT,
      description = "Log what this library does, and stack traces, on standard error.")
  void verbose(boolean verbose) {
    if (verbose && LoggerFactory.getLogger("io.github.mediajobs") instanceof Logger logger) {
      logger.setLevel(Level.DEBUG);
    }
  }

  @Override
  public Integer call() {
    throw new ParameterException(
        spec.commandLine(), "name a command: demo, worker, get, await, plan or emulator");
  }

  /** The version in the jar's manifest. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = RootCommand.class.getPackage().getImplementationVersion();
      return new String[] {"mediajobs " + Objects.requireNonNullElse(version, "built from source")};
    }
  }
}
