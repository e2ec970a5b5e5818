package io.github.mediajobs.faults;

import io.github.mediajobs.failure.FailureType;
import io.github.mediajobs.operation.JobOperation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The matrix as a page for people. */
final class MatrixReport {
  private static final String INTRODUCTION =
      """
      # The fault matrix

      %d faults, %d waits: each fault hits a wait for a job of each of the five operations, over real sockets, on Temporal
      in memory with skipped time and against the emulator. This page is written by `worker`'s tests in the package
      `faults`; `FaultMatrixTest` plays and judges every mark, and a test fails when the page is not what the table says.

      What comes of a fault stands beside it. Besides, every wait is asserted to keep four promises:

      1. No outcome that the server did not state: after a failure that is tried again, the next clean answer gives the
         job's true outcome; a wait that ends with a failure has no outcome.
      2. A read ends within the call timeout and reads no more than the largest response allowed, inflated.
      3. A RequestId in the answer, body or header, is in the failure's details and message.
      4. No secret, security token or signature is in message or details.

      Polls are a minute apart here. *Taken*: that very answer decides, here as the outcome after the colon, or as a job
      that is still at work. *Overcome*: the same read finds the truth without a failure. What is sent has HTTP 200 where
      nothing else is said. A dash: the operation has no such field or wrapper.
      """;

  private MatrixReport() {}

  static String of(List<Cell> cells) {
    Map<FaultRow, List<Cell>> rows =
        cells.stream()
            .collect(Collectors.groupingBy(Cell::row, LinkedHashMap::new, Collectors.toList()));
    StringBuilder page = new StringBuilder(INTRODUCTION.formatted(rows.size(), cells.size()));
    for (FaultRow.Family family : FaultRow.Family.values()) {
      page.append("\n## ").append(family.title()).append("\n\n").append(head());
      Map<Line, List<String>> lines = new LinkedHashMap<>();
      rows.forEach(
          (row, hit) -> {
            if (row.family() == family) {
              lines.computeIfAbsent(line(row, hit), line -> new ArrayList<>()).add(row.sent());
            }
          });
      lines.forEach((line, sent) -> page.append(line.with(String.join(", ", sent))));
    }
    return page.toString();
  }

  /** One line for all rows that differ in what is sent only. */
  private record Line(String fault, String outcome, String marks) {
    String with(String sent) {
      return "| %s | %s | %s | %s |\n".formatted(fault, sent, outcome, marks);
    }
  }

  private static String head() {
    String names =
        Matrix.operations().stream().map(JobOperation::alias).collect(Collectors.joining(" | "));
    return "| fault | sent | what comes of it | %s |\n|---|---|---|%s\n"
        .formatted(names, ":-:|".repeat(Matrix.operations().size()));
  }

  private static Line line(FaultRow row, List<Cell> cells) {
    List<JobOperation<?>> hit = cells.stream().<JobOperation<?>>map(Cell::operation).toList();
    String marks =
        Matrix.operations().stream()
            .map(operation -> hit.contains(operation) ? "✓" : "–")
            .collect(Collectors.joining(" | "));
    return new Line(row.fault(), outcome(row.expected()), marks);
  }

  private static String outcome(Expected expected) {
    if (expected instanceof Expected.Retried it) {
      boolean taken = it.failure() == FailureType.JOB_PENDING;
      return "%s`%s`, again after %s"
          .formatted(taken ? "taken: " : "", it.failure().wireName(), time(it.delay()));
    }
    if (expected instanceof Expected.Ended it) {
      return "`%s` ends the wait".formatted(it.failure().wireName());
    }
    if (expected instanceof Expected.Lost it) {
      return "`%s` until the deadline, and ends the wait".formatted(it.failure().wireName());
    }
    if (expected instanceof Expected.Taken it) {
      return "taken: `%s`".formatted(it.outcome());
    }
    return "overcome";
  }

  private static String time(Duration duration) {
    return duration.toString().substring(2).toLowerCase(Locale.ROOT);
  }
}
