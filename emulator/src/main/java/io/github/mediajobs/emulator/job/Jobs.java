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

/** The jobs that can be read: scripted ones and, under their own ids, the vendor's samples. */
public final class Jobs {
  private final Map<String, Sample> samples = new LinkedHashMap<>();
  private final Map<Key, ScriptedJob> scripted = new ConcurrentHashMap<>();

  /**
   * The samples of a catalogue and no scripted job.
   *
   * @param catalogue the operations
   */
  public Jobs(Catalogue catalogue) {
    for (JobOperation<?> operation : catalogue.operations()) {
      samples.put(operation.action(), Sample.of(operation));
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
    scripted.put(Key.of(script.operation(), script.jobId()), new ScriptedJob(script, sample, now));
  }

  /** Removes the scripted jobs. */
  public void clear() {
    scripted.clear();
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
            views.add(new JobView(action, sample.jobId(), sample.status(), true));
          }
        });
    for (ScriptedJob job : scripted.values().stream().sorted(ScriptedJob.BY_CREATION).toList()) {
      JobScript script = job.script();
      views.add(new JobView(script.operation().action(), script.jobId(), job.status(now), false));
    }
    return views;
  }

  private record Key(String action, String jobId) {
    static Key of(JobOperation<?> operation, String jobId) {
      return new Key(operation.action(), jobId.strip());
    }
  }
}
