package io.github.mediajobs.cli.watch;

import io.github.mediajobs.cli.terminal.Bar;
import io.github.mediajobs.cli.terminal.Style;
import io.github.mediajobs.cli.terminal.Terminal;
import io.github.mediajobs.cli.text.Line;
import io.github.mediajobs.cli.text.Span;
import io.github.mediajobs.outcome.JobReference;
import java.time.Duration;
import java.time.Instant;

/**
 * One wait in the live display.
 *
 * @param job which job
 * @param stage where it stands
 * @param began when its run began
 */
record LiveRow(JobReference job, Stage stage, Instant began) {
  private static final int OPERATION = 20;
  private static final int JOB_ID = 24;
  private static final int STATUS = 12;
  private static final int POLLING = 24;
  private static final int OTHER_COLUMNS = OPERATION + JOB_ID + STATUS + POLLING + 20;
  private static final int NARROWEST_BAR = 8;
  private static final int WIDEST_BAR = 30;

  /** The row: operation, id, status, bar, polls and the next one, time since the run began. */
  String line(Terminal terminal, Instant now, long frame) {
    return "%s %s %s %s %s %s"
        .formatted(
            padded(job.operation(), OPERATION),
            padded(job.jobId(), JOB_ID),
            padded(stage.name(), STATUS),
            bar(terminal, frame),
            padded(stage.polling(now), POLLING),
            Span.of(Duration.between(began, now)))
        .stripTrailing();
  }

  private String bar(Terminal terminal, long frame) {
    int room = terminal.columns().getAsInt() - OTHER_COLUMNS;
    int width = Math.max(NARROWEST_BAR, Math.min(WIDEST_BAR, room));
    if (stage.progress().isPresent()) {
      int percent = stage.progress().getAsInt();
      return coloured(terminal, Bar.of(percent, width, terminal.glyphs()))
          + " %3d %%".formatted(percent);
    }
    return coloured(terminal, Bar.moving(frame, width, terminal.glyphs())) + "      ";
  }

  private String coloured(Terminal terminal, String bar) {
    return terminal
        .style()
        .paint(stage.problem().isPresent() ? Style.Colour.YELLOW : Style.Colour.CYAN, bar);
  }

  private static String padded(String text, int width) {
    String cut = Line.of(text, width);
    return cut + " ".repeat(width - cut.length());
  }
}
