package io.github.mediajobs.benchmark.engine;

import io.github.mediajobs.benchmark.frontier.Cost;
import io.github.mediajobs.benchmark.frontier.Waiting;
import io.github.mediajobs.planning.ScheduleCost;
import io.github.mediajobs.polling.PollPolicy;
import io.github.mediajobs.polling.Waited;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Single waits on the engine beside the same jobs in virtual time, by the same schedule.
 *
 * @param polls a job, measured
 * @param simulatedPolls a job, of many jitters
 * @param delaySeconds measured, mean
 * @param simulatedDelaySeconds mean of many jitters
 * @param firstPollSeconds from the job's begin until it was first polled, mean
 * @param retryLateSeconds what the engine adds to the delay between two polls, mean
 * @param toldSeconds from the last poll until the workflow knew, mean
 */
record Agreement(
    double polls,
    double simulatedPolls,
    double delaySeconds,
    double simulatedDelaySeconds,
    double firstPollSeconds,
    double retryLateSeconds,
    double toldSeconds) {
  private static final int JITTERS = 1_000;

  static Agreement of(List<Seen> waits, PollPolicy policy) {
    ScheduleCost simulated =
        Cost.of(
            job -> waits.get(job % waits.size()).duration().toMillis() / 1e3,
            job -> Waiting.of(policy, Optional.empty()),
            false,
            JITTERS * waits.size(),
            new Random(20_261_121));
    return new Agreement(
        mean(waits.stream().mapToDouble(it -> it.job().polledAt().size())),
        simulated.polls() + 1,
        mean(waits.stream().mapToDouble(Seen::delaySeconds)),
        simulated.delaySeconds(),
        mean(
            waits.stream().mapToDouble(it -> Seen.seconds(it.begun(), it.job().polledAt().get(0)))),
        mean(waits.stream().flatMapToDouble(it -> late(it, policy))),
        mean(
            waits.stream().mapToDouble(it -> Seen.seconds(last(it.job().polledAt()), it.known()))));
  }

  /** Jitter is as often early as late, whatever became of the job. */
  private static DoubleStream late(Seen wait, PollPolicy policy) {
    List<Instant> polls = wait.job().polledAt();
    return IntStream.range(1, polls.size())
        .mapToDouble(
            poll -> {
              Instant from = polls.get(poll - 1);
              Waited waited =
                  new Waited(Duration.between(wait.begun(), from), poll, OptionalInt.empty());
              return Seen.seconds(from.plus(policy.delay(waited, 0.5)), polls.get(poll));
            });
  }

  private static Instant last(List<Instant> instants) {
    return instants.get(instants.size() - 1);
  }

  private static double mean(DoubleStream values) {
    return values.average().orElse(0);
  }
}
