package io.github.mediajobs.wire;

import io.github.mediajobs.failure.InvalidRequestException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What an input may hold. Each check returns its value or names the field and the limit. */
final class Limits {
  static final int ID_LENGTH = 256;
  static final Duration LONGEST_DEADLINE = Duration.ofDays(30);
  static final int STEPS = 20;
  private static final int NAME_LENGTH = 255;
  private static final Duration LONGEST = Duration.ofDays(365);
  private static final Pattern REGION = Pattern.compile("[a-z0-9]([a-z0-9-]{0,30}[a-z0-9])?");
  private static final Pattern STEP_NAME = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  private Limits() {}

  static <T> T given(String field, T value) {
    if (value == null) {
      throw new InvalidRequestException(field, "missing");
    }
    return value;
  }

  static String jobId(String value) {
    return jobId("jobId", value);
  }

  static String jobId(String field, String value) {
    if (value == null) {
      throw new InvalidRequestException(field, "missing; it is what the submission answered");
    }
    if (value.isBlank()) {
      throw new InvalidRequestException(field, "blank; it is what the submission answered");
    }
    if (value.length() > ID_LENGTH) {
      throw new InvalidRequestException(
          field, "%d characters; at most %d are allowed".formatted(value.length(), ID_LENGTH));
    }
    return value;
  }

  static String region(String value) {
    return region("region", value);
  }

  static String region(String field, String value) {
    if (value != null && !REGION.matcher(value).matches()) {
      throw new InvalidRequestException(
          field, "expected a region id such as \"cn-shanghai\", got " + shown(value));
    }
    return value;
  }

  static Duration deadline(Duration value) {
    if (value != null && value.compareTo(LONGEST_DEADLINE) > 0) {
      throw new InvalidRequestException(
          "deadline", value + " is too long; at most P30D is allowed");
    }
    return value;
  }

  /** Longer ones would overflow where the engine or a clock adds them up. */
  static Duration aboveZero(String field, Duration value) {
    if (value != null && (value.isZero() || value.isNegative())) {
      throw new InvalidRequestException(field, "expected a duration above zero, got " + value);
    }
    if (value != null && value.compareTo(LONGEST) > 0) {
      throw new InvalidRequestException(field, value + " is too long; at most P365D is allowed");
    }
    return value;
  }

  /** A name such as the engine takes for a queue or a type; null where none is given. */
  static String name(String field, String value) {
    if (value != null && (value.isBlank() || value.length() > NAME_LENGTH)) {
      throw new InvalidRequestException(
          field,
          "expected 1 to %d characters, not blank, got %s".formatted(NAME_LENGTH, shown(value)));
    }
    return value;
  }

  static double atLeast(String field, double value, double least) {
    if (!(value >= least) || Double.isInfinite(value)) {
      throw new InvalidRequestException(
          field, "expected a number of at least %s, got %s".formatted(least, value));
    }
    return value;
  }

  static List<String> until(List<String> value) {
    if (value != null && value.isEmpty()) {
      throw new InvalidRequestException("until", "empty; leave it out or name a status");
    }
    if (value != null) {
      value.forEach(status -> name("until", status));
    }
    return value == null ? null : List.copyOf(value);
  }

  static String stepName(String field, String value) {
    if (value == null || !STEP_NAME.matcher(value).matches()) {
      throw new InvalidRequestException(
          field, "expected 1 to 64 of [A-Za-z0-9._-], got " + shown(value));
    }
    return value;
  }

  static void steps(String field, List<?> steps) {
    if (steps.size() > STEPS) {
      throw new InvalidRequestException(
          field, "%d steps; at most %d are allowed".formatted(steps.size(), STEPS));
    }
  }

  static void unique(List<String> names) {
    Set<String> seen = new HashSet<>();
    for (String name : names) {
      if (!seen.add(name)) {
        throw new InvalidRequestException(
            "name", "two steps are named %s; names are unique over both branches".formatted(name));
      }
    }
  }

  static String shown(Object value) {
    String text = String.valueOf(value);
    return text.length() <= 60 ? text : text.substring(0, 57) + "...";
  }
}
