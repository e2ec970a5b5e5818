package io.github.mediajobs.planning;

/**
 * The dynamic programme: from time g(i), where the share S(i) of jobs is still going, the best next
 * poll j minimises S(i) (c + g(j) - g(i)) + V(j). The candidates are lines over S with slope g(j)
 * and height V(j); as i goes back in time slopes fall and queries rise, so that each line enters
 * and leaves the lower envelope once.
 */
final class LowerEnvelope {
  private final double[] grid;
  private final double[] surviving;
  private final double secondsPerPoll;
  private final double[] cost;

  LowerEnvelope(double[] grid, double[] surviving, double secondsPerPoll) {
    this.grid = grid;
    this.surviving = surviving;
    this.secondsPerPoll = secondsPerPoll;
    this.cost = new double[grid.length];
  }

  /** For each grid time the index of the next poll; the last one's is its own. */
  int[] next() {
    int last = grid.length - 1;
    int[] next = new int[grid.length];
    next[last] = last;
    int[] lines = new int[grid.length];
    int first = 0;
    int end = 0;
    for (int i = last - 1; i >= 0; i--) {
      while (end - first >= 2 && hidden(lines[end - 2], lines[end - 1], i + 1)) {
        end--;
      }
      lines[end++] = i + 1;
      double share = surviving[i];
      while (end - first >= 2 && at(lines[first + 1], share) <= at(lines[first], share)) {
        first++;
      }
      next[i] = lines[first];
      cost[i] = share * (secondsPerPoll - grid[i]) + at(next[i], share);
    }
    return next;
  }

  private double at(int line, double share) {
    return grid[line] * share + cost[line];
  }

  /** Whether the middle one of three lines, in order of falling slopes, is nowhere the lowest. */
  private boolean hidden(int before, int middle, int after) {
    return (cost[after] - cost[before]) * (grid[before] - grid[middle])
        <= (cost[middle] - cost[before]) * (grid[before] - grid[after]);
  }
}
