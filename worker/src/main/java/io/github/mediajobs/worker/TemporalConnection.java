package io.github.mediajobs.worker;

import io.github.mediajobs.failure.FailureType;
import io.github.mediajobs.failure.InvalidRequestException;
import io.github.mediajobs.failure.JobStateUnknownException;
import io.grpc.Status;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.envconfig.ClientConfigProfile;
import io.temporal.envconfig.LoadClientConfigProfileOptions;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A connection to the Temporal service that {@code TEMPORAL_*} and TOML profiles name. */
public final class TemporalConnection implements AutoCloseable {
  private static final Duration BETWEEN_TRIES = Duration.ofMillis(500);
  private static final Set<Status.Code> REFUSALS =
      EnumSet.of(
          Status.Code.UNAUTHENTICATED, Status.Code.PERMISSION_DENIED, Status.Code.UNIMPLEMENTED);

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
    Profile profile = profile(environment);
    WorkflowServiceStubs service = WorkflowServiceStubs.newServiceStubs(profile.service());
    try {
      connect(service, patience);
    } catch (RuntimeException e) {
      service.shutdownNow();
      throw new JobStateUnknownException(
          FailureType.SERVICE_UNAVAILABLE.wireName(),
          null,
          refused(e)
              ? "the Temporal service at %s refused the connection (%s); check TEMPORAL_API_KEY, TEMPORAL_TLS* and TEMPORAL_NAMESPACE"
                  .formatted(service.getOptions().getTarget(), Status.fromThrowable(e).getCode())
              : "no Temporal service at %s for %d s; set TEMPORAL_ADDRESS, or start one with: temporal server start-dev"
                  .formatted(service.getOptions().getTarget(), patience.toSeconds()),
          e);
    }
    return new TemporalConnection(service, WorkflowClient.newInstance(service, profile.client()));
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
        boolean late = System.nanoTime() + BETWEEN_TRIES.toNanos() >= end;
        if (late || refused(e) || Thread.interrupted()) {
          throw e;
        }
        LockSupport.parkNanos(BETWEEN_TRIES.toNanos());
      }
    }
  }

  private static boolean refused(RuntimeException failure) {
    return REFUSALS.contains(Status.fromThrowable(failure).getCode());
  }

  private record Profile(WorkflowServiceStubsOptions service, WorkflowClientOptions client) {}

  private static Profile profile(Map<String, String> environment) {
    try {
      ClientConfigProfile profile =
          ClientConfigProfile.load(
              LoadClientConfigProfileOptions.newBuilder().setEnvOverrides(environment).build());
      return new Profile(
          profile.toWorkflowServiceStubsOptions(), profile.toWorkflowClientOptions());
    } catch (IOException | RuntimeException e) {
      throw new InvalidRequestException(
          "TEMPORAL_*", "the configuration is unusable: " + e.getMessage());
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
