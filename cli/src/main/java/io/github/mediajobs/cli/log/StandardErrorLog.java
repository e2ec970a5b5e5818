package io.github.mediajobs.cli.log;

import ch.qos.logback.classic.ClassicConstants;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.core.spi.ContextAwareBase;
import ch.qos.logback.core.status.NopStatusListener;
import java.util.Map;

/**
 * What is logged: warnings of this library, errors of others. In place of a {@code logback.xml},
 * which takes long to read; {@code -Dlogback.configurationFile} names another.
 */
public final class StandardErrorLog extends ContextAwareBase implements Configurator {
  private static final Map<String, Level> LEVELS =
      Map.of(
          Logger.ROOT_LOGGER_NAME,
          Level.ERROR,
          "io.github.mediajobs",
          Level.WARN,
          // What the credentials chain did not find is told by the one line of the command.
          "com.aliyun",
          Level.OFF);

  /** For the service loader. */
  public StandardErrorLog() {}

  @Override
  public ExecutionStatus configure(LoggerContext logging) {
    if (System.getProperty(ClassicConstants.CONFIG_FILE_PROPERTY) != null) {
      return ExecutionStatus.INVOKE_NEXT_IF_ANY;
    }
    logging.getStatusManager().add(new NopStatusListener());
    StandardErrorAppender appender = new StandardErrorAppender(System.err);
    appender.setName("STDERR");
    appender.setContext(logging);
    appender.start();
    LEVELS.forEach((name, level) -> logging.getLogger(name).setLevel(level));
    logging.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(appender);
    return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
  }
}
