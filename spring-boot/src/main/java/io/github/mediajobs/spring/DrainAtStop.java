package io.github.mediajobs.spring;

import org.springframework.context.SmartLifecycle;

/**
 * Drains workers once the web server has stopped and before any bean is destroyed: their tasks need
 * the connections and the beans of the application.
 */
final class DrainAtStop implements SmartLifecycle {
  private final ServedWorkers workers;
  private volatile boolean running;

  DrainAtStop(ServedWorkers workers) {
    this.workers = workers;
  }

  @Override
  public void start() {
    running = true;
  }

  @Override
  public void stop() {
    workers.drain();
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public int getPhase() {
    return 0;
  }
}
