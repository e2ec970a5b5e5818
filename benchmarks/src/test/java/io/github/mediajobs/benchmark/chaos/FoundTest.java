package io.github.mediajobs.benchmark.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mediajobs.emulator.Emulator;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class FoundTest {
  private static final Instant DUE = Instant.parse("2026-01-01T00:00:00Z");
  private static final Verdict CLEAN = new Verdict(List.of(), List.of(), List.of());
  private static final TroublesPlot NO_PLOT = new TroublesPlot(1, List.of(), List.of(), List.of());
  private static final Detection IN_TIME = new Detection(DUE, DUE, DUE.plus(Detection.BOUND));
  private static final Detection LATE =
      new Detection(DUE, DUE, DUE.plus(Detection.BOUND).plusMillis(1));

  private static Found found(long pending, Verdict verdict, Detection... detections) {
    return new Found(
        1, 2, pending, verdict, Map.of(), true, 0, 0, 0, 0, 0, List.of(detections), NO_PLOT);
  }

  @Test
  void whatIsWholeAndInTimeIsClean() {
    assertThat(found(0, CLEAN, IN_TIME, IN_TIME).clean()).isTrue();
  }

  @Test
  void anythingElseIsNot() {
    assertThat(found(1, CLEAN, IN_TIME, IN_TIME).clean()).isFalse();
    assertThat(found(0, CLEAN, IN_TIME, LATE).clean()).isFalse();
    assertThat(found(0, CLEAN, IN_TIME).clean()).isFalse();
    Verdict lost = new Verdict(List.of("a job"), List.of(), List.of());
    assertThat(found(0, lost, IN_TIME, IN_TIME).clean()).isFalse();
  }

  @Test
  void theLongestDelayIsTheRecovery() {
    Detection early = new Detection(DUE, DUE, DUE.minusSeconds(5));
    assertThat(found(0, CLEAN, early, LATE).recovery()).isEqualTo(Detection.BOUND.plusMillis(1));
    assertThat(found(0, CLEAN).recovery()).isEqualTo(Duration.ZERO);
  }

  @Test
  void slowLinksAreNotCountedWithASlowApi() {
    Map<Trouble<Link>, Integer> links = new LinkedHashMap<>(Troubles.OF_WORKER);
    Plan plan =
        Plan.of(
            List.of(
                new Lane<Link>("worker 1 to API", null, links),
                new Lane<Emulator>("API", null, ApiTroubles.all())),
            Effort.FULL,
            new SplittableRandom(1));
    Found found = new Found(1, 0, 0, CLEAN, plan.counts(), true, 0, 0, 0, 0, 0, List.of(), NO_PLOT);
    assertThat(found.troubles(".* (reset|slow|narrow)")).isEqualTo(6);
    assertThat(found.troubles(".* (cut|stalled)")).isEqualTo(4);
    assertThat(found.troubles("API .*")).isEqualTo(ApiTroubles.all().size());
  }
}
