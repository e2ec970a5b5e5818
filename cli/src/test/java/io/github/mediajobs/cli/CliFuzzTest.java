package io.github.mediajobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.mediajobs.api.CredentialsSource;
import io.github.mediajobs.cli.command.Invocation;
import io.github.mediajobs.cli.command.RootCommand;
import io.github.mediajobs.cli.terminal.Terminal;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * Whatever is typed, in whatever environment. An input has a variable on each line, an empty line,
 * and a word of the command line on each line; {@code \n} stands for a line break in a word, and
 * {@code $SECRET} for one in a variable that may hold it.
 */
class CliFuzzTest {
  private static final String CLOSED_PORT = "127.0.0.1:1";
  private static final Set<String> ENDPOINTS =
      Set.of("MEDIAJOBS_ICE_ENDPOINT", "MEDIAJOBS_MPS_ENDPOINT");
  private static final Pattern SECRET_KEEPERS =
      Pattern.compile(
          "MEDIAJOBS_(ICE|MPS)_ENDPOINT|MEDIAJOBS_WEBHOOK_(HOSTS|SECRET)"
              + "|TEMPORAL_API_KEY|TEMPORAL_TLS_.*_DATA|TEMPORAL_GRPC_META_.*");
  private static final CredentialsSource NO_KEY =
      () -> {
        throw new IllegalStateException("no credentials were found");
      };

  private final Logger logger = (Logger) LoggerFactory.getLogger("io.github.mediajobs");
  private final Level level = logger.getLevel();

  @AfterEach
  void asBefore() {
    logger.setLevel(level);
  }

  @FuzzTest
  @Timeout(30)
  void endsInOrder(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8).replace(CommandRun.SECRET, "?");
    int end = text.indexOf("\n\n");
    Map<String, String> environment = environment(text.substring(0, Math.max(end, 0)));
    String[] words = words(end < 0 ? text : text.substring(end + 2));
    if (goesOn(environment, words)) {
      return;
    }
    logger.setLevel(level);
    CommandRun run = run(environment, words);
    assertThat(run.exitCode()).isBetween(0, 5);
    if (run.exitCode() == 0) {
      assertThat(run.err()).isEmpty();
    } else {
      assertThat(run.out()).isEmpty();
      assertThat(run.errLine())
          .startsWith("mediajobs: ")
          .matches("[^\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}]+")
          .doesNotContain("report what it says");
    }
  }

  /** Nothing leaves this machine: reads go to a closed port, or lack the key to sign with. */
  private static CommandRun run(Map<String, String> environment, String... words) {
    CredentialsSource credentials = CommandRun.KEY;
    for (String endpoint : ENDPOINTS) {
      if (!environment.getOrDefault(endpoint, "").isBlank()) {
        credentials = NO_KEY;
      }
      environment.putIfAbsent(endpoint, "http://" + CLOSED_PORT);
    }
    environment.put("TEMPORAL_ADDRESS", CLOSED_PORT);
    if (words.length == 0 || !words[0].equals("get")) {
      // Else a connection is tried for up to 30 s.
      Thread.currentThread().interrupt();
    }
    try {
      return CommandRun.of(environment, credentials, Terminal.NONE, words);
    } finally {
      Thread.interrupted();
    }
  }

  /** Whether the command would run until it is told to end, show its demo or log its errors. */
  private static boolean goesOn(Map<String, String> environment, String... words) {
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
    ParseResult parsed;
    try {
      parsed =
          RootCommand.of(
                  new Invocation(
                      List.of(words), environment, nowhere, nowhere, Terminal.NONE, NO_KEY))
              .setExpandAtFiles(false)
              .parseArgs(words);
    } catch (ParameterException e) {
      return false;
    }
    ParseResult command = parsed.hasSubcommand() ? parsed.subcommand() : parsed;
    if (parsed.hasMatchedOption("--verbose") || command.hasMatchedOption("--verbose")) {
      return true;
    }
    return switch (command.commandSpec().name()) {
      case "demo" -> true;
      case "emulator" -> {
        int port = command.matchedOptionValue("--port", 0);
        yield port >= 0 && port <= 65_535;
      }
      default -> false;
    };
  }

  private static Map<String, String> environment(String lines) {
    Map<String, String> environment = new HashMap<>();
    for (String line : lines.split("\n", -1)) {
      String[] variable = line.split("=", 2);
      if (variable.length == 2) {
        boolean keeps = SECRET_KEEPERS.matcher(variable[0]).matches();
        environment.put(
            variable[0], keeps ? variable[1].replace("$SECRET", CommandRun.SECRET) : variable[1]);
      }
    }
    return environment;
  }

  private static String[] words(String lines) {
    return lines.isEmpty()
        ? new String[0]
        : lines.lines().map(word -> word.replace("\\n", "\n")).toArray(String[]::new);
  }
}
