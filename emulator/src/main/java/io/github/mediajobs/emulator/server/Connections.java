package io.github.mediajobs.emulator.server;

import java.util.concurrent.atomic.AtomicLong;

/** How many connections there were and are, those to the control endpoint among them. */
public final class Connections {
  private final AtomicLong accepted = new AtomicLong();
  private final AtomicLong closed = new AtomicLong();

  /**
   * The connections so far.
   *
   * @return how many clients opened
   */
  public long accepted() {
    return accepted.get();
  }

  /**
   * The connections at this time.
   *
   * @return how many of the accepted ones are not closed
   */
  public long open() {
    long gone = closed.get();
    return accepted.get() - gone;
  }

  void opened() {
    accepted.incrementAndGet();
  }

  void closed() {
    closed.incrementAndGet();
  }
}
