package io.github.mediajobs.faults;

import io.github.mediajobs.failure.FailureType;
import io.github.mediajobs.outcome.OutcomeKind;
import java.time.Duration;
import java.util.Optional;

/** What must come of a fault that hits a wait. */
sealed interface Expected {
  /** The type of the failures, where there are any. */
  default Optional<FailureType> type() {
    return Optional.empty();
  }

  /** The attempt fails and is tried again after the delay; the next one finds the truth. */
  record Retried(FailureType failure, Duration delay) implements Expected {
    @Override
    public Optional<FailureType> type() {
      return Optional.of(failure);
    }
  }

  /** The wait ends at once with a failure and no outcome. */
  record Ended(FailureType failure) implements Expected {
    @Override
    public Optional<FailureType> type() {
      return Optional.of(failure);
    }
  }

  /** The fault stays; the wait ends at its deadline with a failure and no outcome. */
  record Lost(FailureType failure) implements Expected {
    @Override
    public Optional<FailureType> type() {
      return Optional.of(failure);
    }
  }

  /** The answer is good as it is: the wait ends with what it says. */
  record Taken(OutcomeKind outcome) implements Expected {}

  /** The client gets past the fault within one read, which finds the truth. */
  record Overcome() implements Expected {}

  static Expected retried(FailureType type) {
    return new Retried(type, Play.INTERVAL);
  }

  static Expected retried(FailureType type, Duration delay) {
    return new Retried(type, delay);
  }

  static Expected ended(FailureType type) {
    return new Ended(type);
  }

  static Expected lost(FailureType type) {
    return new Lost(type);
  }

  static Expected taken() {
    return new Taken(OutcomeKind.SUCCEEDED);
  }

  static Expected overcome() {
    return new Overcome();
  }
}
