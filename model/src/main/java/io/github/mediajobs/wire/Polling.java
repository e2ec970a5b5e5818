package io.github.mediajobs.wire;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.mediajobs.failure.InvalidRequestException;
import io.github.mediajobs.polling.PollPolicy;
import io.github.mediajobs.polling.PollSchedule;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * How to poll, as it stands on the wire. Every component may be null and has a default.
 *
 * @param schedule {@code exponential} (default), {@code fixed}, {@code proportional} or {@code
 *     planned}, which learns from the jobs that the worker sees end
 * @param first the first delay, or every one when fixed; default PT5S
 * @param factor the growth of an exponential schedule, at least 1; default 1.5
 * @param ratio the share of the elapsed time of a proportional schedule, above zero; default 0.1
 * @param floor the shortest delay; default PT1S, or the ceiling where that is shorter
 * @param ceiling the longest delay; default PT5M, or the floor where that is longer; none when
 *     planned
 * @param jitter the share by which a delay moves at random, 0 to 1; default 0.1
 * @param notFoundGrace how long a job may be unknown from the start of the wait; default PT1M
 * @param secondsPerPoll when planned, the seconds of delay that one poll is worth, from 0.1 to a
 *     million: less finds the end sooner, more polls less; default 30
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Polling(
    String schedule,
    @JsonFormat(shape = JsonFormat.Shape.STRING) Duration first,
    Double factor,
    Double ratio,
    @JsonFormat(shape = JsonFormat.Shape.STRING) Duration floor,
    @JsonFormat(shape = JsonFormat.Shape.STRING) Duration ceiling,
    Double jitter,
    @JsonFormat(shape = JsonFormat.Shape.STRING) Duration notFoundGrace,
    Double secondsPerPoll) {
  /** Every component at its default. */
  public static final Polling DEFAULT =
      new Polling(null, null, null, null, null, null, null, null, null);

  private static final List<String> SCHEDULES =
      List.of("exponential", "fixed", "proportional", "planned");
  private static final Duration NO_CEILING = Duration.ofDays(365);

  /**
   * Checks every value that is given.
   *
   * @throws InvalidRequestException naming the first field that is out of bounds
   */
  public Polling {
    if (schedule != null && !SCHEDULES.contains(schedule)) {
      throw new InvalidRequestException(
          "polling.schedule",
          "expected one of %s, got %s".formatted(SCHEDULES, Limits.shown(schedule)));
    }
    Limits.aboveZero("polling.first", first);
    Limits.aboveZero("polling.floor", floor);
    Limits.aboveZero("polling.ceiling", ceiling);
    Limits.aboveZero("polling.notFoundGrace", notFoundGrace);
    if (factor != null) {
      Limits.atLeast("polling.factor", factor, 1);
    }
    if (ratio != null) {
      Limits.atLeast("polling.ratio", ratio, 0.001);
    }
    if (jitter != null && !(jitter >= 0 && jitter <= 1)) {
      throw new InvalidRequestException("polling.jitter", "expected 0 to 1, got " + jitter);
    }
    if (secondsPerPoll != null && !(secondsPerPoll >= 0.1 && secondsPerPoll <= 1e6)) {
      throw new InvalidRequestException(
          "polling.secondsPerPoll", "expected 0.1 to 1000000, got " + secondsPerPoll);
    }
    if (floor != null && ceiling != null && floor.compareTo(ceiling) > 0) {
      throw new InvalidRequestException(
          "polling.floor", "%s is above the ceiling %s".formatted(floor, ceiling));
    }
  }

  /**
   * The same delay always.
   *
   * @param interval between two polls
   * @return the polling, its floor and ceiling the interval
   */
  public static Polling fixed(Duration interval) {
    return new Polling("fixed", interval, null, null, interval, interval, null, null, null);
  }

  /**
   * Each delay is the one before times a factor.
   *
   * @param first the first delay
   * @param factor at least 1
   * @param ceiling the longest delay
   * @return the polling
   */
  public static Polling exponential(Duration first, double factor, Duration ceiling) {
    return new Polling("exponential", first, factor, null, null, ceiling, null, null, null);
  }

  /**
   * Each delay is a share of the time elapsed.
   *
   * @param ratio above zero
   * @param ceiling the longest delay
   * @return the polling
   */
  public static Polling proportional(double ratio, Duration ceiling) {
    return new Polling("proportional", null, null, ratio, null, ceiling, null, null, null);
  }

  /**
   * Where the next poll costs least, by what the worker has learnt of jobs like it.
   *
   * @param secondsPerPoll the seconds of delay that one poll is worth, from 0.1 to a million
   * @return the polling
   */
  public static Polling planned(double secondsPerPoll) {
    return new Polling("planned", null, null, null, null, null, null, null, secondsPerPoll);
  }

  static Polling read(Fields fields) {
    return new Polling(
        fields.text("schedule"),
        fields.duration("first"),
        fields.decimal("factor"),
        fields.decimal("ratio"),
        fields.duration("floor"),
        fields.duration("ceiling"),
        fields.decimal("jitter"),
        fields.duration("notFoundGrace"),
        fields.decimal("secondsPerPoll"));
  }

  /**
   * Fills in the defaults.
   *
   * @return the schedule with its bounds
   */
  public PollPolicy policy() {
    Duration delay = Objects.requireNonNullElse(first, Duration.ofSeconds(5));
    PollSchedule chosen =
        switch (Objects.requireNonNullElse(schedule, "exponential")) {
          case "fixed" -> new PollSchedule.Fixed(delay);
          case "proportional" ->
              new PollSchedule.Proportional(Objects.requireNonNullElse(ratio, 0.1));
          case "planned" ->
              new PollSchedule.Planned(Objects.requireNonNullElse(secondsPerPoll, 30.0));
          default -> new PollSchedule.Exponential(delay, Objects.requireNonNullElse(factor, 1.5));
        };
    Duration least =
        Objects.requireNonNullElseGet(floor, () -> shorter(Duration.ofSeconds(1), ceiling));
    Duration most =
        Objects.requireNonNullElseGet(
            ceiling,
            () ->
                chosen instanceof PollSchedule.Planned
                    ? NO_CEILING
                    : longer(Duration.ofMinutes(5), least));
    return new PollPolicy(
        chosen,
        least,
        most,
        Objects.requireNonNullElse(jitter, 0.1),
        Objects.requireNonNullElse(notFoundGrace, Duration.ofMinutes(1)));
  }

  private static Duration shorter(Duration one, Duration other) {
    return other != null && other.compareTo(one) < 0 ? other : one;
  }

  private static Duration longer(Duration one, Duration other) {
    return other.compareTo(one) > 0 ? other : one;
  }
}
