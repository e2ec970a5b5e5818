package io.github.mediajobs.api;

import static io.github.mediajobs.operation.Operations.IPRODUCTION;
import static io.github.mediajobs.operation.Operations.PACKAGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.mediajobs.api.budget.CallBudget;
import io.github.mediajobs.api.budget.CallBudgets;
import io.github.mediajobs.api.budget.Caller;
import io.github.mediajobs.api.budget.Turn;
import io.github.mediajobs.failure.FailureDetails;
import io.github.mediajobs.failure.FailureType;
import io.github.mediajobs.operation.JobOperation;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MediaApiBudgetTest {
  private static final String JOB = "\"JobId\":\"job-1\",\"Status\":\"Init\",\"State\":\"Queuing\"";

  private final SettableClock clock = new SettableClock(TestApi.NOW);
  private final CallBudgets budgets = new CallBudgets(clock);

  @Test
  void isThrottledWithoutACallWhenTheBudgetIsUsedUp() throws Exception {
    try (ScriptedServer server = ok(PACKAGE);
        MediaApi api = api(server, OptionalDouble.of(0.5))) {
      api.read(PACKAGE, "job-1", null);
      ApiException failure = TestApi.failure(api, PACKAGE, "job-1");

      assertThat(failure.type()).isEqualTo(FailureType.THROTTLED);
      assertThat(failure.details()).isEqualTo(FailureDetails.NONE);
      assertThat(failure.retryAfter()).contains(Duration.ofMillis(2040));
      assertThat(server.received()).hasSize(1);

      api.read(PACKAGE, "job-1", "cn-beijing");
      clock.pass(Duration.ofMillis(2040));
      api.read(PACKAGE, "job-1", null);
      assertThat(server.received()).hasSize(3);
    }
  }

  @ParameterizedTest
  @MethodSource("io.github.mediajobs.api.TestApi#operations")
  void startsAtTheOperationsRate(JobOperation<?> operation) throws Exception {
    CallBudget budget =
        budgets.of(operation.service().name(), "cn-shanghai", operation.callsPerSecond());
    try (ScriptedServer server =
            ScriptedServer.replying(
                Reply.json(400, "{\"Code\":\"Throttling.User\"}"),
                Reply.json(200, TestApi.response(operation, JOB)));
        MediaApi api = api(server, OptionalDouble.empty())) {
      TestApi.failure(api, operation, "job-1");
      assertThat(budget.callsPerSecond())
          .isCloseTo(0.85 * operation.callsPerSecond(), within(1e-6));

      clock.pass(Duration.ofSeconds(1));
      api.read(operation, "job-1", null);
      assertThat(budget.callsPerSecond())
          .isCloseTo(0.86 * operation.callsPerSecond(), within(1e-6));
    }
  }

  @Test
  void isNotLoweredByOtherFailures() throws Exception {
    CallBudget budget = budgets.of("MPS", "cn-shanghai", 2);
    try (ScriptedServer server =
            ScriptedServer.replying(Reply.json(503, "{\"Code\":\"ServiceUnavailable\"}"));
        MediaApi api = api(server, OptionalDouble.of(2))) {
      TestApi.failure(api, IPRODUCTION, "job-1");

      assertThat(budget.callsPerSecond()).isEqualTo(2);
    }
  }

  @Test
  void isNotLoweredByItself() throws Exception {
    CallBudget budget = budgets.of("MPS", "cn-shanghai", 0.5);
    try (Turn other = budget.turn(Caller.SINGLE);
        ScriptedServer server = ok(IPRODUCTION);
        MediaApi api = api(server, OptionalDouble.of(0.5))) {
      other.take();
      assertThat(TestApi.failure(api, IPRODUCTION, "job-1").type())
          .isEqualTo(FailureType.THROTTLED);
      assertThat(budget.callsPerSecond()).isEqualTo(0.5);
    }
  }

  @Test
  void goesOnWhenTheClockJumpsBack() throws Exception {
    try (ScriptedServer server = ok(PACKAGE);
        MediaApi api = api(server, OptionalDouble.of(0.5))) {
      api.read(PACKAGE, "job-1", null);
      clock.set(Instant.parse("2020-01-01T00:00:00Z"));

      assertThat(TestApi.failure(api, PACKAGE, "job-1").retryAfter())
          .contains(Duration.ofMillis(2040));
      clock.pass(Duration.ofMillis(2040));
      api.read(PACKAGE, "job-1", null);
    }
  }

  private static ScriptedServer ok(JobOperation<?> operation) {
    return ScriptedServer.replying(Reply.json(200, TestApi.response(operation, JOB)));
  }

  private MediaApi api(ScriptedServer server, OptionalDouble callsPerSecond) {
    ApiConfig config = TestApi.config(server.url());
    return new MediaApi(
        new ApiConfig(
            config.region(),
            config.endpoints(),
            callsPerSecond,
            config.connectTimeout(),
            config.callTimeout(),
            config.maxResponseBytes()),
        () -> TestApi.KEY,
        clock,
        budgets,
        System::nanoTime,
        call -> {},
        Tracing.NONE);
  }
}
