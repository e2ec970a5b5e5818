package io.github.mediajobs.benchmark.frontier;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.mediajobs.learning.Learner;
import io.github.mediajobs.operation.JobKind;
import io.github.mediajobs.operation.Operations;
import io.github.mediajobs.planning.Durations;
import io.github.mediajobs.planning.PeerSchedule;
import io.github.mediajobs.planning.PollPlan;
import io.github.mediajobs.planning.ScheduleCost;
import io.github.mediajobs.polling.PollPolicy;
import io.github.mediajobs.wire.Polling;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntToDoubleFunction;

/**
 * Who polls.
 *
 * @param name for people
 * @param learnt how many past jobs ours has seen; peers learn nothing
 * @param progress whether the jobs report how much of them is done
 * @param peer another's schedule; null for ours
 */
record Contender(String name, int learnt, boolean progress, PeerSchedule peer) {
  static List<Contender> all() {
    List<Contender> all = new ArrayList<>();
    all.add(new Contender("planned, no past job", 0, false, null));
    all.add(new Contender("planned after 30 jobs", 30, false, null));
    all.add(new Contender("planned after 100 jobs", 100, false, null));
    all.add(new Contender("planned after 100 jobs, with progress", 100, true, null));
    for (PeerSchedule peer : PeerSchedule.values()) {
      all.add(new Contender(peer.title(), 0, false, peer));
    }
    return List.copyOf(all);
  }

  /** Ours learns anew for each hundredth job, as shipped: jitter, floor and whole seconds. */
  ScheduleCost cost(Durations shape, double secondsPerPoll, int jobs) {
    Random random = new Random(20_261_121);
    IntToDoubleFunction ends = job -> shape.outlasting(1 - random.nextDouble());
    if (peer != null) {
      return Cost.of(
          ends,
          job -> (polls, elapsed, seen, it) -> peer.delay(polls, elapsed, it),
          false,
          jobs,
          random);
    }
    int jobsPerPlan = learnt == 0 ? jobs : 100;
    Waiting[] current = new Waiting[1];
    return Cost.of(
        ends,
        job -> {
          if (job % jobsPerPlan == 0) {
            current[0] = planned(shape, secondsPerPoll, new Random(job));
          }
          return current[0];
        },
        progress,
        jobs,
        random);
  }

  private Waiting planned(Durations shape, double secondsPerPoll, Random random) {
    Learner learner = new Learner(InstantSource.fixed(Instant.EPOCH));
    JobKind kind = Operations.MEDIA_PRODUCING.kindOf(JsonNodeFactory.instance.objectNode());
    for (int i = 0; i < learnt; i++) {
      double seconds = Math.rint(shape.outlasting(1 - random.nextDouble()));
      learner.learn(Operations.MEDIA_PRODUCING, kind, "job-" + i, seconds);
    }
    PollPolicy policy = Polling.planned(secondsPerPoll).policy();
    Optional<PollPlan> plan =
        learner.plan(
            policy.schedule(), Operations.MEDIA_PRODUCING, JsonNodeFactory.instance.objectNode());
    return Waiting.of(policy, plan);
  }
}
