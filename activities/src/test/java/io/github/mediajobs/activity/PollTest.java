package io.github.mediajobs.activity;

import static io.github.mediajobs.activity.TestActivities.NOW;
import static io.github.mediajobs.operation.Operations.IPRODUCTION;
import static io.github.mediajobs.operation.Operations.PACKAGE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.uber.m3.tally.RootScopeBuilder;
import com.uber.m3.tally.Scope;
import io.github.mediajobs.api.JobRead;
import io.github.mediajobs.api.SettableClock;
import io.github.mediajobs.job.MediaJob;
import io.github.mediajobs.learning.Learner;
import io.github.mediajobs.operation.JobOperation;
import io.github.mediajobs.outcome.JobReference;
import io.github.mediajobs.planning.PastDuration;
import io.github.mediajobs.wire.Polling;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a read means, and what is learnt and counted of it. */
class PollTest {
  private static final String DELAY = "mediajobs_detection_delay";

  private final SettableClock clock = new SettableClock(NOW.plusSeconds(90));
  private final Counters counters = new Counters();
  private final Scope metrics =
      new RootScopeBuilder().reporter(counters).reportEvery(com.uber.m3.util.Duration.ofHours(1));
  private final Learner learner = new Learner(clock);
  // Reads are given to it.
  private final Poll poll = new Poll(null, clock, () -> 0.5, learner);

  @AfterEach
  void close() throws Exception {
    metrics.close();
  }

  private static Attempt attempt(JobOperation<?> operation, Set<String> until, int polls) {
    return new Attempt(
        operation,
        new JobReference(operation.action(), "job-1", "cn-shanghai"),
        until,
        Polling.DEFAULT.policy(),
        NOW,
        NOW.plus(Duration.ofHours(1)),
        polls);
  }

  private static Attempt attempt(JobOperation<?> operation) {
    return attempt(operation, operation.awaited(), 1);
  }

  private static <J extends MediaJob> JobRead<J> read(JobOperation<J> operation, String fields)
      throws Exception {
    ObjectNode job = TestActivities.json("{'JobId':'job-1'," + fields + "}");
    return new JobRead<>(job, operation.decode(job), "cn-shanghai", null);
  }

  private static JobRead<?> packaged(String status, int finishedAfterSeconds) throws Exception {
    return read(
        PACKAGE,
        "'Status':'%s','SubmitTime':'%s','FinishTime':'%s'"
            .formatted(status, NOW, NOW.plusSeconds(finishedAfterSeconds)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Success", "Fail"})
  void anEndIsLearntFromAndCountedHowLateItIsKnown(String status) throws Exception {
    JobRead<?> read = packaged(status, 60);
    poll.seen(attempt(PACKAGE), read, metrics);

    assertThat(learner.durations(PACKAGE, PACKAGE.kindOf(read.job())))
        .extracting(PastDuration::seconds)
        .containsExactly(60.0);
    assertThat(counters.timer(DELAY)).contains(30.0);
    assertThat(counters.tags(DELAY)).containsEntry("operation", "GetPackageJob");
  }

  @Test
  void aJobThatGoesOnIsNeither() throws Exception {
    poll.seen(attempt(PACKAGE), packaged("Init", 60), metrics);

    assertThat(learner.kinds()).isEmpty();
    assertThat(counters.timer(DELAY)).isEmpty();
  }

  @Test
  void anEndToComeIsNotLate() throws Exception {
    poll.seen(attempt(PACKAGE), packaged("Success", 91), metrics);

    assertThat(counters.timer(DELAY)).isEmpty();
  }

  @Test
  void whereTheApiTellsNoTimesTheReadsThemselvesTell() throws Exception {
    poll.seen(
        attempt(IPRODUCTION, IPRODUCTION.awaited(), 1),
        read(IPRODUCTION, "'State':'Analysing'"),
        metrics);
    clock.pass(Duration.ofSeconds(10));
    JobRead<?> ended = read(IPRODUCTION, "'State':'Success'");
    poll.seen(attempt(IPRODUCTION, IPRODUCTION.awaited(), 2), ended, metrics);

    assertThat(learner.durations(IPRODUCTION, IPRODUCTION.kindOf(ended.job()))).hasSize(1);
    assertThat(counters.timer(DELAY)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"Init, true", "Success, false", "Fail, false", "Odd, false"})
  void aListShowsOnlyThatAJobGoesOn(String status, boolean shown) throws Exception {
    MediaJob job = packaged(status, 60).record();

    assertThat(poll.listed(attempt(PACKAGE), job).isPresent()).isEqualTo(shown);
  }

  @Test
  void aListDoesNotEndAWait() throws Exception {
    MediaJob job = packaged("Init", 60).record();

    assertThat(poll.listed(attempt(PACKAGE, Set.of("Init"), 1), job)).isEmpty();
    clock.pass(Duration.ofHours(1));
    assertThat(poll.listed(attempt(PACKAGE), job)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"Init, pending", "Success, succeeded", "Fail, failed"})
  void aPollIsCountedByWhatItCameTo(String status, String result) throws Exception {
    Polled polled = poll.seen(attempt(PACKAGE), packaged(status, 60), metrics);
    PollMetrics.polled(metrics, attempt(PACKAGE), polled);
    metrics.close();

    assertThat(counters.sum("mediajobs_polls")).isEqualTo(1);
    assertThat(counters.tags("mediajobs_polls"))
        .isEqualTo(Map.of("operation", "GetPackageJob", "result", result));
  }

  @Test
  void aReadThatFailedIsCountedToo() {
    assertThat(new Polled.Again(null, Duration.ZERO).result()).isEqualTo("again");
    assertThat(new Polled.Lost(null).result()).isEqualTo("lost");
  }
}
