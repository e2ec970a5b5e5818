package io.github.mediajobs.emulator.signature;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class NoncesTest {
  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

  private final Nonces nonces = new Nonces();

  @Test
  void refusesANonceForAsLongAsItsRequestIsValid() {
    Instant until = NOW.plusSeconds(900);
    assertThat(nonces.use("n", until, NOW)).isTrue();
    assertThat(nonces.use("n", until, NOW)).isFalse();
    assertThat(nonces.use("n", until, until)).isFalse();
  }

  @Test
  void forgetsANonceWhoseRequestIsNoLongerValid() {
    for (int i = 0; i < 100; i++) {
      nonces.use("n" + i, NOW.plusSeconds(900), NOW);
    }
    nonces.use("later", NOW.plusSeconds(2000), NOW.plusSeconds(901));
    assertThat(nonces.size()).isEqualTo(1);
  }
}
