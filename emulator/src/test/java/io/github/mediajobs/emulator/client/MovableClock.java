package io.github.mediajobs.emulator.client;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands still until it is moved. */
public final class MovableClock implements InstantSource {
  public static final Instant START = Instant.parse("2026-01-02T03:04:05Z");

  private final AtomicReference<Instant> now = new AtomicReference<>(START);

  @Override
  public Instant instant() {
    return now.get();
  }

  public void move(Duration by) {
    now.updateAndGet(time -> time.plus(by));
  }

  public void moveTo(Instant time) {
    now.set(time);
  }
}
