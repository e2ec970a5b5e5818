package io.github.mediajobs.client;

import io.github.mediajobs.failure.InvalidRequestException;
import io.github.mediajobs.failure.JobStateUnknownException;
import io.github.mediajobs.job.MediaJob;
import io.github.mediajobs.operation.JobOperation;
import io.github.mediajobs.outcome.JobReference;
import io.github.mediajobs.wire.AwaitTerms;
import io.github.mediajobs.wire.BatchJobs;
import io.github.mediajobs.wire.BatchRequest;
import io.github.mediajobs.wire.JobEnd;
import io.github.mediajobs.wire.Polling;
import io.github.mediajobs.wire.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Waits for any number of jobs, which a client describes and then starts or joins: they are split
 * over runs {@code media-jobs/<batch name>/<k>} of at most 2,500. The ids are sorted first, so that
 * the same jobs under the same name always meet the same runs. Immutable: each call gives a new
 * one.
 */
public final class BatchCall {
  private final Place place;
  private final String name;
  private final JobOperation<? extends MediaJob> operation;
  private final TreeSet<String> jobIds;
  private final AwaitTerms terms;
  private final List<Step> onSuccess;
  private final List<Step> onFailure;

  BatchCall(
      Place place,
      String name,
      JobOperation<? extends MediaJob> operation,
      Collection<String> jobIds,
      AwaitTerms terms,
      List<Step> onSuccess,
      List<Step> onFailure) {
    this.place = place;
    this.name = name;
    this.operation = operation;
    this.jobIds = new TreeSet<>(jobIds);
    this.terms = terms;
    this.onSuccess = List.copyOf(onSuccess);
    this.onFailure = List.copyOf(onFailure);
  }

  private BatchCall on(AwaitTerms other) {
    return new BatchCall(place, name, operation, jobIds, other, onSuccess, onFailure);
  }

  /**
   * Says where the jobs live.
   *
   * @param value such as {@code cn-shanghai}; default the client's region
   * @return a new batch
   */
  public BatchCall in(String value) {
    return on(terms.in(value));
  }

  /**
   * Says how long to wait.
   *
   * @param value above zero, at most 30 days; default 24 hours
   * @return a new batch
   */
  public BatchCall within(Duration value) {
    return on(terms.within(value));
  }

  /**
   * Says at which raw statuses the waits end as succeeded.
   *
   * @param statuses in place of the operation's own: name those too at which it shall end as well
   * @return a new batch
   */
  public BatchCall until(String... statuses) {
    return on(terms.until(statuses));
  }

  /**
   * Says how to poll.
   *
   * @param value default exponential from 5 s by 1.5 to 5 min, 10 % jitter
   * @return a new batch
   */
  public BatchCall polling(Polling value) {
    return on(terms.polling(value));
  }

  /**
   * Says what follows each job that succeeds.
   *
   * @param steps up to 20, by type name
   * @return a new batch
   */
  public BatchCall onSuccess(Step... steps) {
    return new BatchCall(place, name, operation, jobIds, terms, List.of(steps), onFailure);
  }

  /**
   * Says what follows each other outcome.
   *
   * @param steps up to 20, by type name
   * @return a new batch
   */
  public BatchCall onFailure(Step... steps) {
    return new BatchCall(place, name, operation, jobIds, terms, onSuccess, List.of(steps));
  }

  /**
   * Starts the runs, or joins those that are there; a run that has completed is read.
   *
   * @return the batch, under way
   * @throws InvalidRequestException for a wrong input, or when other jobs were awaited under the
   *     same name
   * @throws JobStateUnknownException when the Temporal service does not take a start
   */
  public BatchHandle start() {
    List<BatchRequest> requests = requests();
    BatchStart starts = new BatchStart(place);
    List<BatchWatch> runs = new ArrayList<>();
    for (int k = 0; k < requests.size(); k++) {
      runs.add(starts.startOrJoin(WorkflowIds.batch(name, k), requests.get(k), terms.region()));
    }
    return new BatchHandle(runs);
  }

  /**
   * Starts or joins, and hands out each end once, as it is heard of.
   *
   * @param each gets the ends, in this thread, in the order of completion of each run
   * @throws InvalidRequestException for a wrong input, or when other jobs were awaited under the
   *     same name
   * @throws JobStateUnknownException when the Temporal service does not take a start
   * @throws InterruptedException when the thread is interrupted; the runs go on
   */
  public void forEach(Consumer<JobEnd> each) throws InterruptedException {
    start().forEach(each);
  }

  /** One request a run, each within the limits of a run. */
  private List<BatchRequest> requests() {
    List<BatchRequest> requests = new ArrayList<>();
    List<String> ids = new ArrayList<>();
    int bytes = 0;
    for (String id : jobIds) {
      int size = BatchJobs.bytes(new JobReference(operation.action(), id, terms.region()));
      if (ids.size() == BatchJobs.MOST || bytes + size > BatchJobs.MOST_BYTES) {
        requests.add(request(ids));
        ids = new ArrayList<>();
        bytes = 0;
      }
      ids.add(id);
      bytes += size;
    }
    if (!ids.isEmpty()) {
      requests.add(request(ids));
    }
    return requests;
  }

  private BatchRequest request(List<String> ids) {
    ids.forEach(id -> terms.request(operation, id));
    return new BatchRequest(
        null,
        ids,
        operation.action(),
        terms.region(),
        terms.deadline(),
        terms.until(),
        terms.polling(),
        onSuccess,
        onFailure,
        null);
  }
}
