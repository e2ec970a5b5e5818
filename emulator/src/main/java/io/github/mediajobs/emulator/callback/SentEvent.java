package io.github.mediajobs.emulator.callback;

import java.time.Instant;

/**
 * What became of one event.
 *
 * @param type the {@code EventType}
 * @param jobId the job that it told of
 * @param status the {@code Status} in it, {@code Success} or {@code Fail}
 * @param endedAt when the job ended, by the emulator's clock; null for an event on demand
 * @param at when its fate was known, by the emulator's clock
 * @param forgery what was wrong with it, or null
 * @param tries how often it was posted
 * @param answered the HTTP status of the last answer, or null when there was none
 * @param fate what became of it
 */
public record SentEvent(
    String type,
    String jobId,
    String status,
    Instant endedAt,
    Instant at,
    Forgery forgery,
    int tries,
    Integer answered,
    Fate fate) {
  /** How an event may end. */
  public enum Fate {
    /** Answered with HTTP 200 in time. */
    DELIVERED,
    /** Not answered so, three times. */
    GIVEN_UP,
    /** Never sent. */
    DROPPED
  }
}
