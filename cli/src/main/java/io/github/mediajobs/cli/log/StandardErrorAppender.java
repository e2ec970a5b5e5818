package io.github.mediajobs.cli.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;

/** A line of UTF-8 for each event, without stack traces. */
final class StandardErrorAppender extends AppenderBase<ILoggingEvent> {
  private final PrintStream err;

  StandardErrorAppender(PrintStream err) {
    this.err = err;
  }

  @Override
  protected void append(ILoggingEvent event) {
    LocalTime time =
        LocalTime.ofInstant(Instant.ofEpochMilli(event.getTimeStamp()), ZoneId.systemDefault());
    String logger = event.getLoggerName();
    String line =
        "%tT %-5s %s: %s%n"
            .formatted(
                time,
                event.getLevel(),
                logger.substring(logger.lastIndexOf('.') + 1),
                event.getFormattedMessage().replaceAll("[\\r\\n]+", " "));
    err.writeBytes(line.getBytes(StandardCharsets.UTF_8));
    err.flush();
  }
}
