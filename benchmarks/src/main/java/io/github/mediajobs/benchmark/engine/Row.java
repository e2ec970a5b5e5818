package io.github.mediajobs.benchmark.engine;

import io.github.mediajobs.benchmark.server.PolledJob;
import java.time.Instant;
import java.util.List;

/**
 * A contender's figures, for each wait unless something else is said.
 *
 * @param waits how many
 * @param actions heartbeats included
 * @param events in histories
 * @param bytes of histories
 * @param calls of the API
 * @param callsPerSecond of all waits, mean
 * @param delaySeconds from the job's end until the workflow knew, mean
 * @param delayP99Seconds of the same
 * @param cpuMillis of the worker
 * @param heapBytes of the worker after a collection, when half of the jobs had begun
 * @param peakRssBytes of the worker
 */
record Row(
    Contender contender,
    int waits,
    double actions,
    double events,
    double bytes,
    double calls,
    double callsPerSecond,
    double delaySeconds,
    double delayP99Seconds,
    double cpuMillis,
    long heapBytes,
    long peakRssBytes) {
  static Row of(Measured measured) {
    List<Seen> all = measured.waits();
    double waits = all.size();
    List<Instant> polls =
        all.stream()
            .map(Seen::job)
            .distinct()
            .map(PolledJob::polledAt)
            .flatMap(List::stream)
            .sorted()
            .toList();
    double[] delays = all.stream().mapToDouble(Seen::delaySeconds).sorted().toArray();
    HistoryCost cost = measured.histories();
    WorkerFigures before = measured.before();
    WorkerFigures after = measured.after();
    return new Row(
        measured.contender(),
        all.size(),
        (cost.actions() + after.heartbeats() - before.heartbeats()) / waits,
        cost.events() / waits,
        cost.bytes() / waits,
        polls.size() / waits,
        polls.size() / Seen.seconds(polls.get(0), polls.get(polls.size() - 1)),
        all.stream().mapToDouble(Seen::delaySeconds).average().orElseThrow(),
        delays[(int) (0.99 * delays.length)],
        (after.cpuMillis() - before.cpuMillis()) / waits,
        measured.middle().heapBytes(),
        after.peakRssBytes());
  }
}
