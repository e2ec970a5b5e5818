package io.github.mediajobs.learning;

import io.github.mediajobs.planning.DurationEstimate;
import io.github.mediajobs.planning.Durations;
import io.github.mediajobs.planning.PastDuration;
import io.github.mediajobs.planning.PollPlan;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The durations of one kind of job, and the plans made of them. Safe for threads. */
final class KindPlans {
  /** Planning takes some milliseconds; past the first jobs one more changes little. */
  private static final Duration BETWEEN_PLANS = Duration.ofSeconds(1);

  private static final int MOST_PLANS = 16;

  private final Durations prior;
  private final InstantSource clock;
  private final Reservoir reservoir = new Reservoir();
  private final Map<Double, Planned> plans = new HashMap<>();

  KindPlans(double typicalSeconds, InstantSource clock) {
    this.prior = DurationEstimate.prior(typicalSeconds);
    this.clock = clock;
  }

  private record Planned(PollPlan plan, long seen, Instant at) {}

  synchronized void add(String jobId, double seconds) {
    reservoir.add(jobId, seconds);
  }

  synchronized List<PastDuration> durations() {
    return reservoir.durations();
  }

  synchronized PollPlan plan(double secondsPerPoll) {
    Planned planned = plans.get(secondsPerPoll);
    if (planned == null || stale(planned)) {
      if (plans.size() >= MOST_PLANS) {
        plans.clear();
      }
      Durations estimate = DurationEstimate.of(prior, reservoir.durations());
      PollPlan plan = PollPlan.of(estimate, secondsPerPoll);
      planned = new Planned(plan, reservoir.seen(), clock.instant());
      plans.put(secondsPerPoll, planned);
    }
    return planned.plan();
  }

  private boolean stale(Planned planned) {
    long more = reservoir.seen() - planned.seen();
    Duration age = Duration.between(planned.at(), clock.instant());
    return more > Math.min(planned.seen(), Reservoir.SIZE) / 20
        && age.abs().compareTo(BETWEEN_PLANS) >= 0;
  }
}
