package io.github.mediajobs.worker.example;

import static io.github.mediajobs.worker.example.SnapshotJob.SNAPSHOT;

import io.github.mediajobs.api.CredentialsSource;
import io.github.mediajobs.operation.Catalogue;
import io.github.mediajobs.worker.MediaJobsPlugin;
import io.github.mediajobs.worker.WorkerConfig;
import io.temporal.client.WorkflowClient;
import io.temporal.worker.WorkerFactory;
import io.temporal.worker.WorkerFactoryOptions;
import java.util.Map;

/** The cookbook's recipes for the process that runs a worker. */
public final class Workers {
  private Workers() {}

  public static WorkerConfig withSnapshots(Map<String, String> environment) {
    return WorkerConfig.fromEnvironment(environment)
        .withCatalogue(Catalogue.standard().with(SNAPSHOT));
  }

  public static WorkerFactory signing(
      WorkflowClient client, WorkerConfig config, CredentialsSource credentials) {
    MediaJobsPlugin plugin = new MediaJobsPlugin(config.withCredentials(credentials));
    return WorkerFactory.newInstance(
        client, WorkerFactoryOptions.newBuilder().setPlugins(plugin).build());
  }
}
