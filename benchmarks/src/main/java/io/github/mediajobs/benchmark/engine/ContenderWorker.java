package io.github.mediajobs.benchmark.engine;

import static io.github.mediajobs.operation.Operations.PACKAGE;

import io.github.mediajobs.api.ApiConfig;
import io.github.mediajobs.api.ApiCredentials;
import io.github.mediajobs.api.CredentialsSource;
import io.github.mediajobs.api.MediaApi;
import io.github.mediajobs.benchmark.server.ApiServer;
import io.github.mediajobs.json.Json;
import io.github.mediajobs.operation.Catalogue;
import io.github.mediajobs.webhook.WebhookConfig;
import io.github.mediajobs.worker.MediaJobsWorker;
import io.github.mediajobs.worker.WorkerConfig;
import io.temporal.client.WorkflowClient;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactory;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;

/** A contender's worker, with default options, until standard input ends. */
final class ContenderWorker {
  private ContenderWorker() {}

  /**
   * Prints a line when it polls, and {@link WorkerFigures} for each line of standard input.
   *
   * @param arguments the contender, the Temporal service, the API, and a budget of calls a second
   *     where it is not the default
   */
  public static void main(String[] arguments) throws IOException {
    Contender contender = Contender.valueOf(arguments[0]);
    Heartbeats heartbeats = new Heartbeats();
    WorkflowServiceStubs service =
        WorkflowServiceStubs.newServiceStubs(
            WorkflowServiceStubsOptions.newBuilder()
                .setTarget(arguments[1])
                .setGrpcClientInterceptors(List.of(heartbeats))
                .build());
    ApiConfig api = ApiConfig.defaults().withEndpoint(PACKAGE.service(), URI.create(arguments[2]));
    start(
        contender,
        WorkflowClient.newInstance(service),
        arguments.length == 3 ? api : api.withCallsPerSecond(Double.parseDouble(arguments[3])));
    System.out.println("polling");
    BufferedReader input =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    while (input.readLine() != null) {
      System.out.println(Json.write(WorkerFigures.here(heartbeats)));
    }
    System.exit(0);
  }

  private static void start(Contender contender, WorkflowClient client, ApiConfig config) {
    ApiCredentials key = new ApiCredentials(ApiServer.KEY, ApiServer.KEY, null);
    CredentialsSource credentials = () -> key;
    if (contender.sample().isEmpty()) {
      MediaJobsWorker.start(
          client,
          new WorkerConfig(
              contender.name(),
              Catalogue.standard(),
              config,
              credentials,
              new WebhookConfig(Set.of(), "")));
      return;
    }
    WorkerFactory factory = WorkerFactory.newInstance(client);
    Worker worker = factory.newWorker(contender.name());
    MediaApi api = new MediaApi(config, credentials, InstantSource.system());
    contender.sample().get().register(worker, api, PACKAGE);
    factory.start();
  }
}
