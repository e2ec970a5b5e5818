package io.github.mediajobs.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mediajobs.outcome.OutcomeKind;
import io.github.mediajobs.wire.AwaitAttempt;
import io.github.mediajobs.wire.Outcome;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SummaryTest {
  @Test
  void aWaitTellsWhatItIsForAndUntilWhen() {
    assertThat(
            Summary.waiting(
                new AwaitAttempt(
                    "GetPackageJob", "job-1", "cn-shanghai", Instant.EPOCH, null, null)))
        .startsWith(
            "Waiting for **GetPackageJob** `job-1` in cn-shanghai until 1970-01-01T00:00:00Z.");
  }

  @ParameterizedTest
  @CsvSource({"Success, Success", ", never seen"})
  void aWaitThatIsOverTellsHowItEnded(String status, String shown) {
    Outcome outcome =
        new Outcome(
            OutcomeKind.SUCCEEDED,
            "GetPackageJob",
            "job-1",
            "cn-shanghai",
            status,
            null,
            null,
            null,
            7,
            null,
            null,
            null);
    assertThat(Summary.ended(outcome))
        .isEqualTo(
            "**SUCCEEDED**: GetPackageJob `job-1` in cn-shanghai, status %s after 7 polls"
                .formatted(shown));
  }
}
