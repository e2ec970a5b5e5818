package io.github.mediajobs.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SweepPausesTest {
  private static final ListScope SCOPE = new ListScope("GetPackageJob", "cn-shanghai");

  private Instant now = Instant.parse("2026-01-02T03:04:05Z");
  private final SweepPauses pauses = new SweepPauses(() -> now);

  @Test
  void eachPauseIsTwiceAsLongAsTheOneBeforeUntilASweepSavesCalls() {
    for (int minutes : new int[] {1, 2, 4, 8, 16, 32, 60, 60}) {
      pauses.ended(SCOPE, 1, 1);
      assertPausesFor(Duration.ofMinutes(minutes));
    }
    pauses.ended(SCOPE, 3, 4);
    assertThat(pauses.last(SCOPE)).isFalse();
    pauses.ended(SCOPE, 2, 0);
    assertPausesFor(Duration.ofMinutes(1));
  }

  @Test
  void otherOperationsAndRegionsAreNoneOfItsBusiness() {
    pauses.ended(SCOPE, 1, 0);
    assertThat(pauses.last(new ListScope("GetPackageJob", "cn-beijing"))).isFalse();
    assertThat(pauses.last(new ListScope("GetDynamicImageJob", "cn-shanghai"))).isFalse();
  }

  @Test
  void aLookInVainIsFollowedByAnotherAfterASecondAndForgetsNothing() {
    pauses.ended(SCOPE, 1, 0);
    pauses.notWorth(SCOPE);
    assertPausesFor(Duration.ofMinutes(1));
    pauses.notWorth(SCOPE);
    assertPausesFor(Duration.ofSeconds(1));
    pauses.ended(SCOPE, 1, 0);
    assertPausesFor(Duration.ofMinutes(2));
  }

  private void assertPausesFor(Duration length) {
    now = now.plus(length).minusMillis(1);
    assertThat(pauses.last(SCOPE)).isTrue();
    now = now.plusMillis(1);
    assertThat(pauses.last(SCOPE)).isFalse();
  }
}
