package io.github.mediajobs.faults;

import io.github.mediajobs.client.JobHandle;
import io.github.mediajobs.emulator.delivery.Whole;
import io.github.mediajobs.emulator.fault.Fault;
import io.github.mediajobs.emulator.job.JobScript;
import io.github.mediajobs.emulator.traffic.Call;
import io.github.mediajobs.failure.JobStateUnknownException;
import io.github.mediajobs.wire.Outcome;
import io.github.mediajobs.wire.Polling;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/** A wait that a fault hits: the fault first, then the truth. */
final class Play {
  /** From one poll to the next. */
  static final Duration INTERVAL = Duration.ofMinutes(1);

  /** The longest delay, at which refused keys are tried again. */
  static final Duration CEILING = Duration.ofMinutes(5);

  static final String BY_THE_EMULATOR = "by the emulator";
  private static final Polling POLLING =
      new Polling("fixed", INTERVAL, null, null, null, CEILING, 0.0, null, null);

  private final World world;
  private final Cell cell;
  private final JobHandle<Outcome> handle;

  private Play(World world, Cell cell, JobHandle<Outcome> handle) {
    this.world = world;
    this.cell = cell;
    this.handle = handle;
  }

  /**
   * What came of it.
   *
   * @param failures of the attempts, in order
   * @param outcome how the wait ended, or null
   * @param problem why it ended without an outcome, or null
   * @param refusals the Codes that the emulator answered in the vendor's form
   * @param calls how many calls for the job reached the emulator that is there at the end
   */
  record Observed(
      List<ApplicationFailure> failures,
      Outcome outcome,
      JobStateUnknownException problem,
      List<String> refusals,
      long calls) {
    int attempts() {
      return failures.size() + (outcome == null ? 0 : 1);
    }
  }

  /** Starts the wait. No time is skipped before somebody waits for an end. */
  static Play start(World world, Cell cell) {
    FaultRow row = cell.row();
    Duration work = row.midWait() ? INTERVAL.dividedBy(2) : Duration.ZERO;
    JobScript truth =
        JobScript.succeeding(cell.operation(), cell.jobId(), work)
            .with(Answers.TOLD, BY_THE_EMULATOR);
    world.add(truth);
    if (row.midWait() && row.setting() != Setting.TOKEN_EXPIRES) {
      fault(world, cell, Fault.delivery(new Whole()));
    }
    row.faults().apply(cell).forEach(fault -> fault(world, cell, fault));
    return new Play(
        world,
        cell,
        world
            .client()
            .await(cell.operation(), cell.jobId())
            .within(row.expected() instanceof Expected.Lost ? CEILING : Duration.ofHours(24))
            .polling(POLLING)
            .startUntyped());
  }

  /** Waits for the end. One thread at a time in each world: the engine tells no two apart. */
  Observed end() {
    Outcome outcome = null;
    JobStateUnknownException problem = null;
    try {
      outcome = handle.result();
    } catch (JobStateUnknownException e) {
      problem = e;
    }
    return new Observed(
        world.failures().of(handle.workflowId()),
        outcome,
        problem,
        world.emulator().calls().recent().stream()
            .filter(call -> cell.jobId().equals(call.jobId()))
            .map(Call::code)
            .filter(Objects::nonNull)
            .toList(),
        world.emulator().polls(cell.jobId()).total());
  }

  private static void fault(World world, Cell cell, Fault fault) {
    world.emulator().fault(fault.on(cell.operation()).forJob(cell.jobId()));
  }
}
