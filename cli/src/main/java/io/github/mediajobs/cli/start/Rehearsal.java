package io.github.mediajobs.cli.start;

import io.github.mediajobs.api.CredentialsSource;
import io.github.mediajobs.cli.Cli;
import io.github.mediajobs.cli.terminal.SystemTerminal;
import io.github.mediajobs.cli.terminal.Terminal;
import io.github.mediajobs.emulator.Emulator;
import io.github.mediajobs.emulator.job.JobScript;
import io.github.mediajobs.operation.Operations;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/**
 * Runs what most runs of the command run, so that the JVM can archive the classes that it loads:
 * {@code bin/mediajobs} does, once for each Java.
 */
public final class Rehearsal {
  private static final String JOB = "rehearsed";
  private static final String CLOSED_PORT = "127.0.0.1:1";

  private Rehearsal() {}

  /**
   * Reads a job from an emulator of its own, shows help, and tries once to connect to Temporal.
   * Nothing is printed.
   *
   * @param arguments none
   */
  public static void main(String... arguments) {
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
    SystemTerminal.find(Map.of("TERM", "xterm"));
    try (Emulator emulator = Emulator.start()) {
      emulator.add(JobScript.succeeding(Operations.PACKAGE, JOB, Duration.ZERO));
      String url = emulator.url().toString();
      Map<String, String> environment =
          Map.of(
              "MEDIAJOBS_ICE_ENDPOINT", url,
              "MEDIAJOBS_MPS_ENDPOINT", url,
              "TEMPORAL_ADDRESS", CLOSED_PORT);
      Cli cli = new Cli(environment, nowhere, nowhere, Terminal.NONE, CredentialsSource.official());
      cli.run("get", "package", JOB, "--json");
      cli.run("get", "package", JOB);
      cli.run("--help");
      // Else it would try for ten seconds.
      Thread.currentThread().interrupt();
      cli.run("list");
    }
    System.exit(0);
  }
}
