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
import java.util.concurrent.locks.LockSupport;

/** A connection to the Temporal service that {@code TEMPORAL_*} and TOML profiles name. */
public final class TemporalConnection implements AutoCloseable {
  private static final Duration BETWEEN_TRIES = Duration.ofMillis(500);

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
      connect(service, patience);
    } catch (RuntimeException e) {
      service.shutdownNow();
      throw new JobStateUnknownException(
          FailureType.SERVICE_UNAVAILABLE.wireName(),
          null,
          "no Temporal service at %s for %d s; set TEMPORAL_ADDRESS, or start one with: temporal server start-dev"
              .formatted(service.getOptions().getTarget(), patience.toSeconds()),
          e);
    }
    WorkflowClientOptions clientOptions = profile.toWorkflowClientOptions();
    return new TemporalConnection(service, WorkflowClient.newInstance(service, clientOptions));
  }

  /**
   * The stubs give up before their timeout when nobody listens; a service may be about to start.
   */
  private static void connect(WorkflowServiceStubs service, Duration patience) {
    long end = System.nanoTime() + patience.toNanos();
    while (true) {
      try {
        service.connect(Duration.ofNanos(Math.max(1, end - System.nanoTime())));
        return;
      } catch (RuntimeException e) {
        if (System.nanoTime() + BETWEEN_TRIES.toNanos() >= end || Thread.interrupted()) {
          throw e;
        }
        LockSupport.parkNanos(BETWEEN_TRIES.toNanos());
      }
    }
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
