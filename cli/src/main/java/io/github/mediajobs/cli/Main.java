package io.github.mediajobs.cli;

import io.github.mediajobs.api.CredentialsSource;
import io.github.mediajobs.cli.terminal.SystemTerminal;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** The command {@code mediajobs} as a process. */
public final class Main {
  private static final String SECONDS_PER_REQUEST = "sun.net.httpserver.maxReqTime";

  private Main() {}

  /**
   * Runs one command and ends the process with its exit code.
   *
   * @param arguments the words after {@code mediajobs}
   */
  public static void main(String... arguments) {
    if (System.getProperty(SECONDS_PER_REQUEST) == null) {
      // The JDK's server, which receives callbacks, would wait for ever for the rest of a request.
      System.setProperty(SECONDS_PER_REQUEST, "10");
    }
    Cli cli =
        new Cli(
            System.getenv(),
            stream(FileDescriptor.out),
            stream(FileDescriptor.err),
            SystemTerminal.find(System.getenv()),
            CredentialsSource.official());
    System.exit(cli.run(arguments));
  }

  // JSON is UTF-8 whatever the locale.
  private static PrintStream stream(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }
}
