package io.github.mediajobs.cli.man;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mediajobs.cli.command.Invocation;
import io.github.mediajobs.cli.command.RootCommand;
import io.github.mediajobs.cli.terminal.Terminal;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/**
 * The manual page says what the help does: {@code -Dmediajobs.writeManPage=true} writes it anew.
 */
class ManPageTest {
  private static final Path FILE = Path.of("src", "main", "man", "mediajobs.1");

  private final PrintStream nowhere =
      new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
  private final CommandLine command =
      RootCommand.of(
          new Invocation(
              List.of(),
              Map.of(),
              nowhere,
              nowhere,
              Terminal.NONE,
              () -> {
                throw new IllegalStateException("nothing is read");
              }));

  @Test
  void thePageIsThatOfTheCommandAsItIs() throws Exception {
    String page = ManPage.of(command);
    if (Boolean.getBoolean("mediajobs.writeManPage")) {
      Files.createDirectories(FILE.getParent());
      Files.writeString(FILE, page);
    }
    assertThat(Files.readString(FILE))
        .as("the manual page; write it anew with -Dmediajobs.writeManPage=true")
        .isEqualTo(page);
  }

  @Test
  void everyCommandAndOptionIsOnIt() {
    String page = ManPage.of(command).replace("\\-", "-");
    command
        .getSubcommands()
        .forEach(
            (name, sub) -> {
              assertThat(page).contains(".SS \"mediajobs " + name + "\"");
              sub.getCommandSpec()
                  .options()
                  .forEach(option -> assertThat(page).contains(option.longestName()));
            });
  }
}
