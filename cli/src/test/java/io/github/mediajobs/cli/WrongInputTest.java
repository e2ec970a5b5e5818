package io.github.mediajobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mediajobs.api.CredentialsSource;
import io.github.mediajobs.cli.terminal.Terminal;
import io.github.mediajobs.emulator.Emulator;
import io.github.mediajobs.operation.Catalogue;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Wrong input gives one clear line and exit code 2, before anything is called. */
class WrongInputTest {
  static Stream<Arguments> wrongUses() {
    return Stream.of(
        wrong(
            "name a command: demo, worker, get, await, list, describe, plan, emulator, completion."
                + " Try 'mediajobs --help'"),
        wrong("unknown command or option: frobnicate. Try 'mediajobs --help'", "frobnicate"),
        wrong("Try 'mediajobs get --help'", "get", "package"),
        wrong("Try 'mediajobs get --help'", "get", "package", "a", "b"),
        wrong("JOB_ID: missing; name a job, or a file with --from", "await", "package"),
        wrong("Unknown option: '--jsn'. Try 'mediajobs await --help'", "await", "x", "y", "--jsn"),
        wrong("'many' is not an int. Try 'mediajobs emulator --help'", "emulator", "--port=many"),
        wrong("expected 0 to 65535, got 70000", "emulator", "--port", "70000"));
  }

  @ParameterizedTest
  @MethodSource
  void wrongUses(String message, String[] arguments) {
    CommandRun run = CommandRun.of(Map.of(), arguments);
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errLine()).startsWith("mediajobs: ").contains(message);
    assertThat(run.out()).isEmpty();
  }

  static Stream<Arguments> wrongValues() {
    return Stream.of(
        wrong("jobId: blank", "await", "package", ""),
        wrong("jobId: blank", "await", "package", "good", " \n"),
        wrong("jobId: 257 characters", "await", "package", "x".repeat(257)),
        wrong("region: expected a region id", "await", "package", "x", "--region", "a/b"),
        wrong("expected an ISO-8601 duration", "await", "package", "x", "--deadline", "6h"),
        wrong("above zero", "await", "package", "x", "--deadline", "PT0S"),
        wrong("above zero", "await", "package", "x", "--deadline=-PT5S"),
        wrong("at most P30D", "await", "package", "x", "--deadline", "P31D"),
        wrong("no status Done; it has [Init", "await", "package", "x", "--until", "Done"),
        wrong("no status Sucess;", "await", "package", "x", "--until", "Success,Sucess"),
        wrong("jobId: blank", "get", "package", ""),
        wrong("jobId: blank", "describe", "package", ""),
        wrong("JOB_ID: missing", "describe", "package"),
        wrong("in place of OPERATION", "describe", "package", "x", "--workflow-id", "y"),
        wrong("no status Done; it has [Init", "describe", "package", "x", "--until", "Done"),
        wrong("--limit: expected 1 or more", "list", "--limit", "0"),
        wrong("unknown operation x", "list", "--operation", "x"),
        wrong("region: expected a region id", "get", "package", "x", "--region", "SHANGHAI"));
  }

  @ParameterizedTest
  @MethodSource
  void wrongValues(String message, String[] arguments) {
    CommandRun run = CommandRun.of(Map.of(), arguments);
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errLine()).contains(message);
    assertThat(run.out()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"get", "await"})
  void anUnknownOperationListsTheKnown(String command) {
    CommandRun run = CommandRun.of(Map.of(), command, "packaging", "job-1");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errLine()).contains("unknown operation packaging");
    Catalogue.standard()
        .operations()
        .forEach(it -> assertThat(run.errLine()).contains(it.action(), it.alias()));
  }

  static Stream<Arguments> wrongConfigurations() {
    return Stream.of("get package x", "await package x", "worker")
        .flatMap(
            command ->
                Stream.of(
                    Arguments.of(command, "MEDIAJOBS_ICE_ENDPOINT", "http://example.com"),
                    Arguments.of(command, "MEDIAJOBS_MPS_ENDPOINT", "nonsense"),
                    Arguments.of(command, "MEDIAJOBS_REGION", "Mars!"),
                    Arguments.of(command, "MEDIAJOBS_CALLS_PER_SECOND", "-1")));
  }

  @ParameterizedTest
  @MethodSource
  void wrongConfigurations(String command, String variable, String value) {
    CommandRun run = CommandRun.of(Map.of(variable, value), command.split(" ", -1));
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errLine()).startsWith("mediajobs: " + variable + ": ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"get package x", "worker"})
  void missingCredentialsCannotBeHelpedByTryingOn(String command) {
    CommandRun run =
        CommandRun.of(
            Map.of(), CredentialsSource.official(), Terminal.NONE, command.split(" ", -1));
    assertThat(run.exitCode()).isEqualTo(5);
    assertThat(run.errLine())
        .contains("no credentials were found; set ALIBABA_CLOUD_ACCESS_KEY_ID");
  }

  @Test
  void anUnreachableTemporalServiceIsToldAfterAWhile() {
    CommandRun run =
        CommandRun.of(Map.of("TEMPORAL_ADDRESS", "127.0.0.1:1"), "await", "package", "job-1");
    assertThat(run.exitCode()).isEqualTo(5);
    assertThat(run.errLine()).contains("no Temporal service at 127.0.0.1:1", "TEMPORAL_ADDRESS");
    assertThat(run.out()).isEmpty();
  }

  @Test
  void aTakenPortIsBadInput() {
    try (Emulator emulator = Emulator.start()) {
      String port = Integer.toString(emulator.url().getPort());
      CommandRun run = CommandRun.of(Map.of(), "emulator", "--port", port);
      assertThat(run.exitCode()).isEqualTo(2);
      assertThat(run.errLine()).contains("--port: ", port, "choose another port");
    }
  }

  private static Arguments wrong(String message, String... arguments) {
    return Arguments.of(message, arguments);
  }
}
