package io.github.mediajobs.api;

import io.github.mediajobs.api.budget.CallBudgets;
import io.github.mediajobs.operation.Catalogue;
import io.github.mediajobs.operation.JobOperation;
import io.github.mediajobs.operation.Service;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;

/** Clients of a server on this machine, and what they are asked. */
final class TestApi {
  static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
  static final ApiCredentials KEY = new ApiCredentials("AK1", "sk-secret-1", "sts-token-1");
  static final long MAX_BYTES = 1 << 20;

  private TestApi() {}

  static ApiConfig config(URI endpoint) {
    return new ApiConfig(
        "cn-shanghai",
        Map.of(Service.ICE.name(), endpoint, Service.MPS.name(), endpoint),
        OptionalDouble.of(1e6),
        Duration.ofSeconds(5),
        Duration.ofSeconds(20),
        MAX_BYTES);
  }

  static MediaApi of(URI endpoint) {
    return new MediaApi(config(endpoint), () -> KEY, InstantSource.fixed(NOW));
  }

  static MediaApi of(URI endpoint, CallBudgets budgets) {
    return new MediaApi(
        config(endpoint),
        () -> KEY,
        InstantSource.fixed(NOW),
        budgets,
        System::nanoTime,
        call -> {},
        Tracing.NONE);
  }

  /** A client whose timeouts see this time, in nanoseconds. */
  static MediaApi of(URI endpoint, LongSupplier nanoTime) {
    InstantSource clock = InstantSource.fixed(NOW);
    return new MediaApi(
        config(endpoint),
        () -> KEY,
        clock,
        new CallBudgets(clock),
        nanoTime,
        call -> {},
        Tracing.NONE);
  }

  /** A call that asks for a job in the default region. */
  static Call<?> call(JobOperation<?> operation, String jobId) {
    try {
      return Call.read(operation, jobId, "cn-shanghai");
    } catch (ApiException e) {
      throw new AssertionError(e);
    }
  }

  static Stream<JobOperation<?>> operations() {
    return Catalogue.standard().operations().stream();
  }

  /** A response that holds a job, where the operation has it. */
  static String response(JobOperation<?> operation, String fields) {
    return operation.job().matches()
        ? "{\"RequestId\":\"R1\"," + fields + "}"
        : "{\"RequestId\":\"R1\",\"%s\":{%s}}"
            .formatted(operation.job().getMatchingProperty(), fields);
  }

  /** The failure of a read. */
  static ApiException failure(MediaApi api, JobOperation<?> operation, String jobId) {
    return failure(api, operation, jobId, null);
  }

  static ApiException failure(
      MediaApi api, JobOperation<?> operation, String jobId, String region) {
    return Assertions.catchThrowableOfType(
        ApiException.class, () -> api.read(operation, jobId, region));
  }
}
