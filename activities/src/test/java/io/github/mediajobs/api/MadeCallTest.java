package io.github.mediajobs.api;

import static io.github.mediajobs.operation.Operations.PACKAGE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mediajobs.failure.FailureType;
import io.github.mediajobs.operation.Service;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MadeCallTest {
  private static final String JOB = "\"JobId\":\"job-1\",\"Status\":\"Init\"";

  private final List<MadeCall> calls = new ArrayList<>();

  private MediaApi api(ScriptedServer server, double callsPerSecond) {
    ApiConfig config = TestApi.config(server.url()).withCallsPerSecond(callsPerSecond);
    return new MediaApi(config, () -> TestApi.KEY, InstantSource.fixed(TestApi.NOW), calls::add);
  }

  @Test
  void aCallThatSucceededIsTold() throws Exception {
    try (ScriptedServer server =
            ScriptedServer.replying(Reply.json(200, TestApi.response(PACKAGE, JOB)));
        MediaApi api = api(server, 20)) {
      api.read(PACKAGE, "job-1", "cn-beijing");
    }
    MadeCall call = calls.get(0);

    assertThat(calls).hasSize(1);
    assertThat(call.service()).isEqualTo(Service.ICE);
    assertThat(call.action()).isEqualTo("GetPackageJob");
    assertThat(call.region()).isEqualTo("cn-beijing");
    assertThat(call.took()).hasValueSatisfying(it -> assertThat(it).isPositive());
    assertThat(call.failure()).isEmpty();
    assertThat(call.callsPerSecond()).isEqualTo(20);
  }

  @Test
  void aCallThatFailedIsToldWithTheBudgetThatIsLeft() throws Exception {
    try (ScriptedServer server =
            ScriptedServer.replying(Reply.json(400, "{\"Code\":\"Throttling.User\"}"));
        MediaApi api = api(server, 20)) {
      TestApi.failure(api, PACKAGE, "job-1");
    }

    assertThat(calls).hasSize(1);
    assertThat(calls.get(0).failure().map(ApiException::code)).contains("Throttling.User");
    assertThat(calls.get(0).callsPerSecond()).isEqualTo(17);
  }

  @Test
  void whatTheBudgetPutOffIsToldAsNotMade() throws Exception {
    try (ScriptedServer server =
            ScriptedServer.replying(Reply.json(200, TestApi.response(PACKAGE, JOB)));
        MediaApi api = api(server, 0.5)) {
      api.read(PACKAGE, "job-1", null);
      TestApi.failure(api, PACKAGE, "job-1");
    }

    assertThat(calls).hasSize(2);
    assertThat(calls.get(1).took()).isEmpty();
    assertThat(calls.get(1).failure().map(ApiException::type)).contains(FailureType.THROTTLED);
  }
}
