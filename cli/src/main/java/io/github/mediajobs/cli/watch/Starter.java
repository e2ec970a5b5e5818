package io.github.mediajobs.cli.watch;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Starts several waits at once: each start is a round trip to the service. */
final class Starter implements AutoCloseable {
  private static final int AT_ONCE = 8;

  private final ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE, Daemon::new);

  void start(Runnable wait) {
    threads.execute(wait);
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
