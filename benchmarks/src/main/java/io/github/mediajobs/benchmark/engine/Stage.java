package io.github.mediajobs.benchmark.engine;

import io.github.mediajobs.benchmark.server.DevServer;
import io.github.mediajobs.benchmark.server.JavaProcess;
import io.github.mediajobs.benchmark.server.ServerProcess;
import io.temporal.client.WorkflowClient;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** What all contenders share: a Temporal dev server and the API, each a process of its own. */
record Stage(DevServer temporal, ServerProcess api) implements AutoCloseable {
  static Stage open() throws IOException {
    return new Stage(DevServer.start(), ServerProcess.start());
  }

  WorkflowClient client() {
    return temporal.client();
  }

  /** The worker of a contender, polling. */
  JavaProcess worker(Contender contender, OptionalDouble callsPerSecond) throws IOException {
    List<String> arguments =
        new ArrayList<>(List.of(contender.name(), temporal.target(), api.url().toString()));
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
    temporal.close();
  }
}
