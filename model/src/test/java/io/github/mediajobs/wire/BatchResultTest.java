package io.github.mediajobs.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.mediajobs.json.Json;
import io.github.mediajobs.outcome.JobReference;
import io.github.mediajobs.outcome.OutcomeKind;
import io.temporal.common.converter.JacksonJsonPayloadConverter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BatchResultTest {
  private static final int PAYLOAD = 512 * 1024;
  private static final Instant AT = Instant.parse("2026-01-02T03:04:05.678Z");
  private static final ObjectMapper TEMPORAL = JacksonJsonPayloadConverter.newDefaultObjectMapper();

  private static JobEnd end(String id, String message, JsonNode job) {
    return JobEnd.of(
        new Outcome(
            OutcomeKind.SUCCEEDED,
            "GetMediaProducingJob",
            id,
            "cn-zhangjiakou",
            "Success",
            job,
            "Some.Error.Code",
            message,
            999,
            AT,
            AT,
            null));
  }

  @Test
  void whatFitsIsLeftAlone() {
    List<JobEnd> ends = List.of(end("a", "fine", Json.tree(List.of("x"))), end("b", null, null));
    assertThat(BatchResult.capped(ends)).isEqualTo(new BatchResult(ends, null));
  }

  @Test
  void anyRunsResultFitsOnePayloadAndKeepsEveryNameAndKind() throws Exception {
    String longId = "x".repeat(60);
    List<JobEnd> ends =
        IntStream.range(0, BatchJobs.MOST)
            .mapToObj(i -> end(longId + i, "m".repeat(1_000), Json.tree("j".repeat(4_000))))
            .toList();
    assertThat(ends.stream().mapToInt(it -> BatchJobs.bytes(it.reference())).sum())
        .isBetween(BatchJobs.MOST_BYTES * 8 / 10, BatchJobs.MOST_BYTES);
    BatchResult capped = BatchResult.capped(ends);
    assertThat(TEMPORAL.writeValueAsBytes(capped)).hasSizeLessThan(PAYLOAD);
    assertThat(capped.truncated()).contains("message", "finishedAt").doesNotContain("steps");
    assertThat(capped.outcomes())
        .extracting(JobEnd::reference)
        .containsExactlyElementsOf(ends.stream().map(JobEnd::reference).toList());
    assertThat(capped.outcomes()).allMatch(it -> it.kind().isPresent());
  }

  @Test
  void theLargestJobObjectsGoFirstAndAreNamed() {
    JobEnd small = end("small", null, Json.tree("x".repeat(1_000)));
    JobEnd large = end("large", null, Json.tree("x".repeat(300_000)));
    BatchResult capped = BatchResult.capped(List.of(small, large, large));
    assertThat(capped.outcomes().get(0)).isEqualTo(small);
    assertThat(capped.outcomes().get(1).outcome().job()).isNull();
    assertThat(capped.outcomes().get(1).outcome().truncated()).containsExactly("");
    assertThat(capped.outcomes().get(2)).isEqualTo(large);
    assertThat(capped.truncated()).isNull();
  }

  @Test
  void anEndIsOneFlatObjectAndComesBack() throws Exception {
    JobEnd lost =
        JobEnd.unknown(
            new JobReference("GetPackageJob", "j", "cn-shanghai"),
            1,
            new JobFailure("AccessDenied", "no", "Forbidden.RAM", "id", 403));
    String json = TEMPORAL.writeValueAsString(lost);
    assertThat(json)
        .isEqualTo(
            "{\"operation\":\"GetPackageJob\",\"jobId\":\"j\",\"region\":\"cn-shanghai\",\"polls\":1,"
                + "\"failure\":{\"type\":\"AccessDenied\",\"message\":\"no\",\"code\":\"Forbidden.RAM\","
                + "\"requestId\":\"id\",\"httpStatus\":403}}");
    assertThat(TEMPORAL.readValue(json, JobEnd.class)).isEqualTo(lost);
    JobEnd good =
        end("j", "m", null)
            .followedBy(
                List.of(new StepResult("s", StepStatus.COMPLETED, Json.tree("result"), null)));
    JobEnd back = TEMPORAL.readValue(TEMPORAL.writeValueAsString(good), JobEnd.class);
    assertThat(back).isEqualTo(good);
    assertThat(back.steps().get(0).result()).isNull();
  }

  @Test
  void aPageHoldsAsManyAsFitAndTellsWhereToGoOn() {
    List<JobEnd> ends =
        IntStream.range(0, 10)
            .mapToObj(i -> end("j" + i, null, Json.tree("x".repeat(200_000))))
            .toList();
    BatchPage first = BatchPage.of(ends, 0);
    assertThat(first.done()).isEqualTo(2);
    assertThat(Json.write(first).getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(PAYLOAD);
    assertThat(BatchPage.of(ends, 9)).isEqualTo(new BatchPage(10, ends.subList(9, 10)));
    assertThat(BatchPage.of(ends, 99)).isEqualTo(new BatchPage(10, List.of()));
  }
}
