package io.github.mediajobs.opentelemetry.example;

import io.github.mediajobs.opentelemetry.RequestSpans;
import io.github.mediajobs.opentelemetry.TracingPlugin;
import io.github.mediajobs.worker.MediaJobsPlugin;
import io.github.mediajobs.worker.WorkerConfig;
import io.opentelemetry.api.OpenTelemetry;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.worker.WorkerFactory;
import io.temporal.worker.WorkerFactoryOptions;

/** A client and its workers that trace. */
final class TracedWorker {
  private TracedWorker() {}

  static WorkerFactory of(
      WorkflowServiceStubs service, WorkerConfig config, OpenTelemetry openTelemetry) {
    WorkflowClient client =
        WorkflowClient.newInstance(
            service,
            WorkflowClientOptions.newBuilder()
                .setPlugins(new TracingPlugin(openTelemetry))
                .build());
    MediaJobsPlugin mediaJobs =
        new MediaJobsPlugin(config.withTracing(new RequestSpans(openTelemetry)));
    return WorkerFactory.newInstance(
        client, WorkerFactoryOptions.newBuilder().setPlugins(mediaJobs).build());
  }
}
