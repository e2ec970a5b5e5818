package io.github.mediajobs.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** One run of the command in a process of its own, to which signals can be sent. */
final class CommandProcess implements AutoCloseable {
  /** What bin/mediajobs adds on Java 24 and later. */
  private static final List<String> FLAGS_OF_THE_SCRIPT =
      List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow");

  private final Process process;
  private final BufferedReader out;
  private final BufferedReader err;

  private CommandProcess(Process process) {
    this.process = process;
    this.out = process.inputReader(StandardCharsets.UTF_8);
    this.err = process.errorReader(StandardCharsets.UTF_8);
  }

  static CommandProcess start(Map<String, String> environment, String... arguments)
      throws IOException {
    return start(Main.class, environment, arguments);
  }

  /** A process that begins elsewhere than the command. */
  static CommandProcess start(Class<?> main, Map<String, String> environment, String... arguments)
      throws IOException {
    List<String> words = new ArrayList<>();
    words.add(ProcessHandle.current().info().command().orElse("java"));
    words.add("-XX:TieredStopAtLevel=1");
    if (Runtime.version().feature() >= 24) {
      words.addAll(FLAGS_OF_THE_SCRIPT);
    }
    words.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    words.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(words);
    builder.environment().putAll(environment);
    return new CommandProcess(builder.start());
  }

  String nextLine() throws IOException {
    return out.readLine();
  }

  String nextErrLine() throws IOException {
    return err.readLine();
  }

  /** Sends a signal, such as INT or TERM, and waits for the end. */
  int endedBy(String signal) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start().waitFor();
    return ended();
  }

  /** Waits for the end. */
  int ended() throws InterruptedException {
    if (!process.waitFor(40, TimeUnit.SECONDS)) {
      throw new AssertionError("not ended within 40 s");
    }
    return process.exitValue();
  }

  /** What else came on standard error, once the process has ended. */
  String err() {
    return err.lines().collect(Collectors.joining("\n"));
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
