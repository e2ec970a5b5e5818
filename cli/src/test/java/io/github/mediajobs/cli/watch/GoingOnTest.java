package io.github.mediajobs.cli.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mediajobs.cli.exit.ExitCode;
import io.github.mediajobs.cli.exit.Problem;
import io.github.mediajobs.outcome.JobReference;
import io.github.mediajobs.outcome.OutcomeKind;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which waits are said to go on. */
class GoingOnTest {
  private static final JobReference ONE = new JobReference("GetPackageJob", "one", "cn-shanghai");
  private static final JobReference TWO = new JobReference("GetPackageJob", "two", "cn-shanghai");

  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final GoingOn goingOn =
      new GoingOn(new QuietReport(new PrintStream(err, true, StandardCharsets.UTF_8)));

  @Test
  void aWaitGoesOnOnceItWasStarted() {
    assertThat(goingOn.jobs()).isEmpty();
    goingOn.started(TWO);
    assertThat(goingOn.jobs()).containsExactly(TWO);
    goingOn.started(ONE);
    assertThat(goingOn.jobs()).containsExactly(TWO, ONE);
  }

  @ParameterizedTest
  @EnumSource
  void andNoMoreOnceItEnded(OutcomeKind kind) {
    goingOn.started(ONE);
    goingOn.started(TWO);
    goingOn.ended(new Ending(ONE, kind, null, null, null, 1), Duration.ZERO);
    assertThat(goingOn.jobs()).containsExactly(TWO);
  }

  @Test
  void norOnceItFailedOrWhenItWasRefused() {
    goingOn.started(ONE);
    Problem problem = new Problem(ExitCode.NOT_FOUND_OUT, "why");
    goingOn.notFoundOut(ONE, problem);
    goingOn.notFoundOut(TWO, problem);
    assertThat(goingOn.jobs()).isEmpty();
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("one", "two", "why");
  }
}
