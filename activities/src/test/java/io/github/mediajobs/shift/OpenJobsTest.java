package io.github.mediajobs.shift;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpenJobsTest {
  private static final BitSet NONE = new BitSet();

  @Test
  void jobsComeInTheOrderInWhichTheyAreDue() {
    OpenJobs jobs = OpenJobs.all(3, NONE, 0);
    assertThat(new int[] {jobs.take(0), jobs.take(0), jobs.take(0), jobs.take(0)})
        .containsExactly(0, 1, 2, -1);
    jobs.again(0, 300, 1, 10);
    jobs.again(1, 100, 1, 10);
    jobs.end(2);
    assertThat(jobs.nextDue()).isEqualTo(100);
    assertThat(jobs.take(99)).isEqualTo(-1);
    assertThat(jobs.take(300)).isEqualTo(1);
    assertThat(jobs.take(300)).isZero();
    assertThat(jobs.open()).isEqualTo(2);
    assertThat(jobs.nextDue()).isEqualTo(OpenJobs.NEVER);
  }

  @Test
  void aHurriedJobIsDueAtOnceAndOneUnderWayOnceMore() {
    OpenJobs jobs = OpenJobs.all(2, NONE, 0);
    assertThat(jobs.take(0)).isZero();
    jobs.hurry(0, 5);
    jobs.again(0, 1_000, 1, 7);
    assertThat(jobs.take(0)).isEqualTo(1);
    jobs.again(1, 1_000, 1, 7);
    assertThat(jobs.take(7)).isZero();
    jobs.again(0, 1_000, 2, 8);
    jobs.hurry(1, 9);
    assertThat(jobs.take(9)).isEqualTo(1);
    jobs.end(1);
    jobs.hurry(1, 10);
    assertThat(jobs.take(999)).isEqualTo(-1);
    assertThat(jobs.take(1_000)).isZero();
    assertThat(jobs.take(9_999)).isEqualTo(-1);
  }

  @Test
  void whatIsPackedComesBackToATenthOfASecondAndIsSmall() {
    Random random = new Random(42);
    OpenJobs jobs = OpenJobs.all(2_500, NONE, 0);
    for (int job = jobs.take(0); job >= 0; job = jobs.take(0)) {
      if (random.nextInt(4) == 0) {
        jobs.end(job);
      } else {
        jobs.again(job, 1 + random.nextInt(2_000_000_000), random.nextInt(300), 0);
      }
    }
    String packed = PackedJobs.pack(jobs, NONE);
    assertThat(packed.length()).isLessThan(20_000);
    OpenJobs back = PackedJobs.unpack(packed, 2_500).orElseThrow();
    assertThat(back.open()).isEqualTo(jobs.open());
    for (int job = 0; job < jobs.size(); job++) {
      assertThat(back.ended(job)).isEqualTo(jobs.ended(job));
      if (!jobs.ended(job)) {
        assertThat(back.polls(job)).isEqualTo(jobs.polls(job));
        assertThat(back.due(job) - jobs.due(job)).isBetween(0L, 99L);
      }
    }
  }

  @Test
  void anEndThatIsNotHandedOnIsPackedAsDue() {
    OpenJobs jobs = OpenJobs.all(2, NONE, 0);
    jobs.take(0);
    jobs.end(0);
    OpenJobs back =
        PackedJobs.unpack(PackedJobs.pack(jobs, BitSet.valueOf(new long[] {1})), 2).orElseThrow();
    assertThat(back.open()).isEqualTo(2);
    assertThat(back.due(0)).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "no base64!", "AAAA", "eJwDAAAAAAE="})
  void whatCannotBeReadIsNothing(String packed) {
    assertThat(PackedJobs.unpack(packed, 2)).isEqualTo(Optional.empty());
  }

  @Test
  void theStateOfAnotherBatchIsNothing() {
    assertThat(PackedJobs.unpack(PackedJobs.pack(OpenJobs.all(2, NONE, 0), NONE), 3)).isEmpty();
  }
}
