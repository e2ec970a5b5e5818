package io.github.mediajobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mediajobs.api.ApiCredentials;
import io.github.mediajobs.api.CredentialsSource;
import io.github.mediajobs.cli.terminal.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** One run of the command in this process. No run may print a stack trace or a secret. */
record CommandRun(int exitCode, String out, String err) {
  static final String SECRET = "s3cr3t-0f-the-test";
  static final CredentialsSource KEY = () -> new ApiCredentials("emulator", SECRET, null);

  static CommandRun of(Map<String, String> environment, String... arguments) {
    return of(environment, KEY, Terminal.NONE, arguments);
  }

  static CommandRun of(
      Map<String, String> environment,
      CredentialsSource credentials,
      Terminal terminal,
      String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int exitCode =
        new Cli(environment, stream(out), stream(err), terminal, credentials).run(arguments);
    CommandRun run =
        new CommandRun(
            exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    assertThat(run.out() + run.err()).doesNotContain("\tat ", SECRET);
    return run;
  }

  List<String> outLines() {
    return out.lines().toList();
  }

  /** The one line on standard error. */
  String errLine() {
    assertThat(err.lines()).as("lines on standard error").hasSize(1);
    return err.strip();
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }
}
