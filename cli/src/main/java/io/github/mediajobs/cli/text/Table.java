package io.github.mediajobs.cli.text;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Rows in columns.
 *
 * @param rows cells of one line each; every row has as many as the first
 */
public record Table(List<List<String>> rows) {
  private static final String GAP = "  ";

  public Table {
    rows = rows.stream().map(List::copyOf).toList();
  }

  /**
   * The lines of the table.
   *
   * @return a line for each row, columns flush left, no white space at the end
   */
  public List<String> lines() {
    return rows.stream().map(row -> line(row, widths())).toList();
  }

  /**
   * The lines of the table under its first row, which is a header.
   *
   * @return the header, a rule, and a line for each row
   */
  public List<String> linesUnderHeader() {
    List<String> lines = new ArrayList<>(lines());
    lines.add(1, widths().stream().map("-"::repeat).collect(Collectors.joining(GAP)));
    return List.copyOf(lines);
  }

  private List<Integer> widths() {
    int columns = rows.isEmpty() ? 0 : rows.get(0).size();
    return IntStream.range(0, columns)
        .mapToObj(i -> rows.stream().mapToInt(row -> row.get(i).length()).max().orElse(0))
        .toList();
  }

  private static String line(List<String> row, List<Integer> widths) {
    return IntStream.range(0, row.size())
        .mapToObj(i -> row.get(i) + " ".repeat(widths.get(i) - row.get(i).length()))
        .collect(Collectors.joining(GAP))
        .stripTrailing();
  }
}
