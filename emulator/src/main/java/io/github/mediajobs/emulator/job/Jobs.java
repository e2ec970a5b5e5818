package io.github.mediajobs.emulator.job;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mediajobs.operation.Catalogue;
import io.github.mediajobs.operation.JobOperation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** The jobs that can be read: scripted ones and, under their own ids, the vendor's samples. */
public final class Jobs {
  private final Map<String, Sample> samples = new LinkedHashMap<>();
  private final Map<String, Shelf> shelves = new LinkedHashMap<>();
  private final Map<Key, ScriptedJob> scripted = new ConcurrentHashMap<>();
  private final AtomicLong created = new AtomicLong();

  /**
   * The samples of a catalogue and no scripted job.
   *
   * @param catalogue the operations
   */
  public Jobs(Catalogue catalogue) {
    for (JobOperation<?> operation : catalogue.operations()) {
      samples.put(operation.action(), Sample.of(operation));
      shelves.put(operation.action(), new Shelf());
    }
  }

  /**
   * Starts a job's life; one of the same operation and id is replaced.
   *
   * @param script how it lives
   * @param now when it is created
   */
  public void add(JobScript script, Instant now) {
    Sample sample = samples.get(script.operation().action());
    if (sample == null) {
      throw new IllegalArgumentException(
          "operation: %s is not in the emulator's catalogue"
              .formatted(script.operation().action()));
    }
    ScriptedJob job = new ScriptedJob(script, sample, now, created.incrementAndGet());
    Shelf shelf = shelves.get(script.operation().action());
    shelf.put(job);
    ScriptedJob replaced = scripted.put(Key.of(script.operation(), script.jobId()), job);
    if (replaced != null) {
      shelf.remove(replaced);
    }
  }

  /** Removes the scripted jobs. */
  public void clear() {
    scripted.clear();
    shelves.values().forEach(Shelf::clear);
  }

  /**
   * How a scripted job ends.
   *
   * @param operation the operation that reads it
   * @param jobId the id; white space around it does not count
   * @return the end, or empty when there is no such job or it has none
   */
  public Optional<JobEnd> end(JobOperation<?> operation, String jobId) {
    return Optional.ofNullable(scripted.get(Key.of(operation, jobId))).flatMap(ScriptedJob::end);
  }

  /**
   * How all scripted jobs end.
   *
   * @return the ends in no order
   */
  public Stream<JobEnd> ends() {
    return scripted.values().stream().flatMap(job -> job.end().stream());
  }

  /**
   * A page of the scripted jobs of an operation; samples are on none.
   *
   * @param search which jobs
   * @param now the time
   * @return the page, its jobs one's own to change
   */
  public JobsFound find(JobSearch search, Instant now) {
    return shelves.get(search.operation().action()).find(search, now);
  }

  /**
   * What the API answers for a job.
   *
   * @param operation the operation that reads it
   * @param jobId the id; white space around it does not count
   * @param now the time
   * @return a response of one's own to change, or empty when there is no such job (yet)
   */
  public Optional<ObjectNode> read(JobOperation<?> operation, String jobId, Instant now) {
    ScriptedJob job = scripted.get(Key.of(operation, jobId));
    if (job != null) {
      return job.visible(now) ? Optional.of(job.response(now)) : Optional.empty();
    }
    Sample sample = samples.get(operation.action());
    return sample.jobId().strip().equals(jobId.strip())
        ? Optional.of(sample.response())
        : Optional.empty();
  }

  /**
   * All jobs.
   *
   * @param now the time
   * @return the samples, then the scripted jobs in order of creation
   */
  public List<JobView> list(Instant now) {
    List<JobView> views = new ArrayList<>();
    samples.forEach(
        (action, sample) -> {
          if (!sample.jobId().isEmpty()) {
            views.add(new JobView(action, sample.jobId(), sample.status(), null, true));
          }
        });
    for (ScriptedJob job : scripted.values().stream().sorted(ScriptedJob.BY_CREATION).toList()) {
      JobScript script = job.script();
      views.add(
          new JobView(
              script.operation().action(),
              script.jobId(),
              job.status(now),
              job.end().map(JobEnd::at).orElse(null),
              false));
    }
    return views;
  }

  private record Key(String action, String jobId) {
    static Key of(JobOperation<?> operation, String jobId) {
      return new Key(operation.action(), jobId.strip());
    }
  }
}
