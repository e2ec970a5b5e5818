package io.github.mediajobs.activity;

import static io.github.mediajobs.activity.TestActivities.failure;
import static io.github.mediajobs.activity.TestActivities.json;
import static io.github.mediajobs.operation.Operations.MEDIA_PRODUCING;
import static io.github.mediajobs.operation.Operations.PACKAGE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mediajobs.emulator.fault.Fault;
import io.github.mediajobs.emulator.job.JobScript;
import io.github.mediajobs.failure.FailureDetails;
import io.github.mediajobs.json.Json;
import io.github.mediajobs.operation.JobOperation;
import io.github.mediajobs.wire.JobRequest;
import io.github.mediajobs.wire.ReadMediaJobActivities;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;
import io.temporal.failure.ApplicationErrorCategory;
import io.temporal.failure.ApplicationFailure;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class JobReaderTest {
  private final TestActivities activities = new TestActivities();

  @AfterEach
  void close() {
    activities.close();
  }

  @ParameterizedTest
  @MethodSource("io.github.mediajobs.activity.ActivityNamesTest#operations")
  void answersEveryFieldOfTheVendorsSample(JobOperation<?> operation) throws Exception {
    ObjectNode sample = sample(operation);

    Object job = typed(operation, sample.path(operation.idField()).asText());

    assertThat(job).isInstanceOf(operation.record());
    assertThat(Json.tree(job)).isEqualTo(sample);
  }

  @ParameterizedTest
  @MethodSource("io.github.mediajobs.activity.ActivityNamesTest#operations")
  void answersFieldsThatNobodyDocumented(JobOperation<?> operation) throws Exception {
    Map<String, Object> brandNew = Map.of("Depth", List.of(1, true, "é任务😀"));
    activities.emulator.add(
        JobScript.succeeding(operation, "job-1", Duration.ZERO).with("BrandNew", brandNew));

    assertThat(Json.tree(typed(operation, "job-1")).path("BrandNew"))
        .isEqualTo(Json.tree(brandNew));
  }

  @ParameterizedTest
  @CsvSource({
    "400, InvalidParameter, InvalidRequest, true, UNSPECIFIED",
    "403, Forbidden.RAM, AccessDenied, true, UNSPECIFIED",
    "404, InvalidAccessKeyId.NotFound, CredentialsInvalid, true, UNSPECIFIED",
    "404, JobNotFound, JobNotFound, true, BENIGN",
    "400, Throttling.User, Throttled, false, BENIGN",
    "503, ServiceUnavailable, ServiceUnavailable, false, UNSPECIFIED",
  })
  void tellsWhatTheApiAnswered(
      int status,
      String code,
      String type,
      boolean nonRetryable,
      ApplicationErrorCategory category) {
    activities.emulator.fault(Fault.error(status, code, "No."));

    ApplicationFailure failure = read(json("{'jobId':'job-1'}"));

    assertThat(failure.getType()).isEqualTo(type);
    assertThat(failure.isNonRetryable()).isEqualTo(nonRetryable);
    assertThat(failure.getCategory()).isEqualTo(category);
    assertThat(failure.getNextRetryDelay()).isNull();
    assertThat(activities.attempt.thrown().getStackTrace()).isEmpty();
    assertThat(failure.getOriginalMessage())
        .startsWith("GetPackageJob job-1 in cn-shanghai: No")
        .contains("Code " + code);
    FailureDetails details = failure.getDetails().get(FailureDetails.class);
    assertThat(details.code()).isEqualTo(code);
    assertThat(details.httpStatus()).isEqualTo(status);
    assertThat(details.requestId()).isNotBlank();
  }

  @Test
  void tellsOfAnAnswerWithoutAJob() {
    activities.emulator.fault(Fault.html(200));

    ApplicationFailure failure = read(json("{'jobId':'job-1'}"));

    assertThat(failure.getType()).isEqualTo("MalformedResponse");
    assertThat(failure.isNonRetryable()).isFalse();
    assertThat(failure.getDetails().get(JsonNode.class)).isEqualTo(json("{'httpStatus':200}"));
    assertThat(activities.attempt.thrown().getStackTrace()).isEmpty();
  }

  @Test
  void waitsAsLongAsTheApiAsksFor() {
    activities.emulator.fault(Fault.throttling("1500"));

    ApplicationFailure failure = read(json("{'jobId':'job-1'}"));

    assertThat(failure.getType()).isEqualTo("Throttled");
    assertThat(failure.isNonRetryable()).isFalse();
    assertThat(failure.getNextRetryDelay()).isEqualTo(Duration.ofMillis(1500));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | jobId: missing",
        "{\"jobId\":5} | jobId: expected a string, got 5",
        "{\"jobId\":\" \"} | jobId: blank",
        "{\"jobId\":\"j\",\"region\":7} | region: expected a string, got 7",
        "{\"jobId\":\"j\",\"region\":\"a/b\"} | region: expected a region id",
        "[] | input: expected a JSON object, got []",
        "5 | input: expected a JSON object, got 5",
        "null | input: expected a JSON object",
      })
  void refusesAnInputThatCanNeverWork(String input, String message) {
    assertInvalid(read(Json.embedded(input).orElseThrow()), message);
  }

  @Test
  void refusesToReadWithoutAnInput() {
    assertInvalid(
        failure(() -> activities.stub(WithoutInput.class).read()),
        "input: expected a JSON object, got null");
  }

  private void assertInvalid(ApplicationFailure failure, String message) {
    assertThat(failure.getType()).isEqualTo("InvalidRequest");
    assertThat(failure.isNonRetryable()).isTrue();
    assertThat(failure.getOriginalMessage()).startsWith(message);
    assertThat(failure.getDetails().get(FailureDetails.class)).isEqualTo(FailureDetails.NONE);
    assertThat(activities.emulator.calls().recent()).isEmpty();
  }

  @Test
  void cutsAJobThatNoPayloadCouldHold() {
    activities.emulator.add(
        JobScript.succeeding(MEDIA_PRODUCING, "job-1", Duration.ZERO)
            .with("Timeline", "t".repeat(3_000_000))
            .with("ClipsParam", "c".repeat(600_000)));

    ObjectNode job =
        (ObjectNode) activities.stub(AnyInput.class).producing(json("{'jobId':'job-1'}"));

    assertThat(job.path("truncated")).hasToString("[\"/Timeline\",\"/ClipsParam\"]");
    assertThat(job.has("Timeline")).isFalse();
    assertThat(job.path("Status").asText()).isEqualTo("Success");
  }

  @Test
  void answersAJobWithHalfACharacter() {
    activities.answer(PACKAGE, "\"JobId\":\"job-1\",\"UserData\":\"cut \\ud83d\"");

    assertThat(activities.stub(AnyInput.class).read(json("{'jobId':'job-1'}")).path("UserData"))
        .hasToString("\"cut ?\"");
  }

  private ApplicationFailure read(JsonNode input) {
    return failure(() -> activities.stub(AnyInput.class).read(input));
  }

  private Object typed(JobOperation<?> operation, String jobId) throws Exception {
    return ActivityNamesTest.types(ReadMediaJobActivities.class)
        .get(operation.action())
        .invoke(activities.stub(ReadMediaJobActivities.class), new JobRequest(jobId, null));
  }

  private static ObjectNode sample(JobOperation<?> operation) throws Exception {
    try (InputStream sample =
        JobScript.class.getResourceAsStream("/samples/" + operation.action() + ".json")) {
      return operation.find(Json.read(sample.readAllBytes())).orElseThrow();
    }
  }

  @ActivityInterface
  public interface AnyInput {
    @ActivityMethod(name = "GetPackageJob")
    JsonNode read(JsonNode input);

    @ActivityMethod(name = "GetMediaProducingJob")
    JsonNode producing(JsonNode input);
  }

  @ActivityInterface
  public interface WithoutInput {
    @ActivityMethod(name = "GetPackageJob")
    JsonNode read();
  }
}
