package io.github.mediajobs.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mediajobs.job.PackageJob;
import io.github.mediajobs.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An entry of the catalogue, as a user writes one. */
class JobOperationTest {
  private static JobOperation.Builder<PackageJob> entry() {
    return JobOperation.of(Service.ICE, "GetThing", PackageJob.class)
        .status(JobState.RUNNING, "Going")
        .status(JobState.SUCCEEDED, "Done");
  }

  private static JsonNode json(String text) throws Exception {
    return Json.read(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void anEntryHoldsWhatItIsGiven() {
    JobOperation<PackageJob> operation =
        entry()
            .idField("Id")
            .statusField("State")
            .alias("thing")
            .jobAt("/Thing")
            .callsPerSecond(7)
            .list(Listings.PACKAGE)
            .event("ThingComplete")
            .typicalSeconds(90)
            .awaited("Done", "Going")
            .build();
    assertThat(operation.service()).isEqualTo(Service.ICE);
    assertThat(operation.action()).isEqualTo("GetThing");
    assertThat(operation.record()).isEqualTo(PackageJob.class);
    assertThat(operation.idField()).isEqualTo("Id");
    assertThat(operation.statusField()).isEqualTo("State");
    assertThat(operation.alias()).isEqualTo("thing");
    assertThat(operation.job()).hasToString("/Thing");
    assertThat(operation.callsPerSecond()).isEqualTo(7);
    assertThat(operation.list()).isEqualTo(Listings.PACKAGE);
    assertThat(operation.event()).isEqualTo("ThingComplete");
    assertThat(operation.typicalSeconds()).isEqualTo(90);
    assertThat(operation.awaited()).containsExactly("Done", "Going");
    assertThat(operation.statuses())
        .containsExactly(
            Map.entry("Going", JobState.RUNNING), Map.entry("Done", JobState.SUCCEEDED));
  }

  @Test
  void whatAnEntryLeavesOutIsAsMostOperationsHaveIt() {
    JobOperation<PackageJob> operation = entry().build();
    assertThat(operation.alias()).isEqualTo("GetThing");
    assertThat(operation.job().matches()).isTrue();
    assertThat(operation.idField()).isEqualTo("JobId");
    assertThat(operation.statusField()).isEqualTo("Status");
    assertThat(operation.callsPerSecond()).isEqualTo(50);
    assertThat(operation.list()).isNull();
    assertThat(operation.event()).isNull();
    assertThat(operation.typicalSeconds()).isEqualTo(60);
    assertThat(operation.awaited()).containsExactly("Done");
  }

  @Test
  void aStatusThatIsAwaitedStandsInTheTable() {
    assertThatThrownBy(() -> entry().awaited("Gone").build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("GetThing: awaited [Gone] not in");
  }

  @Test
  void noStatusMeansUnknown() {
    assertThatThrownBy(() -> entry().status(JobState.UNKNOWN, "Odd").build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("may not hold UNKNOWN");
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN})
  void theRateIsAboveZero(double callsPerSecond) {
    assertThatThrownBy(() -> entry().callsPerSecond(callsPerSecond).build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("callsPerSecond must be above zero");
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN})
  void theTypicalDurationIsAboveZero(double typicalSeconds) {
    assertThatThrownBy(() -> entry().typicalSeconds(typicalSeconds).build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("typicalSeconds must be above zero");
  }

  @Test
  void jobsAreOfAKindThatTheirOwnFieldsTell() throws Exception {
    JobOperation<PackageJob> operation = entry().kindBy("TemplateId", "Format").build();
    assertThat(operation.kindOf(json("{\"TemplateId\":\" t1 \",\"Format\":null}")))
        .isEqualTo(new JobKind("GetThing", "TemplateId=t1"))
        .hasToString("GetThing with TemplateId=t1");
    assertThat(operation.kindOf(json("{\"TemplateId\":\"t1\",\"Format\":\"HLS\"}")).variant())
        .isEqualTo("TemplateId=t1, Format=HLS");
    assertThat(operation.kindOf(json("{}"))).hasToString("GetThing");
  }

  @Test
  void jobsEndWhereAStatusMeansSuccess() {
    JobOperation<PackageJob> endless =
        JobOperation.of(Service.ICE, "GetThing", PackageJob.class)
            .status(JobState.RUNNING, "Going")
            .awaited("Going")
            .build();
    assertThat(entry().build().ends()).isTrue();
    assertThat(endless.ends()).isFalse();
  }

  @Test
  void theCallersChoiceReplacesTheStatusesAwaited() {
    JobOperation<PackageJob> operation = entry().build();
    assertThat(operation.awaitedOr(null)).containsExactly("Done");
    assertThat(operation.awaitedOr(List.of("Going", "Done"))).containsExactly("Going", "Done");
  }

  @Test
  void aJobThatIsTheWholeResponseLosesTheResponsesRequestId() throws Exception {
    JsonNode response = json("{\"RequestId\":\"R\",\"JobId\":\"x\",\"Status\":\"Done\"}");
    assertThat(entry().build().find(response))
        .hasValueSatisfying(it -> assertThat(it.properties()).hasSize(2))
        .hasValueSatisfying(it -> assertThat(it.has("RequestId")).isFalse());
    assertThat(response.path("RequestId").asText()).isEqualTo("R");
  }

  @Test
  void aJobInsideTheResponseIsLeftAsItIs() throws Exception {
    JsonNode response = json("{\"Thing\":{\"RequestId\":\"its own\",\"JobId\":\"x\"}}");
    assertThat(entry().jobAt("/Thing").build().find(response))
        .hasValueSatisfying(it -> assertThat(it).isEqualTo(response.path("Thing")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "[]", "\"x\"", "{\"JobId\":null}", "{\"JobId\":{}}", "{\"Id\":1}"})
  void aResponseWithoutAnIdHoldsNoJob(String response) throws Exception {
    assertThat(entry().build().find(json(response))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void aJobStaysAsItIsOnceItSucceededOrFailed(JobState state) {
    Set<JobState> ended = EnumSet.of(JobState.SUCCEEDED, JobState.FAILED);
    assertThat(state.ended()).isEqualTo(ended.contains(state));
  }

  @ParameterizedTest
  @CsvSource({"ICE, ice.cn-beijing.aliyuncs.com", "MPS, mts.cn-beijing.aliyuncs.com"})
  void aServiceHasAHostInEachRegion(String name, String host) {
    Service service = Map.of("ICE", Service.ICE, "MPS", Service.MPS).get(name);
    assertThat(service.host("cn-beijing")).isEqualTo(host);
  }
}
