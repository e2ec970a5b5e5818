package io.github.mediajobs.cli.plan;

import io.github.mediajobs.failure.InvalidRequestException;
import io.github.mediajobs.planning.PastDuration;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Past durations as people keep them: seconds, one a line. */
public final class DurationsFile {
  private static final int MOST = 5_000;
  private static final double SHORTEST_SECONDS = 0.05;
  private static final double LONGEST_SECONDS = 30 * 86_400.0;

  private DurationsFile() {}

  /**
   * Reads a file.
   *
   * @param name the file, or {@code -} for standard input
   * @return one duration a line, all of one weight; blank lines are left out, of more than 5,000
   *     the last count
   * @throws InvalidRequestException when the file cannot be read, naming the line that is no number
   *     of seconds from 0 to 30 days
   */
  public static List<PastDuration> read(String name) {
    List<PastDuration> durations = new ArrayList<>();
    int number = 0;
    for (String line : lines(name)) {
      number++;
      if (!line.isBlank()) {
        durations.add(duration(name, number, line.strip()));
      }
    }
    if (durations.isEmpty()) {
      throw new InvalidRequestException("--durations", name + " holds no duration");
    }
    return durations.subList(Math.max(0, durations.size() - MOST), durations.size());
  }

  private static List<String> lines(String name) {
    try {
      String text =
          name.equals("-")
              ? new String(System.in.readAllBytes(), StandardCharsets.UTF_8)
              : Files.readString(Path.of(name));
      return text.lines().toList();
    } catch (IOException | RuntimeException e) {
      throw new InvalidRequestException("--durations", "cannot read %s: %s".formatted(name, e));
    }
  }

  private static PastDuration duration(String name, int number, String text) {
    double seconds;
    try {
      seconds = Double.parseDouble(text);
    } catch (NumberFormatException e) {
      seconds = Double.NaN;
    }
    if (!(seconds >= 0 && seconds <= LONGEST_SECONDS)) {
      throw new InvalidRequestException(
          "--durations",
          "line %d of %s: expected seconds from 0 to %.0f, got %s"
              .formatted(
                  number, name, LONGEST_SECONDS, text.substring(0, Math.min(60, text.length()))));
    }
    return new PastDuration(Math.max(seconds, SHORTEST_SECONDS), 1);
  }
}
