package io.github.mediajobs.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.github.mediajobs.api.JobPage;
import io.github.mediajobs.api.ListQuery;
import io.github.mediajobs.job.PackageJob;
import io.github.mediajobs.json.Json;
import io.github.mediajobs.operation.Operations;
import io.github.mediajobs.sweep.Sweep.Due;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SweepTest {
  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
  private static final long DAY = 86_400;

  private final List<Entry> account = new ArrayList<>();

  /** A job of the account. */
  private record Entry(PackageJob job, Instant at) {}

  private final List<Due> due = new ArrayList<>();
  private final List<Instant> others = new ArrayList<>();
  private final List<Integer> shown = new ArrayList<>();
  private final List<ListQuery> asked = new ArrayList<>();

  @ParameterizedTest
  @CsvSource({"0, 5", "0.1, 5", "10, 5"})
  void jobsThatWereSubmittedTogetherTakeAPageForEachHundred(double secondsBetween, int pages) {
    own(500, DAY, secondsBetween);
    sweep();
    assertThat(shown).hasSize(500);
    assertThat(asked).hasSize(pages);
  }

  @Test
  void jobsOfOthersInBetweenCostPages() {
    own(200, DAY, 10);
    others(600, DAY, 10.0 / 3);
    sweep();
    assertThat(shown).hasSize(200);
    assertThat(asked.size()).isBetween(8, 9);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1, 500})
  void whereJobsOfOthersFillThePagesReadsAreCheaper(double secondsBetween) {
    others(5_000, DAY, secondsBetween / 50);
    own(100, DAY, secondsBetween);
    List<Integer> left = sweep();
    assertThat(asked).hasSizeLessThanOrEqualTo(2);
    assertThat(left.size() + shown.size()).isEqualTo(100);
  }

  @Test
  void whereFewOfManyAreDueNoPageIsAskedFor() {
    own(20, DAY, 0);
    others.addAll(Collections.nCopies(5_000, due.get(0).submitted()));
    assertThat(sweep()).hasSize(20);
    assertThat(asked).isEmpty();
  }

  @Test
  void whereSomeOfManyAreDuePagesAreAskedForUntilNoneIsLeft() {
    own(2_000, DAY, 0);
    List<Due> all = List.copyOf(due);
    due.removeIf(it -> it.job() % 10 != 0);
    all.stream().filter(it -> !due.contains(it)).forEach(it -> others.add(it.submitted()));
    assertThat(sweep()).hasSizeLessThan(20);
    assertThat(asked).hasSizeBetween(18, 20);
  }

  @Test
  void timesInWhichNoneWasSubmittedAreLeaptOver() {
    own(200, DAY, 1);
    own(3, 5 * DAY, 1);
    own(200, 60 * DAY, 1);
    others(5_000, 50 * DAY, 600);
    List<Integer> left = sweep();
    assertThat(shown).hasSizeGreaterThan(390);
    assertThat(left.size() + shown.size()).isEqualTo(403);
    assertThat(asked).hasSizeLessThan(10);
    assertThat(asked)
        .allSatisfy(it -> assertThat(it.from()).isAfter(it.to().minusSeconds(30 * DAY)));
  }

  @Test
  void aJobThatNoPageShowsIsLeft() {
    own(150, DAY, 1);
    account.removeIf(it -> it.job().jobId().equals("own-70\n"));
    assertThat(sweep()).containsExactly(70);
  }

  @Test
  void twoJobsWhoseIdsDifferByWhiteSpaceAreNotMistaken() {
    own(20, DAY, 1);
    due.add(new Due(20, due.get(7).jobId() + " ", due.get(7).submitted()));
    assertThat(sweep()).containsExactly(20);
  }

  @Test
  void aJobThatIsAwaitedTwiceIsShownTwice() {
    own(20, DAY, 1);
    due.add(new Due(20, due.get(7).jobId(), due.get(7).submitted()));
    assertThat(sweep()).isEmpty();
    assertThat(shown).contains(7, 20);
  }

  @Test
  void whatIsGivenUpIsLeftAndWhatIsStoppedIsHandedOver() {
    own(150, DAY, 1);
    Sweep stopped = new Sweep(due, others);
    stopped.taken(page(stopped.next().orElseThrow()));
    assertThat(stopped.stop()).hasSize(50);
    assertThat(stopped.left()).isEmpty();
    assertThat(stopped.next()).isEmpty();
    Sweep givenUp = new Sweep(due, others);
    givenUp.taken(page(givenUp.next().orElseThrow()));
    givenUp.giveUp();
    assertThat(givenUp.left()).hasSize(50);
    assertThat(givenUp.next()).isEmpty();
  }

  @Test
  void everyJobIsShownOrLeftOnceAndPagesAnswerForMoreThanTheyCost() {
    Random random = new Random(7);
    for (int round = 0; round < 50; round++) {
      account.clear();
      due.clear();
      shown.clear();
      asked.clear();
      for (int i = 0; i < 1 + random.nextInt(4); i++) {
        long ago = 100_000L + random.nextInt(3_000_000);
        own(1 + random.nextInt(200), ago, random.nextDouble() * random.nextInt(60));
        others(random.nextInt(1_000), ago, random.nextDouble() * 20);
      }
      int missing = random.nextInt(5);
      account.removeIf(it -> random.nextInt(100) < missing);
      List<Integer> all = new ArrayList<>(sweep());
      all.addAll(shown);
      assertThat(all)
          .containsExactlyInAnyOrderElementsOf(IntStream.range(0, due.size()).boxed().toList());
      assertThat(asked.size()).isLessThanOrEqualTo(2 * (shown.size() / Sweep.WORTH) + 2);
    }
  }

  /** Jobs of the batch, the first of them submitted so many seconds ago. */
  private void own(int jobs, long secondsAgo, double secondsBetween) {
    for (int i = 0; i < jobs; i++) {
      Instant at = NOW.minusSeconds(secondsAgo).plusSeconds((long) (i * secondsBetween));
      due.add(new Due(due.size(), "own-" + due.size(), at));
      account.add(job("own-" + (due.size() - 1) + "\n", at));
    }
  }

  private void others(int jobs, long secondsAgo, double secondsBetween) {
    for (int i = 0; i < jobs; i++) {
      account.add(
          job(
              "other-" + account.size(),
              NOW.minusSeconds(secondsAgo).plusSeconds((long) (i * secondsBetween))));
    }
  }

  private static Entry job(String id, Instant submitted) {
    try {
      return new Entry(
          Operations.PACKAGE.decode(
              Json.tree(Map.of("JobId", id, "SubmitTime", submitted.toString(), "Status", "Init"))),
          submitted);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  /** What is left. */
  private List<Integer> sweep() {
    Sweep sweep = new Sweep(due, others);
    List<Integer> left = new ArrayList<>();
    for (Optional<ListQuery> next = sweep.next(); next.isPresent(); next = sweep.next()) {
      asked.add(next.get());
      sweep.taken(page(next.get())).forEach(it -> shown.add(it.job()));
      left.addAll(sweep.left());
    }
    left.addAll(sweep.left());
    return left;
  }

  private JobPage<PackageJob> page(ListQuery query) {
    int start = query.token() == null ? 0 : Integer.parseInt(query.token());
    List<PackageJob> within =
        account.stream()
            .filter(it -> !it.at().isBefore(query.from()) && !it.at().isAfter(query.to()))
            .sorted(Comparator.comparing(Entry::at).reversed())
            .map(Entry::job)
            .toList();
    int end = Math.min(within.size(), start + query.size());
    String next = end < within.size() ? Integer.toString(end) : null;
    return new JobPage<>(within.subList(Math.min(start, end), end), next, "cn-shanghai", "R");
  }
}
