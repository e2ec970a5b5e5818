package io.github.mediajobs.cli.watch;

import io.github.mediajobs.cli.text.Line;
import io.github.mediajobs.cli.text.Span;
import io.github.mediajobs.client.WaitDescription;
import io.github.mediajobs.failure.JobPending;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Where a wait stands.
 *
 * @param name the job's raw status, or what the wait does before there is one; it changes rarely
 * @param progress percent, where the API reports it
 * @param polls how often the job was read
 * @param nextPollAt when it is read next, where that is known
 * @param problem what the last read met in place of the job, in words
 */
public record Stage(
    String name,
    OptionalInt progress,
    int polls,
    Optional<Instant> nextPollAt,
    Optional<String> problem) {
  /** The Temporal service has not taken the start yet. */
  public static final Stage STARTING = bare("starting");

  /** The run waits for a worker to take its next step; for long only when there is none. */
  public static final Stage NO_WORKER = bare("waiting for a worker");

  private static final int PROBLEM_LENGTH = 400;

  /**
   * Reads a description.
   *
   * @param wait a run that goes on
   * @return where it stands
   */
  public static Stage of(WaitDescription wait) {
    if (wait.lastSeen().isPresent()) {
      JobPending seen = wait.lastSeen().get();
      return new Stage(
          seen.status() == null ? "no status" : Line.of(seen.status()),
          seen.progress() == null ? OptionalInt.empty() : OptionalInt.of(seen.progress()),
          seen.polls(),
          wait.nextPollAt(),
          Optional.empty());
    }
    if (wait.problem().isPresent()) {
      return new Stage(
          "trying again",
          OptionalInt.empty(),
          Math.max(0, wait.attempt() - 1),
          wait.nextPollAt(),
          wait.problem().map(it -> Line.of(it, PROBLEM_LENGTH)));
    }
    if (wait.attempt() > 0) {
      return bare("reading");
    }
    return wait.workflowTaskPending() ? NO_WORKER : bare("under way");
  }

  /**
   * The reads so far and the next one, in words.
   *
   * @param now the time
   * @return such as {@code 3 polls, next in 5 s}; empty when there was none
   */
  public String polling(Instant now) {
    if (polls == 0) {
      return "";
    }
    String count = polls == 1 ? "1 poll" : polls + " polls";
    return nextPollAt.map(at -> count + ", next " + in(Duration.between(now, at))).orElse(count);
  }

  private static String in(Duration delay) {
    return delay.toMillis() < 500 ? "now" : "in " + Span.of(delay);
  }

  private static Stage bare(String name) {
    return new Stage(name, OptionalInt.empty(), 0, Optional.empty(), Optional.empty());
  }
}
