package io.github.mediajobs.benchmark.engine;

import com.google.protobuf.Timestamp;
import io.github.mediajobs.wire.AwaitMediaJobsWorkflow;
import io.github.mediajobs.wire.EndedJobs;
import io.temporal.api.common.v1.Payloads;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.common.converter.DefaultDataConverter;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** When workflows knew that jobs had ended, by the Temporal service's clock. */
final class Known {
  private Known() {}

  /** A workflow that waits for one job: when it completed. */
  static Instant single(List<HistoryEvent> history) {
    HistoryEvent last = history.get(history.size() - 1);
    if (!last.hasWorkflowExecutionCompletedEventAttributes()) {
      throw new IllegalStateException("a wait ended with " + last.getEventType());
    }
    return time(last);
  }

  /** A batch: when it was told, by the job's place. */
  static Map<Integer, Instant> batch(List<HistoryEvent> history) {
    Map<Integer, Instant> known = new HashMap<>();
    for (HistoryEvent event : history) {
      told(event)
          .ifPresent(it -> ended(it).indexes().forEach(job -> known.putIfAbsent(job, time(event))));
    }
    return known;
  }

  /** Signals tell of ends, and the activity's result of the last. */
  private static Optional<Payloads> told(HistoryEvent event) {
    if (event.hasActivityTaskCompletedEventAttributes()) {
      return Optional.of(event.getActivityTaskCompletedEventAttributes().getResult());
    }
    return event
            .getWorkflowExecutionSignaledEventAttributes()
            .getSignalName()
            .equals(AwaitMediaJobsWorkflow.JOBS_ENDED)
        ? Optional.of(event.getWorkflowExecutionSignaledEventAttributes().getInput())
        : Optional.empty();
  }

  private static EndedJobs ended(Payloads payloads) {
    return DefaultDataConverter.STANDARD_INSTANCE.fromPayloads(
        0, Optional.of(payloads), EndedJobs.class, EndedJobs.class);
  }

  private static Instant time(HistoryEvent event) {
    Timestamp at = event.getEventTime();
    return Instant.ofEpochSecond(at.getSeconds(), at.getNanos());
  }
}
