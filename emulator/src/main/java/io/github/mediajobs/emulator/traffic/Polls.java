package io.github.mediajobs.emulator.traffic;

import java.time.Instant;
import java.util.List;

/**
 * The calls that named one job, whatever was answered.
 *
 * @param total how many
 * @param recent when the last of them came, at most a thousand, oldest first
 */
public record Polls(long total, List<Instant> recent) {
  /** No call. */
  public static final Polls NONE = new Polls(0, List.of());

  public Polls {
    recent = List.copyOf(recent);
  }
}
