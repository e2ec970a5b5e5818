package io.github.mediajobs.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mediajobs.job.PackageJob;
import io.github.mediajobs.operation.Operations;
import io.github.mediajobs.outcome.JobOutcome;
import io.github.mediajobs.outcome.OutcomeKind;
import io.github.mediajobs.wire.Outcome;
import io.github.mediajobs.wire.StepResult;
import io.github.mediajobs.wire.StepStatus;
import java.util.List;
import org.junit.jupiter.api.Test;

class PipelineResultTest {
  private static final StepResult DONE =
      new StepResult("publish", StepStatus.COMPLETED, null, null);
  private static final StepResult FAILED = new StepResult("archive", StepStatus.FAILED, null, null);

  private static PipelineResult<PackageJob> result(StepResult... steps) {
    JobOutcome<PackageJob> outcome =
        new Outcome(
                OutcomeKind.NOT_FOUND,
                Operations.PACKAGE.action(),
                "j",
                "cn-shanghai",
                null,
                null,
                null,
                null,
                1,
                null,
                null,
                null)
            .typed(Operations.PACKAGE);
    return new PipelineResult<>(outcome, List.of(steps));
  }

  @Test
  void aStepIsFoundByItsName() {
    assertThat(result(DONE, FAILED).step("archive")).contains(FAILED);
    assertThat(result(DONE, FAILED).step("publish")).contains(DONE);
    assertThat(result(DONE).step("archive")).isEmpty();
  }

  @Test
  void allStepsCompletedWhenNoneFailed() {
    assertThat(result(DONE, DONE).allStepsCompleted()).isTrue();
    assertThat(result().allStepsCompleted()).isTrue();
    assertThat(result(DONE, FAILED).allStepsCompleted()).isFalse();
  }
}
