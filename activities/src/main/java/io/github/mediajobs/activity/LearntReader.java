package io.github.mediajobs.activity;

import io.github.mediajobs.learning.Learner;
import io.github.mediajobs.operation.Catalogue;
import io.github.mediajobs.operation.JobKind;
import io.github.mediajobs.operation.JobOperation;
import io.github.mediajobs.planning.PastDuration;
import io.github.mediajobs.wire.LearntDurations;
import io.github.mediajobs.wire.LearntDurationsActivity;
import io.github.mediajobs.wire.LearntRequest;
import io.github.mediajobs.wire.WireInput;
import io.temporal.common.converter.RawValue;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

/** Tells what this worker learnt. */
public final class LearntReader implements LearntDurationsActivity {
  private static final double MILLIS = 1e3;

  private final Learner learner;
  private final Catalogue catalogue;

  /**
   * Gathers what it needs.
   *
   * @param learner what is told
   * @param catalogue the operations that may be named
   */
  public LearntReader(Learner learner, Catalogue catalogue) {
    this.learner = learner;
    this.catalogue = catalogue;
  }

  @Override
  public LearntDurations learnt(RawValue argument) {
    JobOperation<?> operation =
        WireInput.read(argument, it -> catalogue.require(LearntRequest.read(it).operation()));
    List<LearntDurations.Kind> kinds = new ArrayList<>();
    for (JobKind kind : learner.kinds()) {
      List<PastDuration> past =
          kind.operation().equals(operation.action())
              ? learner.durations(operation, kind)
              : List.of();
      if (!past.isEmpty()) {
        kinds.add(
            new LearntDurations.Kind(
                kind.variant(),
                past.stream().map(it -> Math.round(it.seconds() * MILLIS) / MILLIS).toList()));
      }
    }
    int first = Math.max(0, kinds.size() - LearntDurations.MOST_KINDS);
    return new LearntDurations(
        ManagementFactory.getRuntimeMXBean().getName(), kinds.subList(first, kinds.size()));
  }
}
