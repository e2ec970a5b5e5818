package io.github.mediajobs.emulator.job;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a job stands among those of its operation, in the order of their creation.
 *
 * @param createdAt when the job was created
 * @param number tells jobs apart that were created together
 */
public record Place(Instant createdAt, long number) implements Comparable<Place> {
  static final Place FIRST = new Place(Instant.MIN, 0);
  static final Place LAST = new Place(Instant.MAX, 0);
  private static final Comparator<Place> ORDER =
      Comparator.comparing(Place::createdAt).thenComparing(Place::number);
  private static final Pattern TOKEN = Pattern.compile("(\\d{1,11})\\.(\\d{1,9})\\.(\\d{1,18})");

  /** Before every job that was created then; jobs have numbers from 1. */
  static Place before(Instant createdAt) {
    return new Place(createdAt, 0);
  }

  /**
   * The place as a token.
   *
   * @return text that {@link #of} reads
   */
  public String token() {
    return "%d.%d.%d".formatted(createdAt.getEpochSecond(), createdAt.getNano(), number);
  }

  /**
   * Reads a token.
   *
   * @param token any text
   * @return the place, or empty when no place has this token
   */
  public static Optional<Place> of(String token) {
    Matcher parts = TOKEN.matcher(token);
    return parts.matches()
        ? Optional.of(
            new Place(
                Instant.ofEpochSecond(
                    Long.parseLong(parts.group(1)), Long.parseLong(parts.group(2))),
                Long.parseLong(parts.group(3))))
        : Optional.empty();
  }

  @Override
  public int compareTo(Place other) {
    return ORDER.compare(this, other);
  }
}
