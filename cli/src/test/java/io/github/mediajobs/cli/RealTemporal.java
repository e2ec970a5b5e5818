package io.github.mediajobs.cli;

import io.temporal.testing.TemporalDevServer;
import io.temporal.testing.TemporalDevServerOptions;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * A real Temporal dev server, for what the in-memory one lacks: the executable that {@code
 * MEDIAJOBS_TEMPORAL_CLI} names, else {@code temporal} on the PATH, else a download.
 */
final class RealTemporal implements AutoCloseable {
  private final TemporalDevServer server;

  private RealTemporal(TemporalDevServer server) {
    this.server = server;
  }

  /**
   * Starts one. Where there is none the test is skipped and says why, or fails when {@code
   * MEDIAJOBS_REQUIRE_DEV_SERVER} is {@code true}.
   */
  static RealTemporal start() {
    TemporalDevServerOptions.Builder options =
        TemporalDevServerOptions.newBuilder()
            .setUiEnabled(false)
            .setLogLevel("error")
            .setLogFile("target/temporal-dev-server.log");
    executables()
        .filter(Files::isExecutable)
        .findFirst()
        .map(Path::toString)
        .ifPresent(options::setExistingPath);
    try {
      return new RealTemporal(TemporalDevServer.start(options.build()));
    } catch (RuntimeException e) {
      String reason =
          "no Temporal dev server: put `temporal` on the PATH or name it in MEDIAJOBS_TEMPORAL_CLI (%s)"
              .formatted(e.getMessage());
      if (Boolean.parseBoolean(System.getenv("MEDIAJOBS_REQUIRE_DEV_SERVER"))) {
        throw new IllegalStateException(reason, e);
      }
      System.out.println("SKIPPED: " + reason);
      Assumptions.abort(reason);
      throw e;
    }
  }

  private static Stream<Path> executables() {
    String named = System.getenv("MEDIAJOBS_TEMPORAL_CLI");
    return named != null && !named.isBlank()
        ? Stream.of(Path.of(named))
        : Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
            .filter(folder -> !folder.isBlank())
            .map(folder -> Path.of(folder, "temporal"));
  }

  String address() {
    return server.getTarget();
  }

  @Override
  public void close() {
    server.close();
  }
}
