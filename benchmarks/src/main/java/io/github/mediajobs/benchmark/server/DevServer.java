package io.github.mediajobs.benchmark.server;

import io.temporal.testing.TemporalDevServer;
import io.temporal.testing.TemporalDevServerOptions;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * A real Temporal server: the executable that {@code MEDIAJOBS_TEMPORAL_CLI} names, else {@code
 * temporal} on the PATH, else a download.
 */
public final class DevServer {
  private DevServer() {}

  /**
   * Starts one on a free port, which keeps everything in memory.
   *
   * @return the server, which answers
   */
  public static TemporalDevServer start() {
    TemporalDevServerOptions.Builder options =
        TemporalDevServerOptions.newBuilder()
            .setUiEnabled(false)
            .setLogLevel("error")
            .setLogFile("target/temporal-dev-server.log");
    String named = System.getenv("MEDIAJOBS_TEMPORAL_CLI");
    Stream<Path> candidates =
        named != null && !named.isBlank()
            ? Stream.of(Path.of(named))
            : Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
                .filter(folder -> !folder.isBlank())
                .map(folder -> Path.of(folder, "temporal"));
    candidates
        .filter(Files::isExecutable)
        .findFirst()
        .ifPresent(path -> options.setExistingPath(path.toString()));
    return TemporalDevServer.start(options.build());
  }
}
