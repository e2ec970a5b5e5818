package io.github.mediajobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mediajobs.cli.command.Invocation;
import io.github.mediajobs.cli.command.RootCommand;
import io.github.mediajobs.cli.terminal.Terminal;
import io.github.mediajobs.operation.Catalogue;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/** What the command says of itself. */
class HelpTest {
  private static final Pattern EXAMPLE =
      Pattern.compile("  (?:[A-Z_]+=\\S+ )*(mediajobs [^|<>;]*)(?: ?[|<>;] ?.*)?");

  @Test
  void helpNamesTheCommandsTheOperationsAndTheExitCodes() {
    CommandRun run = CommandRun.of(Map.of(), "--help");
    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .contains("demo", "worker", "get", "await", "list", "describe", "emulator", "Exit codes:");
    Catalogue.standard()
        .operations()
        .forEach(it -> assertThat(run.out()).contains(it.action(), it.alias()));
    assertThat(run.err()).isEmpty();
  }

  static Stream<CommandLine> commands() {
    CommandLine root = root();
    return Stream.concat(Stream.of(root), root.getSubcommands().values().stream());
  }

  @ParameterizedTest
  @MethodSource("commands")
  void eachCommandHasASynopsisAndExamples(CommandLine command) {
    String name = command.getCommandSpec().qualifiedName(" ");
    CommandRun run = CommandRun.of(Map.of(), (name + " --help").substring(10).split(" ", -1));
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).startsWith("Usage: " + name).contains("Examples:");
    assertThat(examples(command)).hasSizeBetween(2, 4);
  }

  @ParameterizedTest
  @MethodSource("commands")
  void eachExampleParses(CommandLine command) {
    for (String example : examples(command)) {
      String[] words = example.strip().split(" ", -1);
      ParseResult parsed = root().parseArgs(Arrays.copyOfRange(words, 1, words.length));
      ParseResult sub = Objects.requireNonNull(parsed.subcommand(), example);
      if (sub.hasMatchedPositional(0) && !sub.commandSpec().name().equals("completion")) {
        String operation = sub.matchedPositionalValue(0, "");
        assertThat(Catalogue.standard().find(operation)).as(example).isPresent();
      }
    }
  }

  @Test
  void helpIsColouredOnATerminalUnlessNoColorIsSet() {
    assertThat(CommandRun.of(Map.of(), "--help").out()).doesNotContain("\033");
    assertThat(onTerminal(Map.of()).out()).contains("\033[");
    assertThat(onTerminal(Map.of("NO_COLOR", "1")).out()).doesNotContain("\033");
  }

  private static CommandRun onTerminal(Map<String, String> variables) {
    return CommandRun.of(
        Map.of(), CommandRun.KEY, Terminal.live(variables, () -> 80, () -> 24), "--help");
  }

  /** The examples that call the command, without what a shell does around it. */
  private static List<String> examples(CommandLine command) {
    return Stream.of(command.getCommandSpec().usageMessage().footer())
        .map(EXAMPLE::matcher)
        .filter(Matcher::matches)
        .map(it -> it.group(1))
        .toList();
  }

  private static CommandLine root() {
    return RootCommand.of(
        new Invocation(List.of(), Map.of(), System.out, System.err, Terminal.NONE, CommandRun.KEY));
  }

  @ParameterizedTest
  @ValueSource(strings = {"--version", "get -V"})
  void version(String arguments) {
    CommandRun run = CommandRun.of(Map.of(), arguments.split(" ", -1));
    assertThat(run.exitCode()).isZero();
    assertThat(run.outLines()).singleElement().asString().startsWith("mediajobs ");
  }
}
