package io.github.mediajobs.benchmark.engine;

import io.github.mediajobs.benchmark.server.DevServer;
import io.github.mediajobs.benchmark.server.JavaProcess;
import io.github.mediajobs.benchmark.server.ServerProcess;
import io.temporal.client.WorkflowClient;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.temporal.testing.TemporalDevServer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** What all contenders share: a Temporal dev server and the API, each a process of its own. */
record Stage(
    TemporalDevServer server,
    WorkflowServiceStubs service,
    WorkflowClient client,
    ServerProcess api)
    implements AutoCloseable {
  static Stage open() throws IOException {
    TemporalDevServer server = DevServer.start();
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

  @Override
  public void close() {
    api.close();
    service.shutdownNow();
    server.close();
  }
}
