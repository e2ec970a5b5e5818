package io.github.mediajobs.workflow;

import static io.github.mediajobs.workflow.StepPayload.MAX_PAYLOAD_BYTES;
import static io.github.mediajobs.workflow.StepPayload.MAX_RESULT_BYTES;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.protobuf.ByteString;
import io.github.mediajobs.json.Json;
import io.github.mediajobs.outcome.OutcomeKind;
import io.github.mediajobs.wire.Outcome;
import io.github.mediajobs.wire.PipelineOutcome;
import io.github.mediajobs.wire.StepFailure;
import io.github.mediajobs.wire.StepResult;
import io.github.mediajobs.wire.StepStatus;
import io.temporal.api.common.v1.Payload;
import io.temporal.common.converter.RawValue;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of a step's result on its way into one payload. */
class StepPayloadTest {
  private static final JsonNode TRUNCATED = Json.tree(Map.of("truncated", true));
  private static final Outcome OUTCOME =
      new Outcome(
          OutcomeKind.SUCCEEDED,
          "GetPackageJob",
          "job-1",
          "cn-shanghai",
          "Success",
          null,
          null,
          null,
          1,
          null,
          null,
          null);

  @ParameterizedTest
  @CsvSource({"json/plain, ''", "binary/null, ''", "binary/null, ignored", "json/plain, null"})
  void aStepThatReturnsNothingHasNoResult(String encoding, String data) {
    assertThat(StepPayload.read(payload(encoding, data))).isNull();
    assertThat(StepPayload.read(null)).isNull();
    assertThat(StepPayload.of(null)).isNull();
  }

  @Test
  void aResultIsReadAsJson() {
    assertThat(StepPayload.read(payload("json/plain", "{\"a\":[1]}")))
        .isEqualTo(Json.tree(Map.of("a", List.of(1))));
    assertThat(StepPayload.of(Map.of("a", 1))).isEqualTo(Json.tree(Map.of("a", 1)));
  }

  @Test
  void aResultThatIsNoJsonIsMarked() {
    assertThat(StepPayload.read(payload("binary/plain", "\u0001\u0002"))).isEqualTo(TRUNCATED);
  }

  @Test
  void aResultUpToTheLimitIsKept() {
    String fits = "x".repeat(MAX_RESULT_BYTES - 2);
    assertThat(StepPayload.of(fits)).isEqualTo(Json.tree(fits));
    assertThat(StepPayload.read(payload("json/plain", Json.write(fits))))
        .isEqualTo(Json.tree(fits));
    String tooLarge = fits + "x";
    assertThat(StepPayload.of(tooLarge)).isEqualTo(TRUNCATED);
    assertThat(StepPayload.read(payload("json/plain", Json.write(tooLarge)))).isEqualTo(TRUNCATED);
  }

  @Test
  void aPipelinesResultUpToTheLimitIsKept() {
    List<StepResult> steps = steps(8, 60_000);
    int room = MAX_PAYLOAD_BYTES - size(new PipelineOutcome(OUTCOME, steps));
    List<StepResult> full = with(steps, 3, result("step-3", 60_000 + room));
    assertThat(size(new PipelineOutcome(OUTCOME, full))).isEqualTo(MAX_PAYLOAD_BYTES);
    assertThat(StepPayload.capped(OUTCOME, full)).isEqualTo(new PipelineOutcome(OUTCOME, full));
  }

  @Test
  void theLargestResultsOfAPipelineGiveWayAsFarAsNeeded() {
    List<StepResult> steps = with(steps(9, 60_000), 5, result("step-5", 60_001));
    PipelineOutcome capped = StepPayload.capped(OUTCOME, steps);
    assertThat(capped.outcome()).isEqualTo(OUTCOME);
    assertThat(capped.steps())
        .isEqualTo(with(steps, 5, new StepResult("step-5", StepStatus.COMPLETED, TRUNCATED, null)));
    assertThat(steps.get(5).result().asText()).hasSize(60_001);
  }

  @Test
  void whatIsNoResultIsLeftAsItIs() {
    StepFailure failure = new StepFailure("Loud", "x".repeat(MAX_PAYLOAD_BYTES));
    List<StepResult> steps =
        List.of(
            new StepResult("fails", StepStatus.FAILED, null, failure),
            new StepResult("small", StepStatus.COMPLETED, TRUNCATED, null));
    assertThat(StepPayload.capped(OUTCOME, steps).steps()).isEqualTo(steps);
  }

  private static RawValue payload(String encoding, String data) {
    return new RawValue(
        Payload.newBuilder()
            .putMetadata("encoding", ByteString.copyFromUtf8(encoding))
            .setData(ByteString.copyFromUtf8(data))
            .build());
  }

  private static List<StepResult> steps(int count, int length) {
    return IntStream.range(0, count).mapToObj(i -> result("step-" + i, length)).toList();
  }

  private static StepResult result(String name, int length) {
    return new StepResult(name, StepStatus.COMPLETED, Json.tree("x".repeat(length)), null);
  }

  private static List<StepResult> with(List<StepResult> steps, int index, StepResult other) {
    return IntStream.range(0, steps.size())
        .mapToObj(i -> i == index ? other : steps.get(i))
        .toList();
  }

  private static int size(PipelineOutcome outcome) {
    return Json.write(outcome).getBytes(StandardCharsets.UTF_8).length;
  }
}
