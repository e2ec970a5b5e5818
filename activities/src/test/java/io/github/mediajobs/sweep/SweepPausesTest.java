package io.github.mediajobs.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SweepPausesTest {
  private Instant now = Instant.parse("2026-01-02T03:04:05Z");
  private final SweepPauses pauses = new SweepPauses(() -> now);

  @Test
  void eachPauseIsTwiceAsLongAsTheOneBeforeUntilASweepSavesCalls() {
    for (int minutes : new int[] {1, 2, 4, 8, 16, 32, 60, 60}) {
      pauses.ended("GetPackageJob", "cn-shanghai", 1, 1);
      assertPausesFor(Duration.ofMinutes(minutes));
    }
    pauses.ended("GetPackageJob", "cn-shanghai", 3, 4);
    assertThat(pauses.last("GetPackageJob", "cn-shanghai")).isFalse();
    pauses.ended("GetPackageJob", "cn-shanghai", 2, 0);
    assertPausesFor(Duration.ofMinutes(1));
  }

  @Test
  void otherOperationsAndRegionsAreNoneOfItsBusiness() {
    pauses.ended("GetPackageJob", "cn-shanghai", 1, 0);
    assertThat(pauses.last("GetPackageJob", "cn-beijing")).isFalse();
    assertThat(pauses.last("GetDynamicImageJob", "cn-shanghai")).isFalse();
  }

  private void assertPausesFor(Duration length) {
    now = now.plus(length).minusMillis(1);
    assertThat(pauses.last("GetPackageJob", "cn-shanghai")).isTrue();
    now = now.plusMillis(1);
    assertThat(pauses.last("GetPackageJob", "cn-shanghai")).isFalse();
  }
}
