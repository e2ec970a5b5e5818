package io.github.mediajobs.job;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mediajobs.json.Json;
import io.github.mediajobs.operation.Catalogue;
import io.github.mediajobs.operation.JobOperation;
import io.github.mediajobs.operation.JobState;
import io.github.mediajobs.operation.Operations;
import io.github.mediajobs.operation.Samples;
import io.temporal.common.converter.JacksonJsonPayloadConverter;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JobRecordsTest {
  private static final ObjectMapper TEMPORAL = JacksonJsonPayloadConverter.newDefaultObjectMapper();

  static Stream<JobOperation<?>> operations() {
    return Catalogue.standard().operations().stream();
  }

  @ParameterizedTest
  @MethodSource("operations")
  void theSampleSurvivesARoundTripWholeAndNamed(JobOperation<?> operation) throws Exception {
    ObjectNode sample = Samples.job(operation);
    MediaJob job = operation.decode(sample);
    assertThat(Json.tree(job)).isEqualTo(sample);
    assertNothingUnknown(job);
  }

  @ParameterizedTest
  @MethodSource("operations")
  void theSampleSurvivesTemporalsOwnConverter(JobOperation<?> operation) throws Exception {
    MediaJob job = operation.decode(Samples.job(operation));
    String wire = TEMPORAL.writeValueAsString(job);
    assertThat((Object) TEMPORAL.readValue(wire, operation.record())).isEqualTo(job);
    assertThat(TEMPORAL.readTree(wire))
        .isEqualTo(TEMPORAL.readTree(Json.write(Samples.job(operation))));
  }

  @ParameterizedTest
  @MethodSource("operations")
  void fieldsThatTheRecordDoesNotNameAreKeptAtEveryLevel(JobOperation<?> operation)
      throws Exception {
    ObjectNode sample = Samples.job(operation);
    addUnknown(sample);
    MediaJob job = operation.decode(sample);
    assertThat(job.unknown()).containsOnlyKeys("NewField", "unknown");
    assertThat(Json.tree(job)).isEqualTo(sample);
  }

  @ParameterizedTest
  @MethodSource("operations")
  void everyFieldMayBeAbsent(JobOperation<?> operation) throws Exception {
    MediaJob job = operation.decode(Json.read("{\"JobId\":\"j\"}".getBytes(UTF_8)));
    assertThat(job.state()).isEqualTo(JobState.UNKNOWN);
    assertThat(job.submittedAt()).isEmpty();
    assertThat(job.finishedAt()).isEmpty();
    assertThat(job.progress()).isEmpty();
    assertThat(job.userDataJson()).isEmpty();
    assertThat(Json.write(job)).isEqualTo("{\"JobId\":\"j\"}");
  }

  @Test
  void aCodeBesideTheStatusDoesNotDecide() throws Exception {
    DynamicImageJob job = Operations.DYNAMIC_IMAGE.decode(Samples.job(Operations.DYNAMIC_IMAGE));
    assertThat(job.code()).isEqualTo("ResourceNotFound");
    assertThat(job.state()).isEqualTo(JobState.SUCCEEDED);
  }

  @Test
  void timesAreReadWhereTheApiHasThem() throws Exception {
    DynamicImageJob image = Operations.DYNAMIC_IMAGE.decode(Samples.job(Operations.DYNAMIC_IMAGE));
    assertThat(image.submittedAt()).contains(Instant.parse("2022-07-12T16:17:54Z"));
    assertThat(image.finishedAt()).contains(Instant.parse("2022-07-12T16:30:54Z"));
    MediaProducingJob producing =
        Operations.MEDIA_PRODUCING.decode(Samples.job(Operations.MEDIA_PRODUCING));
    assertThat(producing.submittedAt()).contains(Instant.parse("2020-12-23T13:33:40Z"));
    assertThat(producing.finishedAt()).contains(Instant.parse("2020-12-23T13:33:52Z"));
    assertThat(producing.progress()).hasValue(0);
    LiveSnapshotJob live = Operations.LIVE_SNAPSHOT.decode(Samples.job(Operations.LIVE_SNAPSHOT));
    assertThat(live.submittedAt()).contains(Instant.parse("2022-02-02T22:22:22Z"));
    assertThat(live.finishedAt()).isEmpty();
    IProductionJob smart = Operations.IPRODUCTION.decode(Samples.job(Operations.IPRODUCTION));
    assertThat(smart.submittedAt()).isEmpty();
  }

  @Test
  void aTimeMayHaveWhiteSpaceAroundItOrBeUnreadable() {
    assertThat(ApiTime.parse("2022-09-08T11:34:05Z\n"))
        .contains(Instant.parse("2022-09-08T11:34:05Z"));
    assertThat(ApiTime.parse("2022-09-08T19:34:05+08:00"))
        .contains(Instant.parse("2022-09-08T11:34:05Z"));
    assertThat(ApiTime.parse("yesterday")).isEmpty();
    assertThat(ApiTime.parse(null)).isEmpty();
  }

  @Test
  void jsonInsideAStringIsParsedOnDemand() throws Exception {
    MediaProducingJob job =
        Operations.MEDIA_PRODUCING.decode(Samples.job(Operations.MEDIA_PRODUCING));
    assertThat(job.timelineJson().orElseThrow().at("/VideoTracks/0/VideoTrackClips")).hasSize(2);
    assertThat(job.clipsParamJson().orElseThrow().path("VideoArray")).hasSize(3);
    assertThat(job.subJobMaterialsJson().orElseThrow().path("Title").asText()).isEqualTo("标题");
    assertThat(job.userDataJson().orElseThrow().path("Key").asText()).isEqualTo("Valuexxx");
    DynamicImageJob image = Operations.DYNAMIC_IMAGE.decode(Samples.job(Operations.DYNAMIC_IMAGE));
    assertThat(image.templateConfigJson().orElseThrow().path("Fps").asInt()).isEqualTo(5);
  }

  @Test
  void decimalsKeepTheirDigits() throws Exception {
    String job = "{\"JobId\":\"j\",\"Duration\":30.500000}";
    MediaProducingJob read = Operations.MEDIA_PRODUCING.decode(Json.read(job.getBytes(UTF_8)));
    assertThat(read.duration()).isEqualTo("30.500000");
    assertThat(Json.write(read)).isEqualTo(job);
  }

  @Test
  void whatIsNotJsonStaysAString() throws Exception {
    IProductionJob job = Operations.IPRODUCTION.decode(Samples.job(Operations.IPRODUCTION));
    assertThat(job.jobParams()).isEqualTo("{mode:\"gif\"}");
    assertThat(job.jobParamsJson()).isEmpty();
    assertThat(job.userData()).isEqualTo("null");
    assertThat(job.userDataJson().orElseThrow().isNull()).isTrue();
    assertThat(job.resultJson().orElseThrow().path("Code").asText()).isEqualTo("Success");
    assertThat(Json.embedded("{\"Code\":1}{\"Code\":2}")).isEmpty();
  }

  private static void addUnknown(ObjectNode object) {
    object.properties().forEach(field -> addUnknownTo(field.getValue()));
    object.put("NewField", "kept");
    object.put("unknown", "the name that the record has for them");
  }

  private static void addUnknownTo(JsonNode node) {
    if (node instanceof ObjectNode object) {
      addUnknown(object);
    } else {
      node.forEach(JobRecordsTest::addUnknownTo);
    }
  }

  private static void assertNothingUnknown(Object value) throws ReflectiveOperationException {
    if (value instanceof Iterable<?> items) {
      for (Object item : items) {
        assertNothingUnknown(item);
      }
    }
    if (!(value instanceof Record)) {
      return;
    }
    for (RecordComponent component : value.getClass().getRecordComponents()) {
      Object field = component.getAccessor().invoke(value);
      if (component.getName().equals("unknown")) {
        assertThat((Map<?, ?>) field).as(value.getClass().getSimpleName()).isEmpty();
      } else {
        assertNothingUnknown(field);
      }
    }
  }
}
