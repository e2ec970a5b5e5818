package io.github.mediajobs.api;

import static io.github.mediajobs.operation.Operations.MEDIA_PRODUCING;
import static io.github.mediajobs.operation.Operations.PACKAGE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mediajobs.emulator.Emulator;
import io.github.mediajobs.emulator.EmulatorOptions;
import io.github.mediajobs.emulator.fault.Fault;
import io.github.mediajobs.emulator.job.JobScript;
import io.github.mediajobs.emulator.signature.Credential;
import io.github.mediajobs.failure.FailureType;
import io.github.mediajobs.operation.JobOperation;
import io.github.mediajobs.operation.JobState;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MediaApiEmulatorTest {
  private static final ApiCredentials KEY = new ApiCredentials("emulator", "emulator", null);

  private final SettableClock clock = new SettableClock(TestApi.NOW);
  private final Emulator emulator = Emulator.start(EmulatorOptions.defaults().withClock(clock));

  @AfterEach
  void close() {
    emulator.close();
  }

  @ParameterizedTest
  @MethodSource("io.github.mediajobs.api.TestApi#operations")
  void readsAJobFromItsFirstStatusToItsLast(JobOperation<?> operation) throws Exception {
    emulator.add(JobScript.succeeding(operation, "job-1", Duration.ofMinutes(1)));
    try (MediaApi api = api(KEY)) {
      JobRead<?> first = api.read(operation, "job-1", null);
      clock.pass(Duration.ofMinutes(2));
      JobRead<?> last = api.read(operation, "job-1", null);

      assertThat(operation.decode(first.job()).state()).isEqualTo(JobState.PENDING);
      assertThat(operation.awaited()).contains(operation.decode(last.job()).status().strip());
      assertThat(last.requestId()).isNotBlank();
    }
  }

  @ParameterizedTest
  @MethodSource("io.github.mediajobs.api.TestApi#operations")
  void readsAnIdOfAnyCharacters(JobOperation<?> operation) throws Exception {
    String jobId = "a b*c~/+%&=?#'\"\\é任务\n";
    emulator.add(JobScript.succeeding(operation, jobId, Duration.ZERO));
    try (MediaApi api = api(KEY)) {
      assertThat(operation.decode(api.read(operation, jobId, null).job()).jobId().strip())
          .isEqualTo(jobId.strip());
    }
  }

  @ParameterizedTest
  @MethodSource("io.github.mediajobs.api.TestApi#operations")
  void tellsOfAJobThatIsNotThere(JobOperation<?> operation) {
    try (MediaApi api = api(KEY)) {
      ApiException failure = TestApi.failure(api, operation, "no-such-job");

      assertThat(failure.type()).isEqualTo(FailureType.JOB_NOT_FOUND);
      assertThat(failure.requestId()).isNotBlank();
    }
  }

  @Test
  void readsWithTemporaryCredentials() throws Exception {
    emulator.credentials(
        Credential.temporary("STS.1", "secret", "token", TestApi.NOW.plusSeconds(60)));
    emulator.add(JobScript.succeeding(PACKAGE, "job-1", Duration.ZERO));
    try (MediaApi api = api(new ApiCredentials("STS.1", "secret", "token"))) {
      assertThat(api.read(PACKAGE, "job-1", null).job().path("Status").asText())
          .isEqualTo("Success");
    }
  }

  @Test
  void tellsOfWrongCredentials() {
    try (MediaApi api = api(new ApiCredentials("emulator", "wrong", null))) {
      assertThat(TestApi.failure(api, PACKAGE, "job-1").type())
          .isEqualTo(FailureType.CREDENTIALS_INVALID);
    }
    try (MediaApi api = api(new ApiCredentials("nobody", "emulator", null))) {
      assertThat(TestApi.failure(api, PACKAGE, "job-1").type())
          .isEqualTo(FailureType.CREDENTIALS_INVALID);
    }
  }

  @Test
  void correctsAClockThatIsHoursOff() throws Exception {
    emulator.add(JobScript.succeeding(PACKAGE, "job-1", Duration.ZERO));
    SettableClock wrong = new SettableClock(TestApi.NOW.minus(Duration.ofHours(7)));
    try (MediaApi api = new MediaApi(TestApi.config(emulator.url()), () -> KEY, wrong)) {
      api.read(PACKAGE, "job-1", null);
      api.read(PACKAGE, "job-1", null);

      assertThat(emulator.calls().recent())
          .extracting(call -> call.status())
          .containsExactly(400, 200, 200);
    }
  }

  @Test
  void tellsHowLongAThrottledCallShouldWait() {
    emulator.fault(Fault.throttling("1500"));
    try (MediaApi api = api(KEY)) {
      ApiException failure = TestApi.failure(api, MEDIA_PRODUCING, "job-1");

      assertThat(failure.type()).isEqualTo(FailureType.THROTTLED);
      assertThat(failure.retryAfter()).contains(Duration.ofMillis(1500));
    }
  }

  @Test
  void findsThePagesOfAProxyNoAnswer() {
    emulator.fault(Fault.html(404));
    emulator.fault(Fault.html(200));
    try (MediaApi api = api(KEY)) {
      assertThat(TestApi.failure(api, PACKAGE, "job-1").type())
          .isEqualTo(FailureType.SERVICE_UNAVAILABLE);
      assertThat(TestApi.failure(api, PACKAGE, "job-1").type())
          .isEqualTo(FailureType.MALFORMED_RESPONSE);
    }
  }

  private MediaApi api(ApiCredentials key) {
    return new MediaApi(TestApi.config(emulator.url()), () -> key, clock);
  }
}
