package io.github.mediajobs.worker;

import io.github.mediajobs.failure.FailureType;
import io.github.mediajobs.failure.InvalidRequestException;
import io.github.mediajobs.failure.JobStateUnknownException;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.envconfig.ClientConfigProfile;
import io.temporal.envconfig.LoadClientConfigProfileOptions;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A connection to the Temporal service that {@code TEMPORAL_*} and TOML profiles name. */
public final class TemporalConnection implements AutoCloseable {
  private final WorkflowServiceStubs service;
  private final WorkflowClient client;

  private TemporalConnection(WorkflowServiceStubs service, WorkflowClient client) {
    this.service = service;
    this.client = client;
  }

  /**
   * Connects.
   *
   * @param environment the process's environment
   * @param patience how long to try
   * @return the connection
   * @throws InvalidRequestException when the profile cannot be read
   * @throws JobStateUnknownException when the service cannot be reached in time
   */
  public static TemporalConnection open(Map<String, String> environment, Duration patience) {
    ClientConfigProfile profile = profile(environment);
    WorkflowServiceStubsOptions options = profile.toWorkflowServiceStubsOptions();
    WorkflowServiceStubs service = WorkflowServiceStubs.newServiceStubs(options);
    try {
      service.connect(patience);
    } catch (RuntimeException e) {
      service.shutdownNow();
      throw new JobStateUnknownException(
          FailureType.SERVICE_UNAVAILABLE.wireName(),
          null,
          "no Temporal service at %s for %d s; set TEMPORAL_ADDRESS, or start one with: temporal server start-dev"
              .formatted(options.getTarget(), patience.toSeconds()),
          e);
    }
    WorkflowClientOptions clientOptions = profile.toWorkflowClientOptions();
    return new TemporalConnection(service, WorkflowClient.newInstance(service, clientOptions));
  }

  private static ClientConfigProfile profile(Map<String, String> environment) {
    try {
      return ClientConfigProfile.load(
          LoadClientConfigProfileOptions.newBuilder().setEnvOverrides(environment).build());
    } catch (IOException | IllegalArgumentException e) {
      throw new InvalidRequestException(
          "TEMPORAL_*", "the profile is unreadable: " + e.getMessage());
    }
  }

  /**
   * The client.
   *
   * @return in the profile's namespace
   */
  public WorkflowClient client() {
    return client;
  }

  /**
   * Where the service is.
   *
   * @return {@code host:port}
   */
  public String target() {
    return service.getOptions().getTarget();
  }

  /** Ends the connection. */
  @Override
  public void close() {
    service.shutdown();
    if (!service.awaitTermination(2, TimeUnit.SECONDS)) {
      service.shutdownNow();
    }
  }
}
