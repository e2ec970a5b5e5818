package io.github.mediajobs.emulator.job;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mediajobs.operation.JobOperation;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A script whose clock runs. */
final class ScriptedJob {
  static final Comparator<ScriptedJob> BY_CREATION =
      Comparator.<ScriptedJob, Instant>comparing(job -> job.createdAt)
          .thenComparing(job -> job.script.jobId());
  private static final String CREATED = "CreateTime";
  private static final String PROGRESS = "Progress";

  private final JobScript script;
  private final Sample sample;
  private final Instant createdAt;
  private final Place place;

  ScriptedJob(JobScript script, Sample sample, Instant createdAt, long number) {
    this.script = script;
    this.sample = sample;
    this.createdAt = createdAt;
    this.place = new Place(saysCreatedAt().orElse(createdAt), number);
  }

  /** Where lists show it. */
  Place place() {
    return place;
  }

  boolean isCalled(String keyword) {
    JsonNode name = script.fields().get("JobName");
    return script.jobId().strip().equals(keyword.strip())
        || (name != null && name.asText().contains(keyword));
  }

  /** A script may put its job into the past. */
  private Optional<Instant> saysCreatedAt() {
    try {
      return Optional.ofNullable(script.fields().get(CREATED))
          .map(text -> Instant.parse(text.asText().strip()));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  JobScript script() {
    return script;
  }

  Optional<JobEnd> end() {
    JobOperation<?> operation = script.operation();
    return script.phases().stream()
        .filter(phase -> operation.stateOf(phase.status()).ended())
        .findFirst()
        .map(
            phase ->
                new JobEnd(
                    operation, script.jobId(), createdAt.plus(phase.after()), phase.status()));
  }

  boolean visible(Instant now) {
    return !now.isBefore(createdAt.plus(script.appearsAfter()));
  }

  String status(Instant now) {
    return script.phases().get(phaseAt(now)).status();
  }

  ObjectNode response(Instant now) {
    JobOperation<?> operation = script.operation();
    ObjectNode response = sample.response();
    ObjectNode job = (ObjectNode) response.at(operation.job());
    int index = phaseAt(now);
    Phase phase = script.phases().get(index);
    boolean ended = operation.stateOf(phase.status()).ended();
    job.put(operation.idField(), script.jobId());
    job.put(operation.statusField(), phase.status());
    job.remove(List.of("Code", "Message"));
    if (!ended) {
      job.remove("Result");
    }
    setTimes(job, phase, ended);
    setProgress(job, index, now);
    job.setAll(script.fields());
    if (index == script.phases().size() - 1) {
      job.setAll(script.finalFields());
    }
    return response;
  }

  private void setTimes(ObjectNode job, Phase phase, boolean ended) {
    TimeField.BY_NAME.forEach(
        (name, moment) -> {
          if (!job.has(name)) {
            return;
          }
          if (moment == TimeField.ENDED && !ended) {
            job.remove(name);
          } else {
            Duration after = moment == TimeField.CREATED ? Duration.ZERO : phase.after();
            job.put(name, createdAt.plus(after).truncatedTo(ChronoUnit.SECONDS).toString());
          }
        });
  }

  private void setProgress(ObjectNode job, int index, Instant now) {
    if (!job.has(PROGRESS)) {
      return;
    }
    Phase phase = script.phases().get(index);
    if (phase.progress() == null) {
      job.remove(PROGRESS);
      return;
    }
    job.put(PROGRESS, progress(index, now));
  }

  private int progress(int index, Instant now) {
    Phase phase = script.phases().get(index);
    Phase next = index + 1 < script.phases().size() ? script.phases().get(index + 1) : null;
    if (next == null || next.progress() == null) {
      return phase.progress();
    }
    double length = next.after().minus(phase.after()).toMillis();
    double gone = elapsed(now).minus(phase.after()).toMillis();
    return phase.progress() + (int) ((next.progress() - phase.progress()) * gone / length);
  }

  private int phaseAt(Instant now) {
    int index = script.phases().size() - 1;
    while (index > 0 && script.phases().get(index).after().compareTo(elapsed(now)) > 0) {
      index--;
    }
    return index;
  }

  private Duration elapsed(Instant now) {
    return Duration.between(createdAt, now);
  }
}
