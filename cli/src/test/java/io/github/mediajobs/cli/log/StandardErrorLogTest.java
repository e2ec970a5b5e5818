package io.github.mediajobs.cli.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.Configurator.ExecutionStatus;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the command logs, and how. */
class StandardErrorLogTest {
  private final LoggerContext logging = new LoggerContext();

  @ParameterizedTest
  @CsvSource({
    "io.github.mediajobs.api.MediaApi,WARN",
    "com.aliyun.credentials.Client,OFF",
    "io.grpc.internal.Channel,ERROR"
  })
  void eachIsLoggedFromALevelOn(String logger, String level) {
    assertThat(new StandardErrorLog().configure(logging))
        .isEqualTo(ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY);
    assertThat(logging.getLogger(logger).getEffectiveLevel()).isEqualTo(Level.toLevel(level));
  }

  @Test
  void itIsWhatLogbackFinds() {
    assertThat(ServiceLoader.load(Configurator.class))
        .hasExactlyElementsOfTypes(StandardErrorLog.class);
  }

  @Test
  void anEventIsALineWithoutAStackTrace() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    StandardErrorAppender appender =
        new StandardErrorAppender(new PrintStream(bytes, true, StandardCharsets.US_ASCII));
    appender.setContext(logging);
    appender.start();
    Logger logger = logging.getLogger("io.github.mediajobs.api.MediaApi");
    logger.addAppender(appender);
    logger.warn("one\r\nligne très {}", "longue", new IllegalStateException("not shown"));
    assertThat(bytes.toString(StandardCharsets.UTF_8))
        .matches("\\d\\d:\\d\\d:\\d\\d WARN  MediaApi: one ligne très longue\n");
  }
}
