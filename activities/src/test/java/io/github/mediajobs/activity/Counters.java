package io.github.mediajobs.activity;

import com.uber.m3.tally.Buckets;
import com.uber.m3.tally.Capabilities;
import com.uber.m3.tally.CapableOf;
import com.uber.m3.tally.StatsReporter;
import com.uber.m3.util.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Sums up counters, keeps what timers took last, and drops the other metrics. */
@SuppressWarnings({"rawtypes", "deprecation"})
final class Counters implements StatsReporter {
  private final Map<String, Long> sums = new ConcurrentHashMap<>();
  private final Map<String, Map<String, String>> tags = new ConcurrentHashMap<>();
  private final Map<String, Double> seconds = new ConcurrentHashMap<>();

  long sum(String counter) {
    return sums.getOrDefault(counter, 0L);
  }

  /** With what it was reported last. */
  Map<String, String> tags(String metric) {
    return tags.get(metric);
  }

  /** In seconds; empty where it never ran. */
  Optional<Double> timer(String timer) {
    return Optional.ofNullable(seconds.get(timer));
  }

  @Override
  public void reportCounter(String name, Map<String, String> told, long value) {
    sums.merge(name, value, Long::sum);
    tags.put(name, told == null ? Map.of() : Map.copyOf(told));
  }

  @Override
  public void reportGauge(String name, Map<String, String> tags, double value) {}

  @Override
  public void reportTimer(String name, Map<String, String> told, Duration interval) {
    seconds.put(name, interval.getSeconds());
    tags.put(name, told == null ? Map.of() : Map.copyOf(told));
  }

  @Override
  public void reportHistogramValueSamples(
      String name,
      Map<String, String> tags,
      Buckets buckets,
      double lower,
      double upper,
      long samples) {}

  @Override
  public void reportHistogramDurationSamples(
      String name,
      Map<String, String> tags,
      Buckets buckets,
      Duration lower,
      Duration upper,
      long samples) {}

  @Override
  public Capabilities capabilities() {
    return CapableOf.REPORTING;
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}
}
