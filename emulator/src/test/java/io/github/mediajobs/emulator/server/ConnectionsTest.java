package io.github.mediajobs.emulator.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mediajobs.emulator.Emulator;
import io.github.mediajobs.emulator.client.Wire;
import io.github.mediajobs.emulator.junit.EmulatorExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmulatorExtension.class)
@Timeout(30)
class ConnectionsTest {
  private static final String HEALTH = "GET /_emulator/health HTTP/1.1\r\nHost: a\r\n\r\n";

  @Test
  void aConnectionCountsOnceHoweverManyRequestsItCarries(Emulator emulator) throws Exception {
    long before = emulator.connections().accepted();
    try (Wire one = new Wire(emulator.url());
        Wire other = new Wire(emulator.url())) {
      exchange(one);
      exchange(one);
      exchange(other);
      assertThat(emulator.connections().accepted()).isEqualTo(before + 2);
    }
  }

  @Test
  void aClosedConnectionIsNoLongerOpen(Emulator emulator) throws Exception {
    long before = emulator.connections().open();
    try (Wire kept = new Wire(emulator.url());
        Wire closed = new Wire(emulator.url())) {
      exchange(kept);
      closed.write(HEALTH.replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n"));
      closed.readToEnd();
      while (emulator.connections().open() > before + 1) {
        Thread.onSpinWait();
      }
      assertThat(emulator.connections().open()).isEqualTo(before + 1);
    }
  }

  private static void exchange(Wire wire) throws Exception {
    wire.write(HEALTH);
    assertThat(wire.readResponse()).startsWith("HTTP/1.1 200");
  }
}
