package io.github.mediajobs.cli.watch;

import io.github.mediajobs.cli.exit.Problem;
import io.github.mediajobs.cli.terminal.LiveRegion;
import io.github.mediajobs.cli.terminal.Style;
import io.github.mediajobs.cli.terminal.Terminal;
import io.github.mediajobs.outcome.JobReference;
import io.github.mediajobs.outcome.OutcomeKind;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A row with a bar for each wait that goes on; those that ended stand above. For terminals. */
public final class LiveReport implements WaitReport {
  private static final Duration FRAME = Duration.ofMillis(200);

  private final Terminal terminal;
  private final PrintStream out;
  private final PrintStream err;
  private final InstantSource clock;
  private final LiveRegion region;
  private final Map<JobReference, LiveRow> rows = new LinkedHashMap<>();
  private Instant drawnAt = Instant.EPOCH;
  private long frame;

  /**
   * A report on a terminal.
   *
   * @param terminal how to draw
   * @param out the terminal
   * @param err where problems go
   * @param clock the time
   */
  public LiveReport(Terminal terminal, PrintStream out, PrintStream err, InstantSource clock) {
    this.terminal = terminal;
    this.out = out;
    this.err = err;
    this.clock = clock;
    this.region = new LiveRegion(out);
  }

  @Override
  public void started(JobReference job) {
    rows.put(job, new LiveRow(job, Stage.STARTING, clock.instant()));
  }

  @Override
  public void seen(JobReference job, Stage stage, Duration waited) {
    rows.put(job, new LiveRow(job, stage, clock.instant().minus(waited)));
  }

  @Override
  public void ended(Ending ending, Duration waited) {
    boolean good = ending.kind() == OutcomeKind.SUCCEEDED;
    String mark =
        good
            ? terminal.style().paint(Style.Colour.GREEN, terminal.glyphs().good())
            : terminal.style().paint(Style.Colour.RED, terminal.glyphs().bad());
    above(ending.job(), out, mark, ending.line(waited));
  }

  @Override
  public void notFoundOut(JobReference job, Problem problem) {
    // No colour: standard error may go elsewhere than the terminal.
    above(job, err, terminal.glyphs().open(), problem.line());
  }

  @Override
  public void tick() {
    Instant now = clock.instant();
    if (Duration.between(drawnAt, now).abs().compareTo(FRAME) >= 0) {
      drawnAt = now;
      frame++;
      region.draw(lines(now));
    }
  }

  @Override
  public void close() {
    region.close();
  }

  private void above(JobReference job, PrintStream stream, String mark, String text) {
    rows.remove(job);
    region.above(stream, mark + " " + JobName.before(job, text));
    region.draw(lines(clock.instant()));
  }

  private List<String> lines(Instant now) {
    int room = Math.max(1, terminal.rows().getAsInt() - 2);
    List<String> lines = new ArrayList<>();
    rows.values().stream().limit(room).forEach(row -> lines.add(row.line(terminal, now, frame)));
    if (rows.size() > room) {
      lines.add(
          terminal.style().paint(Style.Colour.GREY, "and %d more".formatted(rows.size() - room)));
    }
    return lines;
  }
}
