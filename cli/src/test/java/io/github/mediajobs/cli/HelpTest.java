package io.github.mediajobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mediajobs.operation.Catalogue;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the command says of itself. */
class HelpTest {
  @Test
  void helpNamesTheCommandsTheOperationsAndTheExitCodes() {
    CommandRun run = CommandRun.of(Map.of(), "--help");
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("demo", "worker", "get", "await", "emulator", "Exit codes:");
    Catalogue.standard()
        .operations()
        .forEach(it -> assertThat(run.out()).contains(it.action(), it.alias()));
    assertThat(run.err()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"demo", "worker", "get", "await", "emulator"})
  void eachCommandHasASynopsisAndExamples(String command) {
    CommandRun run = CommandRun.of(Map.of(), command, "--help");
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).startsWith("Usage: mediajobs " + command).contains("Examples:");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--version", "get -V"})
  void version(String arguments) {
    CommandRun run = CommandRun.of(Map.of(), arguments.split(" ", -1));
    assertThat(run.exitCode()).isZero();
    assertThat(run.outLines()).singleElement().asString().startsWith("mediajobs ");
  }
}
