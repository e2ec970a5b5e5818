package io.github.mediajobs.cli;

import io.github.mediajobs.api.CredentialsSource;
import io.github.mediajobs.cli.command.Invocation;
import io.github.mediajobs.cli.command.RootCommand;
import io.github.mediajobs.cli.exit.ExitCode;
import io.github.mediajobs.cli.exit.Problem;
import io.github.mediajobs.cli.terminal.Style;
import io.github.mediajobs.cli.terminal.Terminal;
import io.github.mediajobs.cli.text.Line;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command {@code mediajobs} in a process that may be a test's. */
public final class Cli {
  private static final Logger LOG = LoggerFactory.getLogger(Cli.class);
  private static final int WIDEST_HELP = 100;

  private final Map<String, String> environment;
  private final PrintStream out;
  private final PrintStream err;
  private final Terminal terminal;
  private final CredentialsSource credentials;

  /**
   * Takes what the command touches.
   *
   * @param environment the process's environment
   * @param out standard output, UTF-8
   * @param err standard error, UTF-8
   * @param terminal what standard output is connected to
   * @param credentials what reads of the API are signed with
   */
  public Cli(
      Map<String, String> environment,
      PrintStream out,
      PrintStream err,
      Terminal terminal,
      CredentialsSource credentials) {
    this.environment = Map.copyOf(environment);
    this.out = out;
    this.err = err;
    this.terminal = terminal;
    this.credentials = credentials;
  }

  /**
   * Runs one command.
   *
   * @param arguments the words after {@code mediajobs}
   * @return the exit code, 0 to 5
   */
  public int run(String... arguments) {
    Invocation invocation =
        new Invocation(List.of(arguments), environment, out, err, terminal, credentials);
    boolean coloured = terminal.live() && terminal.style() == Style.COLOURED;
    int width = terminal.live() ? terminal.columns().getAsInt() : WIDEST_HELP;
    return RootCommand.forArguments(invocation)
        .setOut(new PrintWriter(out, true, StandardCharsets.UTF_8))
        .setErr(new PrintWriter(err, true, StandardCharsets.UTF_8))
        .setColorScheme(Help.defaultColorScheme(coloured ? Help.Ansi.ON : Help.Ansi.OFF))
        .setUsageHelpWidth(Math.max(60, Math.min(WIDEST_HELP, width)))
        // Job ids are opaque: one may begin with an at sign.
        .setExpandAtFiles(false)
        .setParameterExceptionHandler((failure, words) -> usage(failure, words))
        .setExecutionExceptionHandler((failure, command, words) -> failed(failure))
        .execute(arguments);
  }

  private int usage(ParameterException failure, String... words) {
    CommandLine command = failure.getCommandLine();
    boolean unknown = failure instanceof UnmatchedArgumentException && command.getParent() == null;
    String message =
        unknown
            ? "unknown command or option: " + Line.command(List.of(words))
            : failure.getMessage();
    String name = command.getCommandSpec().qualifiedName(" ");
    return told(new Problem(ExitCode.BAD_INPUT, "%s. Try '%s --help'".formatted(message, name)));
  }

  private int failed(Exception failure) {
    if (LOG.isDebugEnabled()) {
      failure.printStackTrace(err);
    }
    return told(Problem.of(failure));
  }

  private int told(Problem problem) {
    err.println("mediajobs: " + problem.line());
    err.flush();
    return problem.code().number();
  }
}
