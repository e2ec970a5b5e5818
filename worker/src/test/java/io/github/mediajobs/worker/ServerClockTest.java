package io.github.mediajobs.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ServerClockTest {
  private static final Instant START = Instant.parse("2026-01-02T03:04:05Z");

  private final AtomicLong nanos = new AtomicLong(17);
  private final ServerClock clock = new ServerClock(START, nanos::get);

  private void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }

  @Test
  void beforeTheServiceHasSpokenTimeRunsOnFromTheStart() {
    pass(Duration.ofSeconds(90));
    assertThat(clock.instant()).isEqualTo(START.plusSeconds(90));
  }

  @Test
  void theServicesTimeIsTakenAndRunsOn() {
    Instant server = START.plus(Duration.ofHours(5));
    clock.hear(server);
    pass(Duration.ofSeconds(3));
    assertThat(clock.instant()).isEqualTo(server.plusSeconds(3));
  }

  @Test
  void aServiceWhoseTimeIsBehindIsFollowedToo() {
    Instant server = START.minus(Duration.ofHours(1));
    clock.hear(server);
    assertThat(clock.instant()).isEqualTo(server);
  }

  @Test
  void whatComesAMomentLateDoesNotTurnTimeBack() {
    clock.hear(START.plusSeconds(100));
    pass(Duration.ofMillis(400));
    Instant before = clock.instant();
    clock.hear(START.plusSeconds(100));
    assertThat(clock.instant()).isEqualTo(before);
  }
}
