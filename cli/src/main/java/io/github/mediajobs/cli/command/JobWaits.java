package io.github.mediajobs.cli.command;

import io.github.mediajobs.cli.watch.Watched;
import io.github.mediajobs.client.AwaitCall;
import io.github.mediajobs.client.BatchCall;
import io.github.mediajobs.client.MediaJobsClient;
import io.github.mediajobs.client.WorkflowIds;
import io.github.mediajobs.failure.InvalidRequestException;
import io.github.mediajobs.job.MediaJob;
import io.github.mediajobs.operation.JobOperation;
import io.github.mediajobs.outcome.JobReference;
import io.github.mediajobs.wire.AwaitRequest;
import io.github.mediajobs.wire.Outcome;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The waits that a command line asks for, checked before anything is called.
 *
 * @param <J> the jobs' record
 * @param operation reads the jobs
 * @param requests one for each job
 */
record JobWaits<J extends MediaJob>(JobOperation<J> operation, List<AwaitRequest> requests) {
  static <J extends MediaJob> JobWaits<J> checked(
      JobOperation<J> operation,
      List<String> jobIds,
      String region,
      String deadline,
      List<String> until) {
    operation.awaitedOr(until);
    Duration within = deadline == null ? AwaitRequest.DEFAULT_DEADLINE : duration(deadline);
    return new JobWaits<>(
        operation,
        jobIds.stream()
            .distinct()
            .map(id -> new AwaitRequest(operation.action(), id, region, within, until, null))
            .toList());
  }

  /** The waits, to be started or joined. */
  List<Watched<Outcome>> startedBy(MediaJobsClient client) {
    return requests.stream()
        .map(it -> new Watched<>(job(it), () -> call(client, it).startUntyped()))
        .toList();
  }

  /** The waits as one batch; a null name is made from the jobs. */
  BatchCall batch(MediaJobsClient client, String name) {
    AwaitRequest first = requests.get(0);
    List<String> ids = requests.stream().map(AwaitRequest::jobId).toList();
    String batch =
        name != null
            ? name
            : JobIds.batchName(operation.action(), first.region(), first.until(), ids);
    BatchCall call =
        client.awaitAll(batch, operation, ids).in(first.region()).within(first.deadline());
    return first.until() == null ? call : call.until(first.until().toArray(String[]::new));
  }

  /** The workflow ids of the waits. */
  Map<JobReference, String> workflowIds() {
    Map<JobReference, String> ids = new LinkedHashMap<>();
    for (AwaitRequest it : requests) {
      ids.put(job(it), WorkflowIds.await(it.region(), operation, it.jobId(), it.until()));
    }
    return ids;
  }

  private AwaitCall<J> call(MediaJobsClient client, AwaitRequest request) {
    AwaitCall<J> call =
        client.await(operation, request.jobId()).in(request.region()).within(request.deadline());
    return request.until() == null ? call : call.until(request.until().toArray(String[]::new));
  }

  private static JobReference job(AwaitRequest request) {
    return new JobReference(request.operation(), request.jobId(), request.region());
  }

  private static Duration duration(String text) {
    try {
      return Objects.requireNonNull(Duration.parse(text));
    } catch (DateTimeException e) {
      throw new InvalidRequestException(
          "deadline", "expected an ISO-8601 duration such as PT6H, got \"" + text + "\"");
    }
  }
}
