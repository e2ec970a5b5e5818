package io.github.mediajobs.cli.watch;

/** A thread that keeps no process alive. */
final class Daemon extends Thread {
  Daemon(Runnable work) {
    super(work, "mediajobs-watch");
    setDaemon(true);
  }
}
