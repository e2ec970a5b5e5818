package io.github.mediajobs.benchmark.report;

import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * Where and when something was measured.
 *
 * @param date in UTC
 * @param java the version of the Java runtime
 * @param os such as {@code Linux amd64}
 * @param cores the processors that the measuring process may use
 */
public record Machine(String date, String java, String os, int cores) {
  /**
   * This one, today.
   *
   * @return the machine of this process
   */
  public static Machine here() {
    return new Machine(
        LocalDate.now(ZoneOffset.UTC).toString(),
        System.getProperty("java.runtime.version"),
        System.getProperty("os.name") + " " + System.getProperty("os.arch"),
        Runtime.getRuntime().availableProcessors());
  }

  /**
   * The same for people.
   *
   * @return one line
   */
  public String line() {
    return "%s, Java %s, %s, %d cores".formatted(date, java, os, cores);
  }
}
