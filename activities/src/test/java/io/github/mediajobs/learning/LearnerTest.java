package io.github.mediajobs.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mediajobs.operation.JobKind;
import io.github.mediajobs.operation.JobOperation;
import io.github.mediajobs.operation.Operations;
import io.github.mediajobs.outcome.JobReference;
import io.github.mediajobs.planning.PastDuration;
import io.github.mediajobs.polling.PollSchedule;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LearnerTest {
  private static final Instant START = Instant.parse("2026-01-02T03:04:05Z");
  private static final PollSchedule PLANNED = new PollSchedule.Planned(5);

  private Instant now = START;
  private final Learner learner = new Learner(() -> now);

  private static ObjectNode job(String... fields) {
    ObjectNode job = JsonNodeFactory.instance.objectNode().put("JobId", "j");
    for (int i = 0; i < fields.length; i += 2) {
      job.put(fields[i], fields[i + 1]);
    }
    return job;
  }

  private static JobReference reference(JobOperation<?> operation, String jobId) {
    return new JobReference(operation.action(), jobId, "cn-shanghai");
  }

  private void ended(JobOperation<?> operation, String jobId, ObjectNode job) throws Exception {
    learner.ended(reference(operation, jobId), operation.decode(job), job, now);
  }

  private List<Double> seconds(JobOperation<?> operation, ObjectNode job) {
    return learner.durations(operation, operation.kindOf(job)).stream()
        .map(PastDuration::seconds)
        .toList();
  }

  static Stream<ObjectNode> timed() {
    return Stream.of(
        job("SubmitTime", "2026-01-02T03:00:00Z", "FinishTime", "2026-01-02T03:01:40Z"));
  }

  @ParameterizedTest
  @MethodSource("timed")
  void aJobsOwnTimesAreItsDuration(ObjectNode job) throws Exception {
    ended(Operations.PACKAGE, "j1", job);
    ended(Operations.PACKAGE, "j1", job);
    ended(Operations.PACKAGE, "j2", job);
    assertThat(seconds(Operations.PACKAGE, job)).containsExactly(100.0, 100.0);
  }

  @Test
  void timesThatCannotBeAreLeftOut() throws Exception {
    ObjectNode backwards =
        job("SubmitTime", "2026-01-02T03:00:00Z", "FinishTime", "2022-01-02T03:01:40Z");
    ObjectNode ages =
        job("SubmitTime", "2022-01-02T03:00:00Z", "FinishTime", "2026-01-02T03:01:40Z");
    ended(Operations.PACKAGE, "j1", backwards);
    ended(Operations.PACKAGE, "j2", ages);
    ended(Operations.PACKAGE, "j3", job("SubmitTime", "2026-01-02T03:00:00Z"));
    assertThat(seconds(Operations.PACKAGE, backwards)).isEmpty();
  }

  @Test
  void aJobWithoutTimesEndedBetweenTheLastReadThatFoundItGoingAndTheNext() throws Exception {
    ObjectNode job = job("State", "Queuing", "FunctionName", "Cover");
    JobReference reference = reference(Operations.IPRODUCTION, "j1");
    for (int poll = 1; poll <= 3; poll++) {
      now = START.plusSeconds(20L * poll);
      learner.going(reference, Operations.IPRODUCTION.decode(job), START, poll, now);
    }
    now = START.plusSeconds(80);
    ended(Operations.IPRODUCTION, "j1", job);
    ended(Operations.IPRODUCTION, "j1", job);
    assertThat(seconds(Operations.IPRODUCTION, job)).containsExactly(70.0);
  }

  @Test
  void aJobThatHadEndedAtTheFirstReadOrWasSeenByOthersBeforeTeachesNothing() throws Exception {
    ObjectNode job = job("State", "Queuing", "FunctionName", "Cover");
    ended(Operations.IPRODUCTION, "j1", job);
    learner.going(
        reference(Operations.IPRODUCTION, "j2"), Operations.IPRODUCTION.decode(job), START, 4, now);
    ended(Operations.IPRODUCTION, "j2", job);
    assertThat(seconds(Operations.IPRODUCTION, job)).isEmpty();
  }

  @Test
  void kindsAreLearntApart() {
    JobKind one = Operations.PACKAGE.kindOf(job("PipelineId", "p1"));
    JobKind other = Operations.PACKAGE.kindOf(job("PipelineId", "p2 \n"));
    learner.learn(Operations.PACKAGE, one, "j1", 10);
    learner.learn(Operations.PACKAGE, other, "j1", 20);
    assertThat(learner.durations(Operations.PACKAGE, one)).hasSize(1);
    assertThat(learner.kinds()).containsExactly(other, one);
    assertThat(one).hasToString("GetPackageJob with PipelineId=p1");
    assertThat(other.variant()).isEqualTo("PipelineId=p2");
  }

  @Test
  void theLastTwoHundredOfAKindAreKeptAndTheLastHundredWeighTwiceAsMuch() {
    JobKind kind = Operations.PACKAGE.kindOf(job());
    for (int i = 1; i <= 1_000; i++) {
      learner.learn(Operations.PACKAGE, kind, "j" + i, i);
    }
    List<PastDuration> past = learner.durations(Operations.PACKAGE, kind);
    assertThat(past).hasSize(200);
    assertThat(past.get(0).seconds()).isEqualTo(801);
    assertThat(past.get(199).weight() / past.get(99).weight()).isCloseTo(2, within(1e-9));
  }

  @Test
  void aDriftIsFollowed() {
    teach(0, 200, 60);
    assertThat(planned(0)).isBetween(50.0, 75.0);
    teach(200, 200, 600);
    now = now.plusSeconds(2);
    assertThat(planned(0)).isGreaterThan(400);
  }

  @Test
  void aPlanIsMadeAnewForWhatWasLearntSince() {
    double before = planned(0);
    teach(0, 30, 300);
    assertThat(planned(0)).as("within a second").isEqualTo(before);
    now = now.plusSeconds(1);
    assertThat(planned(0)).isBetween(200.0, 350.0);
  }

  @Test
  void onlyPlannedWaitsForJobsThatEndArePlanned() {
    assertThat(learner.plan(PLANNED, Operations.LIVE_SNAPSHOT, job())).isEmpty();
    assertThat(
            learner.plan(new PollSchedule.Fixed(Duration.ofSeconds(5)), Operations.PACKAGE, job()))
        .isEmpty();
    assertThat(learner.kinds()).isEmpty();
  }

  @Test
  void kindsWithoutEndDoNotFillTheMemory() {
    IntStream.range(0, 5_000)
        .forEach(
            i ->
                learner.learn(
                    Operations.PACKAGE,
                    Operations.PACKAGE.kindOf(job("PipelineId", "p" + i)),
                    "j",
                    10));
    assertThat(learner.kinds()).hasSize(500);
  }

  private void teach(int from, int jobs, double median) {
    JobKind kind = Operations.PACKAGE.kindOf(job());
    for (int i = 0; i < jobs; i++) {
      double seconds = median * (0.9 + 0.2 * i / jobs);
      learner.learn(Operations.PACKAGE, kind, "j" + (from + i), seconds);
    }
  }

  private double planned(double elapsed) {
    return learner.plan(PLANNED, Operations.PACKAGE, job()).orElseThrow().after(elapsed);
  }
}
