package io.github.mediajobs.benchmark.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mediajobs.operation.Catalogue;
import io.github.mediajobs.outcome.OutcomeKind;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PipelinesTest {
  private static List<Pipeline> all(long seed) {
    return Pipelines.all(Effort.FULL, "http://127.0.0.1:1/done", new SplittableRandom(seed));
  }

  @Test
  void aFullRunHasTwoThousandOfAllOperationsEndsAndWays() {
    List<Pipeline> pipelines = all(1);
    List<Job> jobs = pipelines.stream().flatMap(it -> it.jobs().stream()).toList();
    assertThat(jobs).hasSizeGreaterThanOrEqualTo(2_000).hasSize(Effort.FULL.pipelines());
    assertThat(jobs).extracting(Job::operation).containsAll(Catalogue.standard().operations());
    assertThat(jobs).extracting(Job::end).contains(OutcomeKind.values());
    assertThat(pipelines)
        .hasAtLeastOneElementOfType(Pipeline.Single.class)
        .hasAtLeastOneElementOfType(Pipeline.Shared.class)
        .hasAtLeastOneElementOfType(Pipeline.Batch.class);
    assertThat(pipelines).extracting(Pipeline::workflowId).doesNotHaveDuplicates();
  }

  @Test
  void aSeedIsOneSetOfPipelines() {
    assertThat(all(1)).isEqualTo(all(1)).isNotEqualTo(all(2));
  }
}
