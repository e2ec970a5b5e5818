package io.github.mediajobs.benchmark.engine;

import io.github.mediajobs.benchmark.engine.sample.Sample;
import java.util.List;
import java.util.Optional;

/** Who awaits jobs. Each has a worker, and a task queue of its name. */
enum Contender {
  SINGLE("single", null),
  PLANNED("single, planned", null),
  SHARED("shared", null),
  MANY("many", null),
  FREQUENT("frequent", Sample.FREQUENT),
  INFREQUENT("infrequent", Sample.INFREQUENT),
  RETRY_AFTER("infrequentwithretryafter", Sample.RETRY_AFTER),
  PERIODIC("periodicsequence", Sample.PERIODIC);

  /** Those that poll each second run apart, so that they do not hold up the others. */
  static final List<List<Contender>> ROUNDS =
      List.of(
          List.of(SINGLE, PLANNED, SHARED, MANY, INFREQUENT, RETRY_AFTER),
          List.of(FREQUENT, PERIODIC));

  static final List<Contender> OURS = List.of(SINGLE, PLANNED, SHARED, MANY);
  static final List<Contender> PEERS = List.of(FREQUENT, INFREQUENT, RETRY_AFTER, PERIODIC);

  private final String title;
  private final Sample sample;

  Contender(String title, Sample sample) {
    this.title = title;
    this.sample = sample;
  }

  String title() {
    return title;
  }

  /** Temporal's pattern; empty for ours. */
  Optional<Sample> sample() {
    return Optional.ofNullable(sample);
  }
}
