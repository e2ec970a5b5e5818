package io.github.mediajobs.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mediajobs.job.PackageJob;
import io.github.mediajobs.operation.Operations;
import io.github.mediajobs.operation.Samples;
import io.github.mediajobs.wire.Outcome;
import io.temporal.common.converter.DefaultDataConverter;
import io.temporal.failure.ApplicationFailure;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class JobOutcomeTest {
  private static Outcome wire(OutcomeKind kind) {
    boolean read = kind != OutcomeKind.NOT_FOUND;
    JsonNode job = read ? Samples.job(Operations.PACKAGE) : null;
    return new Outcome(
        kind,
        "GetPackageJob",
        "j",
        "cn-shanghai",
        read ? "Init" : null,
        job,
        null,
        null,
        7,
        Instant.parse("2022-09-08T11:34:05Z"),
        null,
        List.of("/Timeline"));
  }

  @ParameterizedTest
  @EnumSource(OutcomeKind.class)
  void foldAnswersForEachKind(OutcomeKind kind) {
    JobOutcome<PackageJob> outcome = wire(kind).typed(Operations.PACKAGE);
    OutcomeKind folded =
        outcome.fold(
            it -> OutcomeKind.SUCCEEDED,
            it -> OutcomeKind.FAILED,
            it -> OutcomeKind.TIMED_OUT,
            it -> OutcomeKind.NOT_FOUND);
    assertThat(folded).isEqualTo(kind);
    assertThat(outcome.polls()).isEqualTo(7);
    assertThat(outcome.reference()).hasToString("GetPackageJob j in cn-shanghai");
    assertThat(outcome.lastRead().isPresent()).isEqualTo(kind != OutcomeKind.NOT_FOUND);
    assertThat(outcome.succeeded().isPresent()).isEqualTo(kind == OutcomeKind.SUCCEEDED);
  }

  @ParameterizedTest
  @EnumSource(value = OutcomeKind.class, mode = EnumSource.Mode.EXCLUDE, names = "SUCCEEDED")
  void whatDidNotSucceedThrowsSomethingThatEndsAWorkflow(OutcomeKind kind) {
    JobOutcome<PackageJob> outcome = wire(kind).typed(Operations.PACKAGE);
    assertThatThrownBy(outcome::orElseThrow)
        .isInstanceOfSatisfying(
            ApplicationFailure.class,
            failure -> {
              assertThat(failure.isNonRetryable()).isTrue();
              assertThat(failure.getType())
                  .isEqualTo(
                      switch (kind) {
                        case FAILED -> "JobFailed";
                        case TIMED_OUT -> "JobTimedOut";
                        default -> "JobNotFound";
                      });
              assertThat(failure.getOriginalMessage()).contains("GetPackageJob j in cn-shanghai");
            });
  }

  @Test
  void aReferenceStandsOnOneLine() {
    assertThat(new JobReference("GetPackageJob", "****d80e****\n", "cn-shanghai"))
        .hasToString("GetPackageJob ****d80e**** in cn-shanghai");
    assertThat(new JobReference("GetPackageJob", "a\nWARN b\ud83d", null))
        .hasToString("GetPackageJob a WARN b");
  }

  @Test
  void aSucceededJobComesOutOfOrElseThrow() {
    assertThat(wire(OutcomeKind.SUCCEEDED).typed(Operations.PACKAGE).orElseThrow().outputUrl())
        .isEqualTo("http://bucket.oss-cn-shanghai.aliyuncs.com/output.m3u8");
  }

  @ParameterizedTest
  @EnumSource(OutcomeKind.class)
  void theWireOmitsWhatIsAbsentAndReadsItsOwn(OutcomeKind kind) {
    var converter = DefaultDataConverter.STANDARD_INSTANCE;
    var payload = converter.toPayload(wire(kind)).orElseThrow();
    assertThat(payload.getData().toStringUtf8())
        .startsWith(
            "{\"outcome\":\"%s\",\"operation\":\"GetPackageJob\",\"jobId\":\"j\",\"region\":\"cn-shanghai\""
                .formatted(kind))
        .contains("\"polls\":7", "\"submittedAt\":\"2022-09-08T11:34:05Z\"")
        .doesNotContain("null", "finishedAt");
    assertThat(converter.fromPayload(payload, Outcome.class, Outcome.class)).isEqualTo(wire(kind));
  }

  @Test
  void anOldReaderToleratesNewFields() throws Exception {
    String later =
        "{\"outcome\":\"SUCCEEDED\",\"operation\":\"GetPackageJob\",\"jobId\":\"j\",\"new\":[1],\"job\":{\"JobId\":\"j\"}}";
    Outcome read =
        io.temporal.common.converter.JacksonJsonPayloadConverter.newDefaultObjectMapper()
            .readValue(later, Outcome.class);
    assertThat(read.typed(Operations.PACKAGE).orElseThrow().jobId()).isEqualTo("j");
  }
}
