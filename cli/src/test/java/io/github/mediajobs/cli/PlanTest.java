package io.github.mediajobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mediajobs.json.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanTest {
  @TempDir Path folder;

  private Path durations(String text) throws Exception {
    return Files.writeString(folder.resolve("seconds.txt"), text);
  }

  private Path aMinuteOrSo() throws Exception {
    return durations(
        IntStream.range(0, 100)
            .mapToObj(i -> Double.toString(50 + i / 5.0))
            .collect(Collectors.joining("\n", "", "\n\n")));
  }

  @Test
  void jsonIsThePlannedPolls() throws Exception {
    CommandRun run =
        CommandRun.of(
            Map.of(),
            "plan",
            "GetPackageJob",
            "--durations",
            aMinuteOrSo().toString(),
            "--poll-cost",
            "5",
            "--json");
    assertThat(run.exitCode()).isZero();
    JsonNode json = Json.read(run.out().getBytes(java.nio.charset.StandardCharsets.UTF_8));
    assertThat(json.properties()).hasSize(1);
    List<Double> polls = new ArrayList<>();
    json.get("polls").forEach(it -> polls.add(it.doubleValue()));
    assertThat(polls).isSorted().doesNotHaveDuplicates();
    assertThat(polls.get(0)).isBetween(50.0, 70.0);
    assertThat(polls.get(polls.size() - 1)).isBetween(140.0, 1_000.0);
  }

  @Test
  void aReportComparesWithOthers() throws Exception {
    CommandRun run =
        CommandRun.of(Map.of(), "plan", "package", "--durations", aMinuteOrSo().toString());
    assertThat(run.exitCode()).isZero();
    assertThat(run.outLines().get(0)).startsWith("GetPackageJob: 100 past jobs; half end within");
    assertThat(run.outLines().get(3)).startsWith("schedule");
    assertThat(run.outLines().get(5)).startsWith("planned");
    assertThat(run.out()).contains("gax", "Terraform", "fixed 30 s", "cost at 30 s a poll");
  }

  @Test
  void withoutPastJobsItTellsWhatIsAssumed() {
    CommandRun run = CommandRun.of(Map.of(), "plan", "media-producing", "--poll-cost", "5");
    assertThat(run.exitCode()).isZero();
    assertThat(run.outLines()).hasSize(2);
    assertThat(run.outLines().get(0)).startsWith("GetMediaProducingJob: no past job; assumed:");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void aPlotIsAPictureOfThePlan() throws Exception {
    Path plot = folder.resolve("plan.svg");
    CommandRun run =
        CommandRun.of(
            Map.of(),
            "plan",
            "package",
            "--durations",
            aMinuteOrSo().toString(),
            "--plot",
            plot.toString());
    assertThat(run.exitCode()).isZero();
    assertThat(Files.readString(plot)).startsWith("<svg").contains("<polyline", "<circle");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "60\\nfast\\n | line 2 of",
        "60\\n-1\\n | line 2 of",
        "60\\nNaN\\n | line 2 of",
        "1e99\\n | line 1 of",
        "\\n | holds no duration"
      })
  void aWrongLineIsNamed(String text, String told) throws Exception {
    Path file = durations(text.replace("\\n", "\n"));
    CommandRun run = CommandRun.of(Map.of(), "plan", "package", "--durations", file.toString());
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errLine()).contains("--durations", told);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "live-snapshot | --json | is not planned",
        "package | --durations=no/such/file | cannot read no/such/file",
        "package | --poll-cost=0 | --poll-cost: expected 0.1 to 1000000 seconds",
        "package | --plot=no/such/folder/p.svg | cannot write"
      })
  void wrongInputIsOneLine(String operation, String option, String told) {
    CommandRun run = CommandRun.of(Map.of(), "plan", operation, option);
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errLine()).contains(told);
  }
}
