package io.github.mediajobs.cli.command;

import io.github.mediajobs.api.CredentialsSource;
import io.github.mediajobs.cli.terminal.Terminal;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * How the command was called.
 *
 * @param arguments the words after {@code mediajobs}
 * @param environment the process's environment
 * @param out standard output, UTF-8
 * @param err standard error, UTF-8
 * @param terminal what standard output is connected to
 * @param credentials what reads of the API are signed with
 */
public record Invocation(
    List<String> arguments,
    Map<String, String> environment,
    PrintStream out,
    PrintStream err,
    Terminal terminal,
    CredentialsSource credentials) {
  /**
   * Copies what could be modified.
   *
   * @throws NullPointerException when a component is null
   */
  public Invocation {
    arguments = List.copyOf(arguments);
    environment = Map.copyOf(environment);
    Objects.requireNonNull(out, "out");
    Objects.requireNonNull(err, "err");
    Objects.requireNonNull(terminal, "terminal");
    Objects.requireNonNull(credentials, "credentials");
  }

  /** Prints a line and sends it on its way. */
  void line(String line) {
    out.println(line);
    out.flush();
  }
}
