package io.github.mediajobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mediajobs.operation.Catalogue;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a newcomer sees first. */
class DemoTest {
  @Test
  void theDemoEndsWellWithATableOfAllOperationsAndBothBranches() {
    CommandRun run = CommandRun.of(Map.of(), "demo");
    assertThat(run.exitCode()).isZero();
    List<String> table =
        run.outLines().stream().dropWhile(line -> !line.startsWith("OPERATION")).toList();
    assertThat(table).hasSizeGreaterThan(12);
    Catalogue.standard()
        .operations()
        .forEach(it -> assertThat(table).anyMatch(line -> line.startsWith(it.action() + " ")));
    assertThat(table)
        .anyMatch(line -> line.matches(".*SUCCEEDED .*onSuccess .*publish COMPLETED.*"))
        .anyMatch(line -> line.matches(".*FAILED .*onFailure .*alert COMPLETED.*"))
        .anyMatch(line -> line.matches(".*archive FAILED \\(ArchiveFull\\).*"))
        .anyMatch(line -> line.matches(".*TIMED_OUT .*onFailure .*"))
        .anyMatch(line -> line.matches(".*NOT_FOUND .*onFailure .*"));
    assertThat(run.err()).isEmpty();
  }
}
