package io.github.mediajobs.cli.demo;

import io.github.mediajobs.emulator.Emulator;
import io.github.mediajobs.emulator.fault.Fault;
import io.github.mediajobs.emulator.job.JobScript;
import io.github.mediajobs.operation.JobOperation;
import io.github.mediajobs.outcome.JobReference;
import io.github.mediajobs.wire.Step;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One job of the demo.
 *
 * @param operation reads it
 * @param jobId its id
 * @param life how it lives in the emulator; empty when nobody submitted it
 * @param faults what its reads meet on the way
 * @param deadline how long it is waited for
 * @param onSuccess what follows when it succeeds
 */
record DemoJob(
    JobOperation<?> operation,
    String jobId,
    Optional<JobScript> life,
    List<Fault> faults,
    Duration deadline,
    List<Step> onSuccess) {
  private static final Duration DEADLINE = Duration.ofSeconds(30);
  private static final String REGION = "cn-shanghai";

  static DemoJob succeeding(JobOperation<?> operation, String jobId, int seconds) {
    return new DemoJob(
        operation,
        jobId,
        Optional.of(JobScript.succeeding(operation, jobId, Duration.ofSeconds(seconds))),
        List.of(),
        DEADLINE,
        List.of(DemoSteps.PUBLISH, DemoSteps.NOTIFY));
  }

  static DemoJob failing(
      JobOperation<?> operation, String jobId, int seconds, String code, String message) {
    return succeeding(operation, jobId, seconds)
        .living(JobScript.failing(operation, jobId, Duration.ofSeconds(seconds), code, message));
  }

  DemoJob meeting(Fault fault) {
    return new DemoJob(operation, jobId, life, List.of(fault.forJob(jobId)), deadline, onSuccess);
  }

  DemoJob within(Duration limit) {
    return new DemoJob(operation, jobId, life, faults, limit, onSuccess);
  }

  DemoJob followedBy(Step... steps) {
    return new DemoJob(operation, jobId, life, faults, deadline, List.of(steps));
  }

  DemoJob neverSubmitted() {
    return new DemoJob(operation, jobId, Optional.empty(), faults, deadline, onSuccess);
  }

  void submitTo(Emulator emulator) {
    life.ifPresent(emulator::add);
    faults.forEach(emulator::fault);
  }

  JobReference reference() {
    return new JobReference(operation.action(), jobId, REGION);
  }

  private DemoJob living(JobScript script) {
    return new DemoJob(operation, jobId, Optional.of(script), faults, deadline, onSuccess);
  }
}
