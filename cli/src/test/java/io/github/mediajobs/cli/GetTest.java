package io.github.mediajobs.cli;

import static io.github.mediajobs.operation.Operations.PACKAGE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mediajobs.cli.terminal.Terminal;
import io.github.mediajobs.emulator.Emulator;
import io.github.mediajobs.emulator.EmulatorOptions;
import io.github.mediajobs.emulator.fault.Fault;
import io.github.mediajobs.emulator.job.JobScript;
import io.github.mediajobs.emulator.junit.EmulatorExtension;
import io.github.mediajobs.emulator.signature.Credential;
import io.github.mediajobs.json.Json;
import io.github.mediajobs.operation.Catalogue;
import io.github.mediajobs.operation.JobOperation;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One read of one job, over real HTTP. */
class GetTest {
  @RegisterExtension
  static final EmulatorExtension EMULATOR =
      new EmulatorExtension(
          EmulatorOptions.defaults().withCredentials(Credential.of("emulator", CommandRun.SECRET)));

  static Stream<JobOperation<?>> operations() {
    return Catalogue.standard().operations().stream();
  }

  @ParameterizedTest
  @MethodSource("operations")
  void jsonIsTheJobObjectAlone(JobOperation<?> operation, Emulator emulator) throws IOException {
    JsonNode sample = sample(operation);
    String id = sample.path("JobId").asText();
    CommandRun run = get(emulator, operation.action(), id, "--json");
    assertThat(run.exitCode()).isZero();
    assertThat(run.outLines()).hasSize(1);
    assertThat(Json.read(run.out().getBytes(java.nio.charset.StandardCharsets.UTF_8)))
        .isEqualTo(sample);
    assertThat(run.err()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("operations")
  void theTableHasEveryFieldWhateverTheStatus(JobOperation<?> operation, Emulator emulator)
      throws IOException {
    JsonNode sample = sample(operation);
    CommandRun run = get(emulator, operation.alias(), sample.path("JobId").asText());
    assertThat(run.exitCode()).isZero();
    assertThat(run.outLines().get(0))
        .startsWith(operation.action() + " " + sample.path("JobId").asText().strip())
        .contains(" in cn-shanghai: " + sample.path(operation.statusField()).asText());
    sample.fieldNames().forEachRemaining(name -> assertThat(run.out()).contains("  " + name));
  }

  @Test
  void aTerminalGetsReadableJson(Emulator emulator) {
    emulator.add(JobScript.succeeding(PACKAGE, "job-1", Duration.ZERO));
    CommandRun run =
        CommandRun.of(
            environment(emulator),
            CommandRun.KEY,
            Terminal.live(Map.of(), () -> 80, () -> 24),
            "get",
            "package",
            "job-1",
            "--json");
    assertThat(run.outLines()).hasSizeGreaterThan(10);
  }

  @Test
  void theRegionIsWhereTheJobIsRead(Emulator emulator) {
    emulator.add(JobScript.succeeding(PACKAGE, "job-1", Duration.ZERO));
    assertThat(get(emulator, "package", "job-1", "--region", "cn-beijing").out())
        .contains("in cn-beijing: Success, which means SUCCEEDED");
  }

  static Stream<Arguments> faults() {
    return Stream.of(
        Arguments.of(5, "Throttling.User", Fault.throttling()),
        Arguments.of(5, "Forbidden.RAM", Fault.error(403, "Forbidden.RAM", "No.")),
        Arguments.of(5, "InternalError", Fault.error(500, "InternalError", "Oops.")),
        Arguments.of(5, "HTTP 502", Fault.html(502)),
        Arguments.of(
            5,
            "InvalidAccessKeyId.NotFound",
            Fault.error(404, "InvalidAccessKeyId.NotFound", "Unknown.")),
        Arguments.of(2, "MissingJobId", Fault.error(400, "MissingJobId", "JobId is missing.")));
  }

  @ParameterizedTest
  @MethodSource
  void faults(int exitCode, String told, Fault fault, Emulator emulator) {
    emulator.add(JobScript.succeeding(PACKAGE, "job-1", Duration.ZERO));
    emulator.fault(fault.forever());
    CommandRun run = get(emulator, "package", "job-1", "--json");
    assertThat(run.exitCode()).isEqualTo(exitCode);
    assertThat(run.errLine()).startsWith("mediajobs: GetPackageJob job-1 in ").contains(told);
    assertThat(run.out()).isEmpty();
  }

  @Test
  void anUnknownJobIsNotFound(Emulator emulator) {
    CommandRun run = get(emulator, "package", "no-such-job");
    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.errLine()).contains("no-such-job", "Code ", "RequestId ", "region");
    assertThat(run.out()).isEmpty();
  }

  private static CommandRun get(Emulator emulator, String... arguments) {
    return CommandRun.of(
        environment(emulator),
        Stream.concat(Stream.of("get"), Stream.of(arguments)).toArray(String[]::new));
  }

  private static Map<String, String> environment(Emulator emulator) {
    return Map.of(
        "MEDIAJOBS_ICE_ENDPOINT", emulator.url().toString(),
        "MEDIAJOBS_MPS_ENDPOINT", emulator.url().toString());
  }

  private static JsonNode sample(JobOperation<?> operation) throws IOException {
    try (InputStream sample =
        Emulator.class.getResourceAsStream("/samples/" + operation.action() + ".json")) {
      return operation.find(Json.read(sample.readAllBytes())).orElseThrow();
    }
  }
}
