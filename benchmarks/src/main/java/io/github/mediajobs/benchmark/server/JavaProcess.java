package io.github.mediajobs.benchmark.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A program with this process's Java and class path, and lines as its answers. */
public final class JavaProcess implements AutoCloseable {
  private final Process process;
  private final BufferedReader output;

  private JavaProcess(Process process) {
    this.process = process;
    this.output = process.inputReader(StandardCharsets.UTF_8);
  }

  /**
   * Starts a program, which ends when its standard input does.
   *
   * @param main the program's class
   * @param options of the JVM
   * @param arguments of the program
   * @return the program, starting
   * @throws IOException when there is no such Java
   */
  public static JavaProcess start(Class<?> main, List<String> options, String... arguments)
      throws IOException {
    return new JavaProcess(
        new ProcessBuilder(command(main, options, arguments))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start());
  }

  /**
   * What starts a program.
   *
   * @param main the program's class
   * @param options of the JVM
   * @param arguments of the program
   * @return words, the first the Java of this process
   */
  public static List<String> command(Class<?> main, List<String> options, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    // Nothing binds slf4j here, and each process would say so.
    command.add("-Dslf4j.internal.verbosity=ERROR");
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(List.of(arguments));
    return command;
  }

  /**
   * What it says next.
   *
   * @return a line
   * @throws IOException when it has ended
   */
  public String line() throws IOException {
    String line = output.readLine();
    if (line == null) {
      throw new IOException("A process ended with " + process.onExit().join().exitValue());
    }
    return line;
  }

  /**
   * Asks it something.
   *
   * @param question a line
   * @return the line that it says to that
   * @throws IOException when it has ended
   */
  public String answer(String question) throws IOException {
    process.outputWriter(StandardCharsets.UTF_8).append(question).append('\n').flush();
    return line();
  }

  /**
   * Ends its standard input.
   *
   * @return what it says to that
   * @throws IOException when it says nothing
   */
  public String end() throws IOException {
    process.getOutputStream().close();
    return line();
  }

  /**
   * Sees to it that it goes on.
   *
   * @throws IOException when it has ended
   */
  public void check() throws IOException {
    if (!process.isAlive()) {
      throw new IOException("A process ended with " + process.exitValue());
    }
  }

  /**
   * The processor time that it used.
   *
   * @return since its start
   */
  public Duration cpu() {
    return process.info().totalCpuDuration().orElseThrow();
  }

  @Override
  public void close() {
    process.destroy();
  }
}
