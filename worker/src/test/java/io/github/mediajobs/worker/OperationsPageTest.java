package io.github.mediajobs.worker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mediajobs.failure.FailureType;
import io.github.mediajobs.json.Json;
import io.github.mediajobs.operation.Catalogue;
import io.github.mediajobs.operation.JobListing;
import io.github.mediajobs.operation.JobOperation;
import io.github.mediajobs.operation.Service;
import io.github.mediajobs.polling.PollPolicy;
import io.github.mediajobs.polling.Waited;
import io.github.mediajobs.wire.Polling;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What docs/operations.md says that the code knows too. */
class OperationsPageTest {
  private static final Map<Service, String> RAM_CODES =
      Map.of(Service.ICE, "ice", Service.MPS, "mts");

  /** The middle of the jitter. */
  private static final double NO_JITTER = 0.5;

  private static String page;
  private static String measured;

  @BeforeAll
  static void read() throws IOException {
    page = Files.readString(Path.of("../docs/operations.md"));
    measured = Files.readString(Path.of("../docs/performance.md"));
  }

  private static List<MatchResult> found(String pattern) {
    List<MatchResult> found = Pattern.compile(pattern).matcher(page).results().toList();
    assertThat(found).isNotEmpty();
    return found;
  }

  @Test
  void thePolicyAllowsWhatTheLibraryCalls() throws Exception {
    String json = found("(?s)```json\n(.*?)```").get(0).group(1);
    List<String> allowed = new ArrayList<>();
    for (JsonNode statement : Json.read(json.getBytes(StandardCharsets.UTF_8)).path("Statement")) {
      assertThat(statement.path("Effect").asText()).isEqualTo("Allow");
      statement.path("Action").forEach(it -> allowed.add(it.asText()));
    }
    assertThat(allowed)
        .containsExactlyInAnyOrderElementsOf(
            Catalogue.standard().operations().stream().flatMap(OperationsPageTest::calls).toList());
  }

  private static Stream<String> calls(JobOperation<?> operation) {
    String code = RAM_CODES.get(operation.service()) + ":";
    return Stream.concat(
        Stream.of(code + operation.action()),
        Stream.ofNullable(operation.list()).map(JobListing::action).map(code::concat));
  }

  @Test
  void everyFailureHasItsRow() {
    assertThat(found("(?m)^\\| `([A-Z][A-Za-z]+)` \\|").stream().map(it -> it.group(1)))
        .containsExactlyElementsOf(
            Stream.of(FailureType.values()).map(FailureType::wireName).toList());
  }

  @Test
  void pollsAreCountedAsTheDefaultSchedulePolls() {
    assertThat(found("(?m)^\\| (\\d+) (s|min|h) \\| ([\\d,]+) \\| ([\\d,]+) \\| ([\\d,]+) \\|$"))
        .hasSize(7)
        .allSatisfy(
            row -> {
              Duration length = Duration.parse("PT" + row.group(1) + row.group(2).charAt(0));
              int polls = polls(length);
              int loop = 1 + (int) Math.ceil(length.toSeconds() / 30.0);
              assertThat(number(row.group(3))).isEqualTo(polls);
              assertThat(number(row.group(4))).isEqualTo(1 + polls);
              assertThat(number(row.group(5))).isEqualTo(2 * loop);
            });
  }

  private static int number(String text) {
    return Integer.parseInt(text.replace(",", ""));
  }

  /** Up to the one that finds a job of this length ended. */
  private static int polls(Duration length) {
    PollPolicy policy = Polling.DEFAULT.policy();
    Duration elapsed = Duration.ZERO;
    int polls = 1;
    while (elapsed.compareTo(length) < 0) {
      Waited waited = new Waited(elapsed, polls, OptionalInt.empty());
      elapsed = elapsed.plus(policy.delay(waited, NO_JITTER));
      polls++;
    }
    return polls;
  }

  @Test
  void figuresAreThoseThatWereMeasured() {
    assertThat(found("(?m)^\\| [^|`]+ \\| ([\\d,.]+(?: MiB| s)?) \\| (?:\\[|the same)"))
        .hasSize(7)
        .allSatisfy(row -> assertThat(measured).contains("| " + row.group(1) + " |"));
  }
}
