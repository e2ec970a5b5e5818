package io.github.mediajobs.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mediajobs.outcome.OutcomeKind;
import io.github.mediajobs.wire.AwaitAttempt;
import io.github.mediajobs.wire.BatchProgress;
import io.github.mediajobs.wire.Outcome;
import io.github.mediajobs.wire.Progress;
import io.github.mediajobs.wire.StepFailure;
import io.github.mediajobs.wire.StepResult;
import io.github.mediajobs.wire.StepStatus;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.CanceledFailure;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SummaryTest {
  private static AwaitAttempt attempt(List<String> until) {
    return new AwaitAttempt("GetPackageJob", "job-1", "cn-shanghai", Instant.EPOCH, until, null);
  }

  private static Outcome outcome(OutcomeKind kind, String status, String code, String message) {
    return new Outcome(
        kind,
        "GetPackageJob",
        "job-1",
        "cn-shanghai",
        status,
        null,
        code,
        message,
        7,
        Instant.EPOCH,
        Instant.EPOCH.plusSeconds(90),
        null);
  }

  @Test
  void aWaitTellsWhatItIsForAndUntilWhenAndWhereItsStatusStands() {
    assertThat(Summary.waiting(attempt(null)))
        .isEqualTo(
            """
            Waiting for **GetPackageJob** `job-1` in cn-shanghai until 1970-01-01T00:00:00Z.

            - Status, progress and the next poll: *Pending Activities*, last failure.""");
    assertThat(Summary.waiting(attempt(List.of("Init", "Processing"))))
        .contains("\n- It ends at `Init` or `Processing`.\n");
  }

  @Test
  void aWaitThatIsOverTellsHowItEnded() {
    assertThat(Summary.ended(outcome(OutcomeKind.SUCCEEDED, "Success", null, null)))
        .isEqualTo(
            """
            **SUCCEEDED**: **GetPackageJob** `job-1` in cn-shanghai, status `Success` after 7 polls

            - Submitted 1970-01-01T00:00:00Z
            - Finished 1970-01-01T00:01:30Z""");
    assertThat(Summary.ended(outcome(OutcomeKind.FAILED, "Failed", "InvalidFile", "not a video")))
        .contains("\n\n- `InvalidFile`: `not a video`\n");
    assertThat(Summary.ended(outcome(OutcomeKind.NOT_FOUND, null, null, null)))
        .contains("status never seen after 7 polls");
  }

  @Test
  void whatTheApiSaysNeitherFormatsNorLinks() {
    String message = "see [here](https://example.com) `or`\nthere";
    assertThat(Summary.ended(outcome(OutcomeKind.FAILED, "Failed", null, message)))
        .contains("\n- `see [here](https://example.com) 'or' there`\n");
  }

  @Test
  void aWaitThatFoundNothingOutTellsWhy() {
    assertThat(
            Summary.stopped(
                attempt(null), ApplicationFailure.newFailure("no such key", "CredentialsInvalid")))
        .isEqualTo(
            "**Not found out**: the state of **GetPackageJob** `job-1` in cn-shanghai.\n\n- `no such key`");
    assertThat(
            Summary.stopped(
                attempt(null), ApplicationFailure.newFailure(null, "ServiceUnavailable")))
        .endsWith("- `no message`");
    assertThat(Summary.stopped(attempt(null), new CanceledFailure("by hand")))
        .startsWith("**Cancelled**");
  }

  @Test
  void aPipelineTellsHowItsStepsStand() {
    StepResult failed =
        new StepResult("b", StepStatus.FAILED, null, new StepFailure("Busy", "come back later"));
    assertThat(
            Summary.ended(
                outcome(OutcomeKind.SUCCEEDED, "Success", null, null),
                List.of("a", "b", "c"),
                List.of(failed, new StepResult("a", StepStatus.COMPLETED, null, null))))
        .endsWith(
            """


            **Steps**: 2 of 3 have ended.

            - `a` **COMPLETED**
            - `b` **FAILED**: `come back later`
            - `c` running""");
  }

  @Test
  void aBatchShowsABarAndTheCounts() {
    Map<OutcomeKind, Integer> kinds = Map.of(OutcomeKind.FAILED, 1, OutcomeKind.SUCCEEDED, 3);
    assertThat(
            Summary.batch(
                new BatchProgress(Progress.Phase.WAITING, 10, 5, kinds, Instant.EPOCH), 1, 2))
        .isEqualTo(
            """
            `██████████░░░░░░░░░░` 5 of 10 jobs are done

            - SUCCEEDED 3, FAILED 1, not found out 1
            - 2 more have ended, and their steps go on.
            - The others are awaited until 1970-01-01T00:00:00Z.
            - The next poll: *Pending Activities*, last failure.""");
    assertThat(
            Summary.batch(new BatchProgress(Progress.Phase.DONE, 4, 4, kinds, Instant.EPOCH), 0, 0))
        .isEqualTo("`████████████████████` 4 of 4 jobs are done\n\n- SUCCEEDED 3, FAILED 1");
  }
}
