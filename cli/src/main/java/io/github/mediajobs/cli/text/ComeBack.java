package io.github.mediajobs.cli.text;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What is said when someone leaves waits that go on. */
public final class ComeBack {
  private static final int IDS = 20;

  private ComeBack() {}

  /**
   * How to come back.
   *
   * @param arguments the words after {@code mediajobs}
   * @param workflowIds of the waits that go on
   * @return lines that name the command and at most 20 of the workflows; none when no wait goes on
   */
  public static List<String> lines(List<String> arguments, List<String> workflowIds) {
    if (workflowIds.isEmpty()) {
      return List.of();
    }
    List<String> words = Stream.concat(Stream.of("mediajobs"), arguments.stream()).toList();
    List<String> lines = new ArrayList<>();
    lines.add(
        workflowIds.size() == 1
            ? "The wait goes on, on the Temporal service. Come back to it with:"
            : "%d waits go on, on the Temporal service. Come back to them with:"
                .formatted(workflowIds.size()));
    lines.add("  " + Line.command(words));
    lines.add(workflowIds.size() == 1 ? "Its workflow id:" : "Their workflow ids:");
    workflowIds.stream().limit(IDS).forEach(id -> lines.add("  " + Line.of(id)));
    if (workflowIds.size() > IDS) {
      lines.add("  and %d more".formatted(workflowIds.size() - IDS));
    }
    return List.copyOf(lines);
  }
}
