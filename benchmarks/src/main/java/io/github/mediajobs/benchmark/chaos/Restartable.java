package io.github.mediajobs.benchmark.chaos;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

/** A process that can be killed and started again, paused and resumed. */
final class Restartable implements AutoCloseable {
  private static final long DRAIN_SECONDS = 40;

  private final ProcessBuilder command;
  private Process process;

  Restartable(ProcessBuilder command) {
    this.command = command;
  }

  void start() throws IOException {
    process = command.start();
  }

  /** As the kernel does it when memory runs out: nothing of the process's own runs any more. */
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  void pause() throws IOException {
    signal("-STOP");
  }

  void resume() throws IOException {
    signal("-CONT");
  }

  private void signal(String name) throws IOException {
    new ProcessBuilder("kill", name, Long.toString(process.pid())).start().onExit().join();
  }

  /** Sees to it that it goes on: what nobody killed must not have ended. */
  void check() throws IOException {
    if (!process.isAlive()) {
      throw new IOException("%s ended with %d".formatted(command.command(), process.exitValue()));
    }
  }

  /** Asks it to end. */
  @Override
  public void close() {
    process.destroy();
    process.onExit().completeOnTimeout(process, DRAIN_SECONDS, TimeUnit.SECONDS).join();
    kill();
  }
}
