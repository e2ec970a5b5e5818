package io.github.mediajobs.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;
import org.slf4j.LoggerFactory;

/** All that is logged in this process at the finest level, through slf4j and java.util.logging. */
final class EverythingLogged implements AutoCloseable {
  /** The tests' own servers stand for other machines: what they log is not the library's. */
  private static final List<String> OF_SERVERS =
      List.of("com.sun.net.httpserver", "io.temporal.internal.testservice");

  private final StringWriter text = new StringWriter();
  private final LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
  private final Map<Logger, Level> levels = new HashMap<>();
  private final Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  private final Slf4j slf4j = new Slf4j();
  private final java.util.logging.Logger julRoot = LogManager.getLogManager().getLogger("");
  private final java.util.logging.Level julLevel = julRoot.getLevel();
  private final Jul jul = new Jul();

  EverythingLogged() {
    for (Logger logger : context.getLoggerList()) {
      if (logger.getLevel() != null) {
        levels.put(logger, logger.getLevel());
        logger.setLevel(Level.TRACE);
      }
    }
    root.detachAppender("STDERR");
    slf4j.setContext(context);
    slf4j.start();
    root.addAppender(slf4j);
    julRoot.setLevel(java.util.logging.Level.ALL);
    julRoot.addHandler(jul);
  }

  String text() {
    return text.toString();
  }

  @Override
  public void close() {
    julRoot.removeHandler(jul);
    julRoot.setLevel(julLevel);
    root.detachAppender(slf4j);
    levels.forEach(Logger::setLevel);
  }

  private final class Slf4j extends AppenderBase<ILoggingEvent> {
    private final PatternLayout layout = new PatternLayout();

    @Override
    public void start() {
      layout.setContext(getContext());
      layout.setPattern("%level %logger [%thread] %mdc %msg%n%ex{full}");
      layout.start();
      super.start();
    }

    @Override
    protected void append(ILoggingEvent event) {
      if (OF_SERVERS.stream().noneMatch(event.getLoggerName()::startsWith)) {
        text.append(layout.doLayout(event));
      }
    }
  }

  private final class Jul extends Handler {
    @Override
    public void publish(LogRecord record) {
      if (!OF_SERVERS.contains(record.getLoggerName())) {
        StringWriter thrown = new StringWriter();
        if (record.getThrown() != null) {
          record.getThrown().printStackTrace(new PrintWriter(thrown));
        }
        text.append(
            "%s %s%n%s"
                .formatted(
                    record.getLoggerName(), new SimpleFormatter().formatMessage(record), thrown));
      }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
