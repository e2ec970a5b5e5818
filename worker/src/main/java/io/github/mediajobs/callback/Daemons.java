package io.github.mediajobs.callback;

import java.util.concurrent.ThreadFactory;

/**
 * Threads that hold up no end of the process.
 *
 * @param name what each is called
 */
record Daemons(String name) implements ThreadFactory {
  @Override
  public Thread newThread(Runnable task) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    return thread;
  }
}
