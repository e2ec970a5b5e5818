package io.github.mediajobs.emulator.fault;

import static io.github.mediajobs.operation.Operations.DYNAMIC_IMAGE;
import static io.github.mediajobs.operation.Operations.PACKAGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mediajobs.emulator.Emulator;
import io.github.mediajobs.emulator.client.ApiCall;
import io.github.mediajobs.emulator.client.ApiReply;
import io.github.mediajobs.emulator.http.Response;
import io.github.mediajobs.emulator.job.JobScript;
import io.github.mediajobs.emulator.junit.EmulatorExtension;
import io.github.mediajobs.operation.JobOperation;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whom faults hit, how often, and what they answer. */
@ExtendWith(EmulatorExtension.class)
class FaultsTest {
  private final Emulator emulator;

  FaultsTest(Emulator emulator) {
    this.emulator = emulator;
  }

  @BeforeEach
  void addJobs() {
    for (String id : List.of("j1", "j2")) {
      emulator.add(JobScript.succeeding(PACKAGE, id, Duration.ZERO));
      emulator.add(JobScript.succeeding(DYNAMIC_IMAGE, id, Duration.ZERO));
    }
  }

  @Test
  void hitsAnyCallOnceUnlessToldOtherwise() {
    emulator.fault(Fault.error(503, "ServiceUnavailable", "later"));
    assertThat(statuses(PACKAGE, "j1", 2)).containsExactly(503, 200);
    assertThat(emulator.faults()).isEmpty();
  }

  @Test
  void hitsAsOftenAsTold() {
    emulator.fault(Fault.error(500, "InternalError", "no").times(2));
    assertThat(statuses(PACKAGE, "j1", 1)).containsExactly(500);
    assertThat(emulator.faults()).singleElement().extracting(Fault::times).isEqualTo(1);
    assertThat(statuses(PACKAGE, "j1", 2)).containsExactly(500, 200);
  }

  @Test
  void hitsForEverUntilCleared() {
    emulator.fault(Fault.html(502).forever());
    assertThat(trySend(PACKAGE, "j1").statusCode()).isEqualTo(502);
    assertThat(trySend(PACKAGE, "j1").statusCode()).isEqualTo(502);
    assertThat(emulator.faults()).singleElement().extracting(Fault::times).isEqualTo(Fault.FOREVER);
    emulator.clearFaults();
    assertThat(statuses(PACKAGE, "j1", 1)).containsExactly(200);
  }

  @Test
  void comesInTheOrderInWhichItWasAdded() {
    emulator.fault(Fault.error(500, "A", ""));
    emulator.fault(Fault.error(501, "B", ""));
    emulator.fault(Fault.error(503, "C", ""));
    assertThat(statuses(PACKAGE, "j1", 4)).containsExactly(500, 501, 503, 200);
  }

  @Test
  void hitsOnlyTheOperationAndTheJobItNames() {
    emulator.fault(Fault.error(500, "A", "").on(PACKAGE).forJob("j1\n"));
    assertThat(statuses(DYNAMIC_IMAGE, "j1", 1)).containsExactly(200);
    assertThat(statuses(PACKAGE, "j2", 1)).containsExactly(200);
    assertThat(statuses(PACKAGE, "j1", 2)).containsExactly(500, 200);
  }

  @Test
  void winsOverAJobThatIsNotThere() {
    emulator.fault(Fault.throttling());
    assertThat(call(PACKAGE, "nothing").send(emulator).code()).isEqualTo("Throttling.User");
    assertThat(call(PACKAGE, "nothing").send(emulator).code()).isEqualTo("JobNotFound");
  }

  @Test
  void hidesNoMistakeInASignature() {
    emulator.fault(Fault.throttling());
    assertThat(call(PACKAGE, "j1").key("emulator", "wrong").send(emulator).code())
        .isEqualTo("SignatureDoesNotMatch");
    assertThat(emulator.faults()).hasSize(1);
  }

  @Test
  void anErrorHasTheVendorsForm() {
    emulator.fault(Fault.error(403, "OperationDenied", "not enabled"));
    ApiReply reply = call(PACKAGE, "j1").send(emulator);
    assertThat(reply.status()).isEqualTo(403);
    assertThat(reply.code()).isEqualTo("OperationDenied");
    assertThat(reply.body().path("Message").textValue()).isEqualTo("not enabled");
    assertThat(reply.body().path("RequestId").textValue()).isNotBlank();
    assertThat(reply.body().path("HostId").textValue()).isEqualTo(emulator.url().getAuthority());
  }

  @ParameterizedTest
  @ValueSource(strings = {"2500", "0", "-1", "soon"})
  void throttlingCarriesAnyRetryAfter(String value) {
    emulator.fault(Fault.throttling(value));
    ApiReply reply = call(PACKAGE, "j1").send(emulator);
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.code()).isEqualTo("Throttling.User");
    assertThat(reply.headers().firstValue("x-acs-retry-after")).contains(value);
  }

  @Test
  void rawBytesAreAnsweredAsTheyAre() {
    byte[] body = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF, '{', 0, (byte) 0xFF};
    emulator.fault(
        Fault.raw(
            new Response(299, Map.of("Content-Type", "text/x", "Content-Encoding", "gzip"), body)));
    HttpResponse<byte[]> response = trySend(PACKAGE, "j1");
    assertThat(response.statusCode()).isEqualTo(299);
    assertThat(response.headers().firstValue("content-type")).contains("text/x");
    assertThat(response.headers().firstValue("content-encoding")).contains("gzip");
    assertThat(response.headers().firstValue("date")).isPresent();
    assertThat(response.body()).isEqualTo(body);
  }

  @Test
  void anHtmlPageHasNoCode() {
    emulator.fault(Fault.html(404));
    HttpResponse<byte[]> response = trySend(PACKAGE, "j1");
    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(response.headers().firstValue("content-type")).contains("text/html");
    assertThat(response.body()).asString().startsWith("<html>");
  }

  @Test
  void aFaultThatCannotBeIsRefused() {
    assertThatThrownBy(() -> Fault.throttling().times(0)).hasMessageContaining("times");
    assertThatThrownBy(() -> Fault.delay(Duration.ofSeconds(-1))).hasMessageContaining("delay");
    assertThatThrownBy(() -> Fault.error(99, "A", "")).hasMessageContaining("status");
  }

  private List<Integer> statuses(JobOperation<?> operation, String jobId, int calls) {
    List<Integer> statuses = new ArrayList<>();
    for (int i = 0; i < calls; i++) {
      statuses.add(call(operation, jobId).send(emulator).status());
    }
    return statuses;
  }

  private HttpResponse<byte[]> trySend(JobOperation<?> operation, String jobId) {
    try {
      return call(operation, jobId).trySend(emulator);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private ApiCall call(JobOperation<?> operation, String jobId) {
    return ApiCall.of(operation, jobId, emulator.now());
  }
}
