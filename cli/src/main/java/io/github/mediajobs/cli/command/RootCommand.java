package io.github.mediajobs.cli.command;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Function;
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
    footerHeading = "%nExamples:%n",
    footer = {
      "  mediajobs demo",
      "  mediajobs await package 36f3fee40aa047c0b067d0fb85ed --deadline PT6H",
      "  mediajobs list"
    })
public final class RootCommand implements Callable<Integer> {
  private static final String COMPLETION = "completion";

  /** In the order of the help. */
  private static final Map<String, Function<Invocation, Object>> COMMANDS = commands();

  @Spec private CommandSpec spec;

  private RootCommand() {}

  /**
   * The command line of one invocation.
   *
   * @param invocation how the command was called
   * @return the parser, ready to execute
   */
  public static CommandLine of(Invocation invocation) {
    CommandLine root = new CommandLine(new RootCommand());
    COMMANDS.forEach((name, command) -> root.addSubcommand(name, command.apply(invocation)));
    return root;
  }

  /**
   * As {@link #of}, with nothing but the command that the first word names, where it names one that
   * needs no other: each takes its time to be read.
   *
   * @param invocation how the command was called
   * @return the parser, ready to execute
   */
  public static CommandLine forArguments(Invocation invocation) {
    String first = invocation.arguments().isEmpty() ? "" : invocation.arguments().get(0);
    if (first.equals(COMPLETION) || !COMMANDS.containsKey(first)) {
      return of(invocation);
    }
    return new CommandLine(new RootCommand())
        .addSubcommand(first, COMMANDS.get(first).apply(invocation));
  }

  private static Map<String, Function<Invocation, Object>> commands() {
    Map<String, Function<Invocation, Object>> commands = new LinkedHashMap<>();
    commands.put("demo", DemoCommand::new);
    commands.put("worker", WorkerCommand::new);
    commands.put("get", GetCommand::new);
    commands.put("await", AwaitCommand::new);
    commands.put("list", ListCommand::new);
    commands.put("describe", DescribeCommand::new);
    commands.put("plan", PlanCommand::new);
    commands.put("emulator", EmulatorCommand::new);
    commands.put(COMPLETION, CompletionCommand::new);
    return Collections.unmodifiableMap(commands);
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
        spec.commandLine(), "name a command: " + String.join(", ", spec.subcommands().keySet()));
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
