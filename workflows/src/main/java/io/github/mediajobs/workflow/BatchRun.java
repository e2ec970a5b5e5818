package io.github.mediajobs.workflow;

import io.github.mediajobs.failure.FailureType;
import io.github.mediajobs.operation.Catalogue;
import io.github.mediajobs.outcome.JobReference;
import io.github.mediajobs.outcome.OutcomeKind;
import io.github.mediajobs.wire.AwaitMediaJobsActivity;
import io.github.mediajobs.wire.AwaitRequest;
import io.github.mediajobs.wire.BatchCarried;
import io.github.mediajobs.wire.BatchJobs;
import io.github.mediajobs.wire.BatchProgress;
import io.github.mediajobs.wire.BatchRequest;
import io.github.mediajobs.wire.BatchResult;
import io.github.mediajobs.wire.BatchShift;
import io.github.mediajobs.wire.EndedJobs;
import io.github.mediajobs.wire.JobEnd;
import io.github.mediajobs.wire.JobFailure;
import io.github.mediajobs.wire.Progress;
import io.temporal.activity.ActivityOptions;
import io.temporal.common.RetryOptions;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.TemporalFailure;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;

/** One run of a batch: what has ended, and the activity that finds it out. */
final class BatchRun {
  /** The last polls of all jobs come together at the deadline and share the call budget. */
  private static final Duration DEADLINE_SLACK = Duration.ofMinutes(10);

  private final BatchRequest request;
  private final List<JobReference> jobs;
  private final BatchShift shift;
  private final BatchSteps steps;
  private final BitSet ended = new BitSet();
  private final JobEnd[] done;
  private final List<Integer> order = new ArrayList<>();
  private final Map<OutcomeKind, Integer> kinds = new EnumMap<>(OutcomeKind.class);
  private final TreeSet<String> truncated = new TreeSet<>();
  private final CancellationScope polling;
  private ApplicationFailure failure;

  private BatchRun(BatchRequest request, List<JobReference> jobs, BatchShift shift) {
    this.request = request;
    this.jobs = jobs;
    this.shift = shift;
    this.done = new JobEnd[jobs.size()];
    this.steps = new BatchSteps(request, this::done);
    this.polling = Workflow.newCancellationScope(this::poll);
  }

  /**
   * A run that has not begun.
   *
   * @throws io.github.mediajobs.failure.InvalidRequestException when a job cannot be awaited
   */
  static BatchRun of(
      BatchRequest request,
      Catalogue catalogue,
      String region,
      Instant startedAt,
      Optional<BatchCarried> carried) {
    List<JobReference> jobs = BatchJobs.of(request, catalogue, region);
    BitSet before = new BitSet();
    carried.ifPresent(it -> it.indexes().forEach(before::set));
    Instant deadlineAt =
        startedAt.plus(
            Objects.requireNonNullElse(request.deadline(), AwaitRequest.DEFAULT_DEADLINE));
    BatchShift shift =
        new BatchShift(
            request.in(region),
            startedAt,
            deadlineAt,
            carried.isPresent() ? BatchShift.bits(before) : null);
    BatchRun run = new BatchRun(request, jobs, shift);
    carried.ifPresent(run::take);
    return run;
  }

  private void take(BatchCarried carried) {
    for (int i = 0; i < carried.indexes().size(); i++) {
      int job = carried.indexes().get(i);
      ended.set(job);
      done(job, carried.done().outcomes().get(i).named(jobs.get(job)));
    }
    if (carried.done().truncated() != null) {
      truncated.addAll(carried.done().truncated());
    }
  }

  void start() {
    if (!allEnded()) {
      polling.run();
    }
  }

  private void poll() {
    Workflow.newUntypedActivityStub(options())
        .executeAsync(AwaitMediaJobsActivity.TYPE, EndedJobs.class, shift)
        .handle(
            (last, problem) -> {
              if (problem == null) {
                ended(last);
              } else {
                pollingFailed(problem);
              }
              return null;
            });
  }

  private ActivityOptions options() {
    Duration left =
        Duration.between(Instant.ofEpochMilli(Workflow.currentTimeMillis()), shift.deadlineAt());
    return ActivityOptions.newBuilder()
        .setStartToCloseTimeout(AwaitMediaJobsActivity.START_TO_CLOSE)
        .setHeartbeatTimeout(AwaitMediaJobsActivity.HEARTBEAT)
        .setScheduleToCloseTimeout((left.isNegative() ? Duration.ZERO : left).plus(DEADLINE_SLACK))
        .setRetryOptions(
            RetryOptions.newBuilder()
                .setInitialInterval(Duration.ofSeconds(1))
                .setBackoffCoefficient(1)
                .build())
        .setSummary(jobs.size() + " jobs")
        .build();
  }

  /** Takes ends; those of jobs that ended before change nothing. */
  void ended(EndedJobs news) {
    for (int i = 0; i < news.indexes().size(); i++) {
      int job = news.indexes().get(i);
      if (job >= 0 && job < jobs.size() && !ended.get(job)) {
        ended.set(job);
        steps.follow(job, news.ends().get(i).named(jobs.get(job)));
      }
    }
    show();
  }

  /** Out of time: what was not found out is not claimed. A refused input fails the run. */
  private void pollingFailed(RuntimeException problem) {
    for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
      if (cause instanceof ApplicationFailure it
          && FailureType.INVALID_REQUEST.wireName().equals(it.getType())) {
        failure = it;
        return;
      }
    }
    if (polling.isCancelRequested()) {
      return;
    }
    JobFailure none =
        new JobFailure(
            FailureType.SERVICE_UNAVAILABLE.wireName(),
            "polling ended before the job did, with the deadline at %s: %s; is a worker running on the task queue?"
                .formatted(shift.deadlineAt(), last(problem)),
            null,
            null,
            null);
    for (int job = ended.nextClearBit(0); job < jobs.size(); job = ended.nextClearBit(job + 1)) {
      ended.set(job);
      steps.follow(job, JobEnd.unknown(jobs.get(job), 0, none));
    }
  }

  private static String last(RuntimeException problem) {
    Throwable cause = problem.getCause() == null ? problem : problem.getCause();
    return cause instanceof TemporalFailure it && it.getOriginalMessage() != null
        ? it.getOriginalMessage()
        : String.valueOf(cause.getMessage());
  }

  private void done(int job, JobEnd end) {
    done[job] = Boolean.TRUE.equals(request.includeJobs()) ? end : end.withJob(null, null);
    order.add(job);
    end.kind().ifPresent(kind -> kinds.merge(kind, 1, Integer::sum));
    show();
  }

  private boolean allEnded() {
    return ended.cardinality() == jobs.size();
  }

  boolean isDone() {
    return failure != null || order.size() == jobs.size();
  }

  Optional<ApplicationFailure> failure() {
    return Optional.ofNullable(failure);
  }

  boolean hasSteps() {
    return request.hasSteps();
  }

  /** Begins no more steps and polls no more; the run that continues this one goes on with both. */
  void pause() {
    steps.pause();
    polling.cancel("the run is continued as new");
  }

  /** Whether no step is under way. */
  boolean isQuiet() {
    return steps.isQuiet();
  }

  BatchCarried carried() {
    BatchResult slim = BatchResult.capped(order.stream().map(job -> done[job].unnamed()).toList());
    return new BatchCarried(shift.startedAt(), order, slim);
  }

  BatchResult result() {
    BatchResult result = BatchResult.capped(Arrays.asList(done));
    if (result.truncated() != null) {
      truncated.addAll(result.truncated());
    }
    return new BatchResult(result.outcomes(), truncated.isEmpty() ? null : List.copyOf(truncated));
  }

  /** What is done, in the order in which it came to be. */
  List<JobEnd> done() {
    return order.stream().map(job -> done[job]).toList();
  }

  BatchProgress progress() {
    Progress.Phase phase = allEnded() ? Progress.Phase.STEPS : Progress.Phase.WAITING;
    return new BatchProgress(
        isDone() ? Progress.Phase.DONE : phase,
        jobs.size(),
        order.size(),
        kinds,
        shift.deadlineAt());
  }

  /** Shows the run as it stands in the Temporal UI. */
  void show() {
    int known = kinds.values().stream().mapToInt(Integer::intValue).sum();
    Workflow.setCurrentDetails(
        Summary.batch(progress(), order.size() - known, ended.cardinality() - order.size()));
  }
}
