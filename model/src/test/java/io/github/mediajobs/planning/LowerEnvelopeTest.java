package io.github.mediajobs.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LowerEnvelopeTest {
  static java.util.stream.IntStream seeds() {
    return java.util.stream.IntStream.range(0, 200);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void noOtherScheduleOnASmallGridCostsLess(int seed) {
    Random random = new Random(seed);
    int size = 3 + random.nextInt(10);
    double[] grid = rising(random, size);
    double[] surviving = falling(random, size);
    double secondsPerPoll = Math.exp(random.nextGaussian() * 2);

    int[] next = new LowerEnvelope(grid, surviving, secondsPerPoll).next();

    for (int from = 0; from < size; from++) {
      double cost = 0;
      for (int i = from; next[i] != i; i = next[i]) {
        assertThat(next[i]).isGreaterThan(i);
        cost += (secondsPerPoll + grid[next[i]] - grid[i]) * surviving[i];
      }
      double least = leastOfAll(grid, surviving, secondsPerPoll, from);
      assertThat(cost).isCloseTo(least, within(1e-9 * (1 + least)));
    }
  }

  /** Tries every set of grid times between one and the last. */
  private static double leastOfAll(
      double[] grid, double[] surviving, double secondsPerPoll, int from) {
    int last = grid.length - 1;
    int between = Math.max(0, last - from - 1);
    double least = from == last ? 0 : Double.POSITIVE_INFINITY;
    for (int set = 0; set < 1 << between && from < last; set++) {
      double cost = 0;
      int at = from;
      for (int i = from + 1; i <= last; i++) {
        if (i == last || (set >> (i - from - 1) & 1) == 1) {
          cost += (secondsPerPoll + grid[i] - grid[at]) * surviving[at];
          at = i;
        }
      }
      least = Math.min(least, cost);
    }
    return least;
  }

  private static double[] rising(Random random, int size) {
    double[] grid = random.doubles(size, 0, 100).sorted().toArray();
    grid[0] = 0;
    return grid;
  }

  /** Steps, flat parts and a last share of zero among them. */
  private static double[] falling(Random random, int size) {
    double[] rising =
        random.doubles(size, 0, 1).map(it -> it < 0.2 ? 0 : it > 0.8 ? 1 : it).sorted().toArray();
    double[] falling = new double[size];
    Arrays.setAll(falling, i -> rising[size - 1 - i]);
    falling[0] = 1;
    return falling;
  }
}
