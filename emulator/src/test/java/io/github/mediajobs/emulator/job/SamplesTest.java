package io.github.mediajobs.emulator.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mediajobs.emulator.Emulator;
import io.github.mediajobs.emulator.client.ApiCall;
import io.github.mediajobs.emulator.client.ApiReply;
import io.github.mediajobs.emulator.junit.EmulatorExtension;
import io.github.mediajobs.json.Json;
import io.github.mediajobs.operation.Catalogue;
import io.github.mediajobs.operation.JobOperation;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@ExtendWith(EmulatorExtension.class)
class SamplesTest {
  static List<JobOperation<?>> operations() {
    return Catalogue.standard().operations();
  }

  @ParameterizedTest
  @MethodSource("operations")
  void everyOperationHasASample(JobOperation<?> operation) throws IOException {
    assertThat(operation.find(sample(operation))).isPresent();
  }

  @ParameterizedTest
  @MethodSource("operations")
  void aSampleIsAnsweredVerbatimUnderItsOwnId(JobOperation<?> operation, Emulator emulator)
      throws IOException {
    ObjectNode expected = (ObjectNode) sample(operation);
    ApiReply reply = read(emulator, operation, jobId(operation));
    expected.put("RequestId", reply.body().path("RequestId").textValue());
    assertThat(reply.body()).isEqualTo(expected);
  }

  @ParameterizedTest
  @MethodSource("operations")
  void whiteSpaceAroundAnIdDoesNotCount(JobOperation<?> operation, Emulator emulator)
      throws IOException {
    String id = jobId(operation).strip();
    for (String spelling : List.of(id, id + "\n", " " + id + " ")) {
      assertThat(read(emulator, operation, spelling).status()).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @MethodSource("operations")
  void aScriptTakesTheSamplesPlaceUntilItIsRemoved(JobOperation<?> operation, Emulator emulator)
      throws IOException {
    String id = jobId(operation);
    String first = operation.statuses().keySet().iterator().next();
    emulator.add(JobScript.of(operation, id, Phase.at(Duration.ZERO, first)));
    assertThat(read(emulator, operation, id).jobStatus(operation)).isEqualTo(first);
    emulator.clearJobs();
    assertThat(read(emulator, operation, id).job(operation))
        .isEqualTo(operation.find(sample(operation)).orElseThrow());
  }

  private static ApiReply read(Emulator emulator, JobOperation<?> operation, String jobId) {
    return ApiCall.of(operation, jobId, emulator.now()).send(emulator);
  }

  private static String jobId(JobOperation<?> operation) throws IOException {
    return operation.find(sample(operation)).orElseThrow().path(operation.idField()).textValue();
  }

  private static JsonNode sample(JobOperation<?> operation) throws IOException {
    String name = "/samples/" + operation.action() + ".json";
    try (InputStream stream = SamplesTest.class.getResourceAsStream(name)) {
      return Json.read(Objects.requireNonNull(stream, name).readAllBytes());
    }
  }
}
