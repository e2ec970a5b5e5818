package io.github.mediajobs.client;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mediajobs.failure.InvalidRequestException;
import io.github.mediajobs.failure.JobStateUnknownException;
import io.github.mediajobs.job.MediaJob;
import io.github.mediajobs.operation.JobOperation;
import io.github.mediajobs.outcome.JobOutcome;
import io.github.mediajobs.wire.AwaitRequest;
import io.github.mediajobs.wire.AwaitTerms;
import io.github.mediajobs.wire.LearntDurations;
import io.github.mediajobs.wire.MediaJobAttributes;
import io.github.mediajobs.wire.Outcome;
import io.github.mediajobs.workflow.MediaJobs;
import io.temporal.client.WorkflowClient;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Awaits media jobs from code outside workflows: starts the ready-made workflows, or joins the run
 * that awaits the same job already.
 *
 * <pre>{@code
 * JobOutcome<PackageJob> outcome =
 *     MediaJobsClient.create(workflowClient).await(PACKAGE, jobId).within(ofHours(6)).outcome();
 * }</pre>
 */
public final class MediaJobsClient {
  /** Where jobs live when nothing is said. */
  public static final String DEFAULT_REGION = "cn-shanghai";

  private static final Pattern BATCH_NAME = Pattern.compile("[A-Za-z0-9._-]{1,128}");

  private final Place place;
  private final String region;

  private MediaJobsClient(Place place, String region) {
    this.place = place;
    this.region = region;
  }

  /**
   * A client for workers on the task queue {@code media-jobs} and jobs in {@code cn-shanghai}.
   *
   * @param client connected to the Temporal service; stays the caller's
   * @return the client
   */
  public static MediaJobsClient create(WorkflowClient client) {
    return new MediaJobsClient(new Place(client, MediaJobs.TASK_QUEUE, false), DEFAULT_REGION);
  }

  /**
   * The same client for another task queue.
   *
   * @param value where workers of this library listen
   * @return a new client
   */
  public MediaJobsClient withTaskQueue(String value) {
    return new MediaJobsClient(new Place(place.client(), value, place.searchable()), region);
  }

  /**
   * The same client whose runs can be searched by {@link MediaJobAttributes}.
   *
   * @param value whether runs are started with the attributes, which the namespace must have; the
   *     service refuses each start otherwise. Off by default
   * @return a new client
   */
  public MediaJobsClient withSearchAttributes(boolean value) {
    return new MediaJobsClient(new Place(place.client(), place.taskQueue(), value), region);
  }

  /**
   * The same client for jobs in another region.
   *
   * @param value such as {@code cn-beijing}
   * @return a new client
   */
  public MediaJobsClient withRegion(String value) {
    return new MediaJobsClient(place, value);
  }

  /**
   * Describes a wait.
   *
   * @param <J> the job's record
   * @param operation reads the job, such as {@code Operations.PACKAGE}
   * @param jobId the job's id
   * @return the wait, not started yet
   */
  public <J extends MediaJob> AwaitCall<J> await(JobOperation<J> operation, String jobId) {
    AwaitTerms terms = AwaitTerms.DEFAULT.in(region).within(AwaitRequest.DEFAULT_DEADLINE);
    return new AwaitCall<>(place, operation, jobId, terms);
  }

  /**
   * Describes waits for any number of jobs, split over runs of at most 2,500.
   *
   * @param name the batch's name, 1 to 128 of {@code [A-Za-z0-9._-]}: the same jobs under the same
   *     name meet the same runs
   * @param operation reads the jobs
   * @param jobIds the jobs' ids; one given twice is waited for once
   * @return the batch, not started yet
   * @throws InvalidRequestException when there is no job, or the name cannot be
   */
  public BatchCall awaitAll(
      String name, JobOperation<? extends MediaJob> operation, Collection<String> jobIds) {
    if (!BATCH_NAME.matcher(name).matches()) {
      throw new InvalidRequestException(
          "batch", "expected 1 to 128 of [A-Za-z0-9._-], got " + name);
    }
    if (jobIds.isEmpty()) {
      throw new InvalidRequestException("jobIds", "empty; name a job");
    }
    AwaitTerms terms = AwaitTerms.DEFAULT.in(region).within(AwaitRequest.DEFAULT_DEADLINE);
    return new BatchCall(place, name, operation, jobIds, terms, List.of(), List.of());
  }

  /**
   * Comes back to a wait that was started before.
   *
   * @param <J> the job's record
   * @param operation reads the job
   * @param workflowId the run's id, see {@link WorkflowIds}
   * @return a handle on the run; it waits as long as the run does
   */
  public <J extends MediaJob> JobHandle<JobOutcome<J>> handle(
      JobOperation<J> operation, String workflowId) {
    return new JobHandle<>(
        place.client(),
        workflowId,
        new Run<>(Outcome.class, it -> it.typed(operation), null),
        OwnDeadline.NONE);
  }

  /**
   * Comes back to a run of whatever kind that was started before: a wait, a pipeline or a batch.
   *
   * @param workflowId the run's id, see {@link WorkflowIds}
   * @return a handle on the run; it ends with the result as it stands on the wire
   */
  public JobHandle<JsonNode> handle(String workflowId) {
    return new JobHandle<>(
        place.client(), workflowId, new Run<>(JsonNode.class, it -> it, null), OwnDeadline.NONE);
  }

  /**
   * Looks at a run, if there is one: one call, no worker, no history event.
   *
   * @param workflowId the run's id, see {@link WorkflowIds}
   * @return what the last poll saw, and when the next is due; empty when the namespace has no such
   *     run, or keeps it no longer
   * @throws JobStateUnknownException when the Temporal service does not answer
   */
  public Optional<WaitDescription> describe(String workflowId) {
    return new Describe(place.client()).find(workflowId);
  }

  /**
   * Finds runs of the ready-made workflows: the waits, pipelines and batches that go on, unless the
   * search says otherwise.
   *
   * @return a search of the whole namespace, not asked yet
   */
  public RunSearch runs() {
    return new RunSearch(place.client());
  }

  /**
   * Asks what a worker learnt of how long jobs take: whichever worker takes the question, since
   * each learns by itself.
   *
   * @param operation reads the jobs
   * @return what it learnt
   * @throws JobStateUnknownException when no worker answers within 5 s
   */
  public LearntDurations learnt(JobOperation<?> operation) {
    return LearntQuestion.answered(place.client(), place.taskQueue(), operation.action());
  }
}
