package io.github.mediajobs.benchmark.server;

import java.time.Instant;
import java.util.List;

/**
 * A job as the API saw it.
 *
 * @param endedAt when it ended
 * @param polledAt when it was read, oldest first
 */
public record PolledJob(Instant endedAt, List<Instant> polledAt) {
  /** Copies what could be modified. */
  public PolledJob {
    polledAt = List.copyOf(polledAt);
  }
}
