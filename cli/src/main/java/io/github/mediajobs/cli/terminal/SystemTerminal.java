package io.github.mediajobs.cli.terminal;

import java.io.IOException;
import java.util.Map;
import org.jline.terminal.TerminalBuilder;
import org.jline.terminal.TerminalBuilder.SystemOutput;

/** The terminal of this process, when it has one on standard input and output. */
public final class SystemTerminal {
  private SystemTerminal() {}

  /**
   * Looks at what standard output is connected to.
   *
   * @param environment the process's environment
   * @return a live terminal, or {@link Terminal#NONE} for a pipe, a file, {@code TERM=dumb}, or
   *     when the system does not tell
   */
  public static Terminal find(Map<String, String> environment) {
    if (environment.getOrDefault("TERM", "dumb").equals("dumb")) {
      return Terminal.NONE;
    }
    try {
      org.jline.terminal.Terminal found =
          TerminalBuilder.builder()
              .systemOutput(SystemOutput.SysOut)
              .provider("exec")
              .dumb(false)
              .nativeSignals(false)
              .build();
      return Terminal.live(environment, found::getWidth, found::getHeight);
    } catch (IOException | IllegalStateException e) {
      return Terminal.NONE;
    }
  }
}
