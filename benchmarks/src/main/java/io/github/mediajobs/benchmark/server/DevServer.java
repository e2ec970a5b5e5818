package io.github.mediajobs.benchmark.server;

import io.temporal.client.WorkflowClient;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.temporal.testing.TemporalDevServer;
import io.temporal.testing.TemporalDevServerOptions;

/**
 * A real Temporal server: the executable that {@code MEDIAJOBS_TEMPORAL_CLI} names, else {@code
 * temporal} on the PATH, else a download.
 */
public final class DevServer implements AutoCloseable {
  private final TemporalDevServer server;
  private final WorkflowServiceStubs service;

  private DevServer(TemporalDevServer server) {
    this.server = server;
    this.service =
        WorkflowServiceStubs.newServiceStubs(
            WorkflowServiceStubsOptions.newBuilder().setTarget(server.getTarget()).build());
  }

  /**
   * Starts one on a free port, which keeps everything in memory.
   *
   * @return the server, which answers
   */
  public static DevServer start() {
    TemporalDevServerOptions.Builder options =
        TemporalDevServerOptions.newBuilder()
            .setUiEnabled(false)
            .setLogLevel("error")
            .setLogFile("target/temporal-dev-server.log");
    Executable.TEMPORAL.find().ifPresent(path -> options.setExistingPath(path.toString()));
    return new DevServer(TemporalDevServer.start(options.build()));
  }

  /**
   * Where it listens.
   *
   * @return host and port
   */
  public String target() {
    return server.getTarget();
  }

  /**
   * A client of it.
   *
   * @return connected until the server is closed
   */
  public WorkflowClient client() {
    return WorkflowClient.newInstance(service);
  }

  @Override
  public void close() {
    service.shutdownNow();
    server.close();
  }
}
