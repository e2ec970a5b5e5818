package io.github.mediajobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mediajobs.operation.Catalogue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What bash completes with the command's script. */
class CompletionTest {
  @TempDir private Path folder;

  @Test
  void commandsAreCompleted() throws Exception {
    assertThat(completed("mediajobs", "")).contains("demo", "worker", "get", "await", "list");
    assertThat(completed("mediajobs", "des")).containsExactly("describe");
  }

  @ParameterizedTest
  @ValueSource(strings = {"get", "await", "describe", "plan"})
  void operationsAreCompleted(String command) throws Exception {
    List<String> words = completed("mediajobs", command, "");
    Catalogue.standard()
        .operations()
        .forEach(it -> assertThat(words).contains(it.alias(), it.action()));
    assertThat(completed("mediajobs", command, "pack")).containsExactly("package");
  }

  @Test
  void optionsAreCompleted() throws Exception {
    assertThat(completed("mediajobs", "await", "--dead")).containsExactly("--deadline");
    assertThat(completed("mediajobs", "list", "--")).contains("--all", "--limit", "--json");
    assertThat(completed("mediajobs", "list", "--operation", "iprod"))
        .containsExactly("iproduction");
  }

  @Test
  void shellsAreCompletedAndOthersRefused() throws Exception {
    assertThat(completed("mediajobs", "completion", "")).contains("bash", "zsh");
    CommandRun run = CommandRun.of(Map.of(), "completion", "fish");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errLine()).contains("expected bash or zsh, got fish");
  }

  @Test
  void zshGetsTheScriptThatLoadsBashcompinit() {
    String script = CommandRun.of(Map.of(), "completion", "zsh").out();
    assertThat(script)
        .contains("bashcompinit")
        .isEqualTo(CommandRun.of(Map.of(), "completion", "bash").out());
  }

  /** What the last word is completed to. */
  private List<String> completed(String... words) throws IOException, InterruptedException {
    Path script = folder.resolve("completion");
    Files.writeString(script, CommandRun.of(Map.of(), "completion", "bash").out());
    String line =
        "source '%s'; COMP_WORDS=(%s); COMP_CWORD=%d; COMPREPLY=(); _complete_mediajobs; printf '%%s\\n' \"${COMPREPLY[@]}\""
            .formatted(
                script,
                Stream.of(words).map(it -> "'" + it + "'").collect(Collectors.joining(" ")),
                words.length - 1);
    Process bash;
    try {
      bash = new ProcessBuilder("bash", "--norc", "-c", line).redirectErrorStream(false).start();
    } catch (IOException e) {
      System.out.println("SKIPPED: no bash");
      Assumptions.abort("no bash");
      throw e;
    }
    List<String> replies =
        new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
            .lines()
            .map(String::strip)
            .toList();
    assertThat(bash.waitFor()).isZero();
    return replies;
  }
}
