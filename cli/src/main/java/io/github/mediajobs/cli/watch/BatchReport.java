package io.github.mediajobs.cli.watch;

import io.github.mediajobs.cli.terminal.LiveRegion;
import io.github.mediajobs.cli.text.Line;
import io.github.mediajobs.cli.text.Span;
import io.github.mediajobs.outcome.OutcomeKind;
import io.github.mediajobs.wire.JobEnd;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Shows a batch as counts, and the first jobs that did not succeed on lines of their own. */
public final class BatchReport implements AutoCloseable {
  private static final int SHOWN = 20;
  private static final Duration BETWEEN_LINES = Duration.ofSeconds(5);

  private final int jobs;
  private final PrintStream out;
  private final PrintStream err;
  private final LiveRegion region;
  private final InstantSource clock;
  private final Instant began;
  private final Map<String, Integer> counts = new TreeMap<>();
  private Instant shownAt;
  private String shown = "";
  private int problems;
  private int done;

  /**
   * A report of a batch that just began.
   *
   * @param jobs how many there are
   * @param out where counts go
   * @param err where problems go
   * @param live whether {@code out} is a terminal, which gets one line that changes
   * @param clock the time
   */
  public BatchReport(
      int jobs, PrintStream out, PrintStream err, boolean live, InstantSource clock) {
    this.jobs = jobs;
    this.out = out;
    this.err = err;
    this.region = live ? new LiveRegion(out) : null;
    this.clock = clock;
    this.began = clock.instant();
    this.shownAt = began;
  }

  /**
   * A job ended.
   *
   * @param end how
   */
  public void ended(JobEnd end) {
    done++;
    String kind = end.kind().map(OutcomeKind::name).orElse("NOT_FOUND_OUT");
    counts.merge(kind, 1, Integer::sum);
    if (!kind.equals(OutcomeKind.SUCCEEDED.name()) && ++problems <= SHOWN) {
      PrintStream stream = end.failure() == null ? out : err;
      above(stream, (end.failure() == null ? "" : "mediajobs: ") + told(end));
    }
  }

  private static String told(JobEnd end) {
    if (end.failure() != null) {
      return JobName.before(end.reference(), Line.of(end.failure().message()));
    }
    return JobName.before(end.reference(), Ending.of(end.outcome()).line(Duration.ZERO))
        .replaceFirst(" in 0 s", "");
  }

  private void above(PrintStream stream, String line) {
    if (region == null) {
      stream.println(line);
      stream.flush();
    } else {
      region.above(stream, line);
    }
  }

  /** Time went by; called several times a second. */
  public void tick() {
    if (region != null) {
      region.draw(List.of(line()));
    } else if (!Duration.between(shownAt, clock.instant()).minus(BETWEEN_LINES).isNegative()) {
      show();
    }
  }

  private void show() {
    shownAt = clock.instant();
    String counted = counted();
    if (!counted.equals(shown)) {
      shown = counted;
      out.println(line());
      out.flush();
    }
  }

  private String line() {
    return counted() + ", " + Span.of(Duration.between(began, clock.instant()));
  }

  private String counted() {
    String kinds =
        counts.entrySet().stream()
            .map(it -> it.getValue() + " " + it.getKey())
            .collect(Collectors.joining(", "));
    return "%,d of %,d jobs done".formatted(done, jobs) + (kinds.isEmpty() ? "" : ": " + kinds);
  }

  /** Shows the counts a last time. */
  @Override
  public void close() {
    if (region != null) {
      region.close();
    }
    if (problems > SHOWN) {
      out.println("and %d more that did not succeed; --json tells all".formatted(problems - SHOWN));
    }
    show();
  }
}
