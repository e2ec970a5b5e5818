package io.github.mediajobs.cli.command;

import io.github.mediajobs.cli.exit.ExitCode;
import io.github.mediajobs.failure.InvalidRequestException;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints what makes a shell complete the command's words. */
@Command(
    name = "completion",
    description = "Prints a script that makes a shell complete commands, options and operations.",
    versionProvider = RootCommand.Version.class,
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  mediajobs completion bash > ~/.local/share/bash-completion/completions/mediajobs",
      "  mediajobs completion zsh > ~/.mediajobs.zsh; echo 'source ~/.mediajobs.zsh' >> ~/.zshrc"
    })
final class CompletionCommand implements Callable<Integer> {
  private final Invocation invocation;

  @Parameters(
      index = "0",
      paramLabel = "SHELL",
      completionCandidates = Shells.class,
      description = "bash or zsh.")
  private String shell;

  @Spec private CommandSpec spec;

  CompletionCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    if (!Shells.NAMES.contains(shell)) {
      throw new InvalidRequestException(
          "SHELL", "expected %s, got %s".formatted(String.join(" or ", Shells.NAMES), shell));
    }
    // One script for both: in zsh it loads bashcompinit first.
    invocation.line(AutoComplete.bash("mediajobs", spec.root().commandLine()));
    return ExitCode.SUCCEEDED.number();
  }

  /** The shells that take the script. */
  static final class Shells implements Iterable<String> {
    private static final List<String> NAMES = List.of("bash", "zsh");

    @Override
    public Iterator<String> iterator() {
      return NAMES.iterator();
    }
  }
}
