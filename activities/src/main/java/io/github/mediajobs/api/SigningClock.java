package io.github.mediajobs.api;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** This process's clock, moved to the API's time when the API refuses it. */
final class SigningClock implements InstantSource {
  private static final Logger LOG = LoggerFactory.getLogger(SigningClock.class);

  // A Date is in whole seconds, and as old as the way here took.
  private static final Duration PRECISION = Duration.ofSeconds(2);

  private final InstantSource clock;
  private volatile Duration offset = Duration.ZERO;

  SigningClock(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public Instant instant() {
    return clock.instant().plus(offset);
  }

  void correct(Instant serverTime) {
    if (Duration.between(instant(), serverTime).abs().compareTo(PRECISION) > 0) {
      offset = Duration.between(clock.instant(), serverTime);
      LOG.warn("The API refused this clock's time; signing {} off it, by the API's Date", offset);
    }
  }
}
