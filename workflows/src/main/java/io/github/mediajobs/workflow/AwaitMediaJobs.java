package io.github.mediajobs.workflow;

import io.github.mediajobs.failure.InvalidRequestException;
import io.github.mediajobs.operation.Catalogue;
import io.github.mediajobs.wire.AwaitMediaJobsWorkflow;
import io.github.mediajobs.wire.BatchCarried;
import io.github.mediajobs.wire.BatchPage;
import io.github.mediajobs.wire.BatchProgress;
import io.github.mediajobs.wire.BatchRequest;
import io.github.mediajobs.wire.BatchResult;
import io.github.mediajobs.wire.EndedJobs;
import io.github.mediajobs.wire.Progress;
import io.github.mediajobs.wire.WireInput;
import io.temporal.common.converter.RawValue;
import io.temporal.failure.ApplicationFailure;
import io.temporal.workflow.Workflow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Waits for many jobs with one activity, and runs the steps of each as it ends. */
public final class AwaitMediaJobs implements AwaitMediaJobsWorkflow {
  private final Catalogue catalogue;
  private final String region;
  private final BooleanSupplier historyIsLong;
  private final List<EndedJobs> early = new ArrayList<>();
  private BatchRun run;

  /**
   * Gathers what the workflow needs.
   *
   * @param catalogue the operations that may be named
   * @param region where jobs live whose request names no region
   */
  public AwaitMediaJobs(Catalogue catalogue, String region) {
    this(catalogue, region, () -> Workflow.getInfo().isContinueAsNewSuggested());
  }

  /** The condition is asked in the workflow, and must answer alike in a replay. */
  AwaitMediaJobs(Catalogue catalogue, String region, BooleanSupplier historyIsLong) {
    this.catalogue = catalogue;
    this.region = region;
    this.historyIsLong = historyIsLong;
  }

  @Override
  public BatchResult await(RawValue argument, RawValue carriedArgument) {
    Optional<BatchCarried> carried =
        carriedArgument == null
            ? Optional.empty()
            : Optional.of(WireInput.read(carriedArgument, BatchCarried::read));
    Instant startedAt =
        carried
            .map(BatchCarried::startedAt)
            .orElseGet(
                () -> Instant.ofEpochMilli(Workflow.getInfo().getRunStartedTimestampMillis()));
    BatchRequest request = WireInput.read(argument, BatchRequest::read);
    run =
        WireInput.read(argument, it -> BatchRun.of(request, catalogue, region, startedAt, carried));
    run.show();
    run.start();
    early.forEach(run::ended);
    early.clear();
    Workflow.await(() -> run.isDone() || continues());
    if (!run.isDone()) {
      run.pause();
      Workflow.await(run::isQuiet);
      if (!run.isDone()) {
        Workflow.continueAsNew(request, run.carried());
      }
    }
    run.failure().ifPresent(AwaitMediaJobs::fail);
    return run.result();
  }

  private static void fail(ApplicationFailure failure) {
    throw failure;
  }

  /** Signals alone never fill a history; steps may. */
  private boolean continues() {
    return run.hasSteps() && historyIsLong.getAsBoolean();
  }

  @Override
  public void jobsEnded(RawValue argument) {
    EndedJobs ended;
    try {
      ended = WireInput.read(argument, EndedJobs::read);
    } catch (ApplicationFailure e) {
      // Anyone may send a signal; a wrong one must not end the waits.
      return;
    }
    if (run == null) {
      early.add(ended);
    } else {
      run.ended(ended);
    }
  }

  @Override
  public BatchPage outcomes(RawValue argument) {
    int from;
    try {
      from = WireInput.read(argument, BatchPage.From::read).from();
    } catch (ApplicationFailure e) {
      throw new InvalidRequestException("from", "expected a whole number of at least 0");
    }
    return BatchPage.of(run == null ? List.of() : run.done(), from);
  }

  @Override
  public BatchProgress progress() {
    return run == null
        ? new BatchProgress(Progress.Phase.WAITING, 0, 0, Map.of(), null)
        : run.progress();
  }
}
