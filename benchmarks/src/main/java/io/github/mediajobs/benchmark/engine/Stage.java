package io.github.mediajobs.benchmark.engine;

import io.github.mediajobs.benchmark.server.JavaProcess;
import io.github.mediajobs.benchmark.server.ServerProcess;
import io.temporal.client.WorkflowClient;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.temporal.testing.TemporalDevServer;
import io.temporal.testing.TemporalDevServerOptions;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * What all contenders share: a Temporal dev server and the API, each a process of its own. The
 * server is the executable that {@code MEDIAJOBS_TEMPORAL_CLI} names, else {@code temporal} on the
 * PATH, else a download.
 */
record Stage(
    TemporalDevServer server,
    WorkflowServiceStubs service,
    WorkflowClient client,
    ServerProcess api)
    implements AutoCloseable {
  static Stage open() throws IOException {
    TemporalDevServer server = devServer();
    WorkflowServiceStubs service =
        WorkflowServiceStubs.newServiceStubs(
            WorkflowServiceStubsOptions.newBuilder().setTarget(server.getTarget()).build());
    return new Stage(server, service, WorkflowClient.newInstance(service), ServerProcess.start());
  }

  /** The worker of a contender, polling. */
  JavaProcess worker(Contender contender, OptionalDouble callsPerSecond) throws IOException {
    List<String> arguments =
        new ArrayList<>(List.of(contender.name(), server.getTarget(), api.url().toString()));
    callsPerSecond.ifPresent(it -> arguments.add(Double.toString(it)));
    JavaProcess worker =
        JavaProcess.start(
            ContenderWorker.class,
            List.of("-Xms64m", "-Xmx512m"),
            arguments.toArray(String[]::new));
    worker.line();
    return worker;
  }

  private static TemporalDevServer devServer() {
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

  @Override
  public void close() {
    api.close();
    service.shutdownNow();
    server.close();
  }
}
