package io.github.mediajobs.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import io.github.mediajobs.failure.FailureDetails;
import io.temporal.api.common.v1.Payload;
import io.temporal.common.converter.DefaultDataConverter;
import io.temporal.common.converter.RawValue;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WireInputTest {
  private static final String JOB = "\"operation\":\"package\",\"jobId\":\"j\"";

  private static RawValue raw(String json) {
    return new RawValue(
        Payload.newBuilder()
            .putMetadata("encoding", ByteString.copyFromUtf8("json/plain"))
            .setData(ByteString.copyFromUtf8(json))
            .build());
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "42 | input: expected a JSON object, got 42",
        "[] | input: expected a JSON object",
        "no json | input: expected a JSON object, got no JSON",
        "{} | operation: missing",
        "{\"operation\":7} | operation: expected a string, got 7",
        "{\"operation\":\"LONG\",\"jobId\":\"j\"} | operation: expected 1 to 255 characters",
        "{J,\"region\":\"a\\nb\"} | region: expected a region id such as \"cn-shanghai\", got a b",
        "{J,\"until\":[\"LONG\"]} | until: expected 1 to 255 characters",
        "{J,\"later\":1e9999999999} | input: expected a JSON object, got no JSON",
        "{\"operation\":\"package\"} | jobId: missing",
        "{\"operation\":\"package\",\"jobId\":12} | jobId: expected a string, got 12",
        "{\"operation\":\"package\",\"jobId\":\" \\n\"} | jobId: blank",
        "{J,\"region\":\"a.example.com/\"} | region: expected a region id",
        "{J,\"region\":[\"x\"]} | region: expected a string",
        "{J,\"deadline\":\"6h\"} | deadline: expected an ISO-8601 duration such as \"PT6H\", got \"6h\"",
        "{J,\"deadline\":6} | deadline: expected an ISO-8601 duration",
        "{J,\"deadline\":\"PT0S\"} | deadline: expected a duration above zero",
        "{J,\"deadline\":\"-PT1S\"} | deadline: expected a duration above zero",
        "{J,\"deadline\":\"P31D\"} | deadline: PT744H is too long; at most P30D",
        "{J,\"until\":\"Success\"} | until: expected an array of strings",
        "{J,\"until\":[\"Success\",1]} | until[1]: expected a string, got 1",
        "{J,\"until\":[]} | until: empty",
        "{J,\"shared\":1} | shared: expected true or false, got 1",
        "{J,\"polling\":\"fast\"} | polling: expected an object",
        "{J,\"polling\":{\"schedule\":\"often\"}} | polling.schedule: expected one of",
        "{J,\"polling\":{\"first\":5}} | polling.first: expected an ISO-8601 duration",
        "{J,\"polling\":{\"factor\":\"2\"}} | polling.factor: expected a number, got \"2\"",
        "{J,\"polling\":{\"factor\":0.5}} | polling.factor: expected a number of at least 1.0",
        "{J,\"polling\":{\"ratio\":0}} | polling.ratio: expected a number of at least 0.001",
        "{J,\"polling\":{\"jitter\":2}} | polling.jitter: expected 0 to 1, got 2.0",
        "{J,\"polling\":{\"floor\":\"PT9S\",\"ceiling\":\"PT3S\"}} | polling.floor: PT9S is above",
        "{J,\"polling\":{\"secondsPerPoll\":\"5\"}} | polling.secondsPerPoll: expected a number",
        "{J,\"polling\":{\"secondsPerPoll\":0}} | polling.secondsPerPoll: expected 0.1 to 1000000",
        "{J,\"polling\":{\"notFoundGrace\":\"PT0S\"}} | polling.notFoundGrace: expected a duration above"
      })
  void aWrongInputIsNamed(String json, String message) {
    assertThatThrownBy(
            () ->
                WireInput.read(
                    raw(json.replace("J,", JOB + ",").replace("LONG", "x".repeat(256))),
                    AwaitRequest::read))
        .asInstanceOf(InstanceOfAssertFactories.type(ApplicationFailure.class))
        .satisfies(
            failure -> {
              assertThat(failure.getType()).isEqualTo("InvalidRequest");
              assertThat(failure.isNonRetryable()).isTrue();
              assertThat(failure.getOriginalMessage()).startsWith(message);
              assertThat(failure.getDetails().get(FailureDetails.class))
                  .isEqualTo(FailureDetails.NONE);
            });
  }

  @Test
  void noInputAtAllIsNamedToo() {
    assertThatThrownBy(() -> WireInput.read(null, AwaitRequest::read))
        .isInstanceOf(ApplicationFailure.class)
        .hasMessageContaining("input: expected a JSON object, got null");
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"onSuccess\":{} | onSuccess: expected an array of objects",
        "\"onSuccess\":[1] | onSuccess[0]: expected an object, got 1",
        "\"onFailure\":[{\"name\":\"a b\",\"activity\":\"A\"}] | name: expected 1 to 64",
        "\"onFailure\":[{\"activity\":\"A\"}] | name: expected 1 to 64",
        "\"onSuccess\":[{\"name\":\"a\"}] | a: give exactly one of",
        "\"onSuccess\":[{\"name\":\"a\",\"activity\":\"A\",\"webhook\":\"W\"}] | a: give exactly one of",
        "\"onSuccess\":[{\"name\":\"a\",\"activity\":\"A\",\"timeout\":60}] | onSuccess[0].timeout: expected an ISO",
        "\"onSuccess\":[{\"name\":\"a\",\"activity\":\"A\",\"timeout\":\"P4000000D\"}] | onSuccess[0].timeout: PT96000000H is too long",
        "\"onSuccess\":[{\"name\":\"a\",\"activity\":\"A\",\"attemptTimeout\":60}] | onSuccess[0].attemptTimeout: expected an ISO",
        "\"onFailure\":[{\"name\":\"a\",\"workflow\":\"A\",\"attemptTimeout\":\"PT0S\"}] | onFailure[0].attemptTimeout: expected a duration above zero",
        "\"onSuccess\":[{\"name\":\"a\",\"activity\":\"A\",\"taskQueue\":\"\"}] | taskQueue: expected 1 to 255",
        "\"onSuccess\":[{\"name\":\"a\",\"activity\":\"A\",\"retry\":{\"first\":\"P4000000D\"}}] | onSuccess[0].retry.first: PT96000000H is too long",
        "\"polling\":{\"notFoundGrace\":\"P4000000D\"} | polling.notFoundGrace: PT96000000H is too long",
        "\"onSuccess\":[{\"name\":\"a\",\"activity\":\"A\",\"retry\":{\"maxAttempts\":1.5}}] | onSuccess[0].retry.maxAttempts: expected a whole",
        "\"onSuccess\":[{\"name\":\"a\",\"activity\":\"A\",\"retry\":{\"maxAttempts\":0}}] | retry.maxAttempts: expected a number of at least 1.0",
        "\"onSuccess\":[{\"name\":\"a\",\"activity\":\"A\"}],\"onFailure\":[{\"name\":\"a\",\"activity\":\"B\"}] | name: two steps are named a"
      })
  void aWrongStepIsNamed(String json, String message) {
    assertThatThrownBy(
            () -> WireInput.read(raw("{" + JOB + "," + json + "}"), PipelineRequest::read))
        .isInstanceOf(ApplicationFailure.class)
        .extracting(
            it -> ((ApplicationFailure) it).getOriginalMessage(), InstanceOfAssertFactories.STRING)
        .startsWith(message);
  }

  @Test
  void aBranchHoldsTwentySteps() {
    List<Step> steps =
        java.util.stream.IntStream.range(0, 21).mapToObj(i -> Step.activity("s" + i, "A")).toList();
    AwaitRequest wait = new AwaitRequest("package", "j", null, null, null, null);
    assertThat(new PipelineRequest(wait, steps.subList(0, 20), null).onSuccess()).hasSize(20);
    assertThatThrownBy(() -> new PipelineRequest(wait, null, steps))
        .hasMessage("onFailure: 21 steps; at most 20 are allowed");
  }

  @Test
  void idsAreOpaqueAndKeptAsTheyCome() {
    AwaitRequest read =
        WireInput.read(
            raw("{\"operation\":\"package\",\"jobId\":\"****d80e****\\n\"}"), AwaitRequest::read);
    assertThat(read.jobId()).isEqualTo("****d80e****\n");
    assertThat(new JobRequest("x".repeat(256), null).jobId()).hasSize(256);
    assertThatThrownBy(() -> new JobRequest("x".repeat(257), null))
        .hasMessage("jobId: 257 characters; at most 256 are allowed");
  }

  @Test
  void unknownAndNullFieldsAreTolerated() {
    AwaitRequest read =
        WireInput.read(
            raw("{" + JOB + ",\"later\":{\"a\":1},\"region\":null,\"polling\":{\"later\":30}}"),
            AwaitRequest::read);
    assertThat(read.region()).isNull();
    assertThat(read.polling()).isEqualTo(Polling.DEFAULT);
  }

  @Test
  void whatATypedCallerSendsIsWhatTheWireReads() {
    AwaitRequest wait =
        new AwaitRequest(
            "GetPackageJob",
            "j",
            "cn-beijing",
            Duration.ofHours(6),
            List.of("Success"),
            new Polling(
                "fixed",
                Duration.ofMillis(1500),
                2.0,
                0.1,
                null,
                null,
                0.0,
                Duration.ofSeconds(9),
                null));
    PipelineRequest pipeline =
        new PipelineRequest(
            wait,
            List.of(
                Step.activity("publish", "PublishVideo")
                    .onTaskQueue("publishing")
                    .within(Duration.ofMinutes(10))
                    .attemptWithin(Duration.ofMinutes(2))
                    .retried(new StepRetry(3, Duration.ofSeconds(2), 1.5))),
            List.of(Step.webhook("alert", "https://alerts.example.com/x")));
    AwaitRequest waitRead = WireInput.read(sent(wait), AwaitRequest::read);
    assertThat(waitRead).isEqualTo(wait);
    PipelineRequest pipelineRead = WireInput.read(sent(pipeline), PipelineRequest::read);
    assertThat(pipelineRead).isEqualTo(pipeline);
    AwaitAttempt attempt =
        new AwaitAttempt(
            "GetPackageJob", "j", null, Instant.ofEpochMilli(1234567890123L), null, null);
    AwaitAttempt attemptRead = WireInput.read(sent(attempt), AwaitAttempt::read);
    assertThat(attemptRead).isEqualTo(attempt);
    assertThat(sent(wait).getPayload().getData().toStringUtf8())
        .contains("\"deadline\":\"PT6H\"")
        .doesNotContain("null");
  }

  private static RawValue sent(Object value) {
    return new RawValue(DefaultDataConverter.STANDARD_INSTANCE.toPayload(value).orElseThrow());
  }
}
