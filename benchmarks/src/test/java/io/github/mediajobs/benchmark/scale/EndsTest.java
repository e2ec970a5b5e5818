package io.github.mediajobs.benchmark.scale;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mediajobs.operation.Catalogue;
import io.github.mediajobs.outcome.JobReference;
import io.github.mediajobs.outcome.OutcomeKind;
import io.github.mediajobs.wire.JobEnd;
import io.github.mediajobs.wire.JobFailure;
import io.github.mediajobs.wire.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;

class EndsTest {
  private final List<Job> jobs = Job.all(new Effort(5_000, 5, 200));
  private final Ends ends = new Ends(jobs);

  @Test
  void allOperationsAndEndsArePartOfARun() {
    assertThat(jobs).extracting(Job::id).doesNotHaveDuplicates();
    assertThat(jobs).extracting(Job::operation).containsAll(Catalogue.standard().operations());
    assertThat(jobs)
        .extracting(Job::end)
        .contains(OutcomeKind.SUCCEEDED, OutcomeKind.FAILED, OutcomeKind.NOT_FOUND);
    assertThat(Job.all(new Effort(5_000, 5, 200))).isEqualTo(jobs);
  }

  @Test
  void onlyWhatWasToComeAndCameOnceIsRight() {
    ends.add(end(jobs.get(0), jobs.get(0).end()));
    ends.add(end(jobs.get(0), jobs.get(0).end()));
    ends.add(end(jobs.get(1), OutcomeKind.TIMED_OUT));
    ends.add(
        JobEnd.unknown(
            new JobReference(jobs.get(2).operation().action(), jobs.get(2).id(), null),
            1,
            new JobFailure("Throttled", "no answer", null, null, null)));
    assertThat(ends.right()).isEqualTo(1);
    assertThat(ends.wrong()).isEqualTo(3);
    assertThat(ends.heard()).isEqualTo(3);
  }

  private static JobEnd end(Job job, OutcomeKind kind) {
    return JobEnd.of(
        new Outcome(
            kind,
            job.operation().action(),
            job.id(),
            null,
            null,
            null,
            null,
            null,
            1,
            null,
            null,
            null));
  }
}
