package io.github.mediajobs.judges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mediajobs.api.ApiCredentials;
import io.github.mediajobs.api.JobRead;
import io.github.mediajobs.emulator.Emulator;
import io.github.mediajobs.emulator.EmulatorOptions;
import io.github.mediajobs.emulator.job.JobView;
import io.github.mediajobs.emulator.junit.EmulatorExtension;
import io.github.mediajobs.emulator.signature.Credential;
import io.github.mediajobs.emulator.traffic.Call;
import io.github.mediajobs.json.Json;
import io.github.mediajobs.operation.Catalogue;
import io.github.mediajobs.operation.JobOperation;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The official clients decode what our client decodes, whatever signs the request. */
@ExtendWith(OfficialExtension.class)
class ReadsTest {
  private static final Map<String, ApiCredentials> KEYS =
      Map.of(
          "access key", new ApiCredentials("AK", "sk/+=~", null),
          "security token", new ApiCredentials("STS.AK", "sk-2", "CAIS/+=~*token%20"));

  @RegisterExtension
  static final EmulatorExtension EMULATOR =
      new EmulatorExtension(
          EmulatorOptions.defaults()
              .withCredentials(
                  KEYS.values().stream()
                      .map(
                          key ->
                              new Credential(
                                  key.accessKeyId(),
                                  key.accessKeySecret(),
                                  key.securityToken(),
                                  Instant.MAX))
                      .toArray(Credential[]::new)));

  /** One way to ask. */
  record Way(JobOperation<?> operation, Signature signature, String key) {
    BothClients clients(Official official, Emulator emulator) {
      return new BothClients(official, signature, emulator, KEYS.get(key));
    }

    @Override
    public String toString() {
      return "%s, %s signature, %s".formatted(operation.action(), signature, key);
    }
  }

  /** Each client as it signs by itself, and switched to the other form. */
  static Stream<Way> ways() {
    return Catalogue.standard().operations().stream()
        .flatMap(
            operation ->
                Arrays.stream(Signature.values())
                    .filter(signature -> signature != Signature.OWN.onTheWire(operation))
                    .flatMap(
                        signature ->
                            KEYS.keySet().stream()
                                .sorted()
                                .map(key -> new Way(operation, signature, key))));
  }

  @ParameterizedTest
  @MethodSource("ways")
  void bothDecodeAFullJobOfEveryStatus(Way way, Official official, Emulator emulator)
      throws Exception {
    ObjectNode job = FullJob.of(way.operation());
    try (BothClients clients = way.clients(official, emulator)) {
      for (String status : way.operation().statuses().keySet()) {
        job.put(way.operation().idField(), "job-" + status)
            .put(way.operation().statusField(), status);
        emulator.add(FullJob.script(way.operation(), job));
        assertSame(way, clients, job);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("ways")
  void bothDecodeTheVendorsSample(Way way, Official official, Emulator emulator) throws Exception {
    String jobId =
        emulator.jobs().stream()
            .filter(view -> view.sample() && view.operation().equals(way.operation().action()))
            .map(JobView::jobId)
            .findFirst()
            .orElseThrow();
    try (BothClients clients = way.clients(official, emulator)) {
      assertSame(way, clients, clients.ours(way.operation(), jobId).job());
    }
  }

  @ParameterizedTest
  @MethodSource("ways")
  void bothSendAnIdAsItIs(Way way, Official official, Emulator emulator) throws Exception {
    try (BothClients clients = way.clients(official, emulator)) {
      for (String jobId : ids()) {
        ObjectNode job = Json.tree(Map.of(way.operation().idField(), jobId)).deepCopy();
        job.put(way.operation().statusField(), way.operation().awaited().iterator().next());
        emulator.add(FullJob.script(way.operation(), job));
        assertThat(official(way, clients, jobId))
            .containsEntry("/" + way.operation().idField(), jobId);
        assertThat(
                clients.ours(way.operation(), jobId).job().path(way.operation().idField()).asText())
            .isEqualTo(jobId);
        assertThat(emulator.calls().recent(2)).extracting(Call::jobId).containsOnly(jobId);
      }
    }
  }

  static List<String> ids() {
    return List.of(
        "\u4f5c\u4e1a-\u00e9\u00df-\ud83c\udfac\ud840\udc0b",
        "with some  spaces",
        "+*~/&=%?#;:,@!$'()[]{}|\\^`\"<>",
        "%41%2B+%20",
        "ends in a newline\n",
        "  \ttabs and spaces around\t ",
        "x".repeat(256));
  }

  @ParameterizedTest
  @MethodSource("ways")
  void theOfficialClientSignsAsItIsTold(Way way, Official official, Emulator emulator) {
    ApiCredentials key = KEYS.get(way.key());
    ApiCredentials wrong =
        new ApiCredentials(key.accessKeyId(), "not-" + key.accessKeySecret(), key.securityToken());
    try (BothClients clients = new BothClients(official, way.signature(), emulator, wrong)) {
      Map<Signature, String> compared =
          Map.of(
              Signature.RPC, "server string to sign is:",
              Signature.ACS3, "server canonical request is:");
      assertThat(catchThrowable(() -> clients.official(way.operation(), "j1")))
          .hasMessageContaining(compared.get(way.signature().onTheWire(way.operation())));
    }
  }

  private static void assertSame(Way way, BothClients clients, ObjectNode job) throws Exception {
    JobOperation<?> operation = way.operation();
    String jobId = job.path(operation.idField()).asText();
    JobRead<?> read = clients.ours(operation, jobId);
    SortedMap<String, Object> expected = Leaves.of(job);
    assertThat(Leaves.of(read.job())).isEqualTo(expected);
    assertThat(Leaves.of(Json.tree(read.record()))).isEqualTo(expected);
    expected.keySet().removeAll(KnownDifference.fields(operation));
    assertThat(official(way, clients, jobId)).isEqualTo(expected);
  }

  private static SortedMap<String, Object> official(Way way, BothClients clients, String jobId) {
    JsonNode response = Json.tree(clients.official(way.operation(), jobId));
    SortedMap<String, Object> leaves = Leaves.of(response.at(way.operation().job()));
    if (way.operation().job().matches()) {
      leaves.remove("/RequestId");
    }
    return leaves;
  }
}
