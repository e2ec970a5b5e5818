package io.github.mediajobs.activity;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.uber.m3.tally.NoopScope;
import io.github.mediajobs.api.ApiConfig;
import io.github.mediajobs.api.ApiCredentials;
import io.github.mediajobs.api.ApiException;
import io.github.mediajobs.api.JobRead;
import io.github.mediajobs.api.MediaApi;
import io.github.mediajobs.api.RawAnswer;
import io.github.mediajobs.failure.FailureDetails;
import io.github.mediajobs.failure.FailureType;
import io.github.mediajobs.failure.JobPending;
import io.github.mediajobs.job.MediaJob;
import io.github.mediajobs.json.Json;
import io.github.mediajobs.learning.Learner;
import io.github.mediajobs.operation.Catalogue;
import io.github.mediajobs.operation.JobOperation;
import io.github.mediajobs.outcome.JobReference;
import io.github.mediajobs.wire.Outcome;
import io.github.mediajobs.wire.Polling;
import io.github.mediajobs.wire.StepInput;
import io.temporal.common.converter.JacksonJsonPayloadConverter;
import io.temporal.failure.ApplicationFailure;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;

/** Whatever the API, or who stands in its place, answers. */
class JobPollerFuzzTest {
  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
  private static final ObjectMapper TEMPORAL = JacksonJsonPayloadConverter.newDefaultObjectMapper();
  private static final int PAYLOAD = 512 * 1024;
  private static final int LONGEST_MESSAGE = 2_000;

  private final MediaApi api =
      new MediaApi(
          ApiConfig.defaults(),
          () -> new ApiCredentials("id", "secret", null),
          InstantSource.fixed(NOW));
  private final JobPoller poller =
      new JobPoller(
          api,
          Catalogue.standard(),
          InstantSource.fixed(NOW),
          () -> 0.5,
          new Learner(InstantSource.fixed(NOW)));

  @AfterEach
  void close() {
    api.close();
  }

  @FuzzTest
  @Timeout(30)
  void anAnswerIsAJobOrATypedFailure(byte[] bytes) throws Exception {
    RawAnswer answer = RawAnswer.of(bytes);
    Optional<JobRead<?>> read = read(answer);
    if (read.isPresent()) {
      losesNothing(answer.operation(), read.get().job());
      for (Attempt attempt : attempts(answer.operation(), read.get())) {
        attempted(() -> poller.seen(attempt, read.get(), new NoopScope()));
      }
    }
  }

  private Optional<JobRead<?>> read(RawAnswer answer) {
    try {
      return Optional.of(answer.read());
    } catch (ApiException e) {
      assertThat(e.type()).isNotNull().isNotEqualTo(FailureType.JOB_PENDING);
      oneLine(e.getMessage());
      e.retryAfter()
          .ifPresent(it -> assertThat(it).isBetween(Duration.ofMillis(1), Duration.ofHours(1)));
      for (Attempt attempt : attempts(answer.operation(), null)) {
        attempted(() -> poller.unread(attempt, e));
      }
      return Optional.empty();
    }
  }

  /** Attempts in the middle of a wait, at its deadline, and after it. */
  private static List<Attempt> attempts(JobOperation<?> operation, JobRead<?> read) {
    String id = read == null ? "job-1" : read.job().path(operation.idField()).asText();
    JobReference job = new JobReference(operation.action(), id, "cn-shanghai");
    return Stream.of(Instant.MAX, NOW.plusSeconds(3600), NOW, Instant.MIN)
        .map(
            deadline ->
                new Attempt(
                    operation,
                    job,
                    operation.awaited(),
                    Polling.DEFAULT.policy(),
                    NOW.minusSeconds(30),
                    deadline,
                    2))
        .toList();
  }

  private static void attempted(Supplier<Outcome> attempt) {
    Outcome outcome;
    try {
      outcome = attempt.get();
    } catch (ApplicationFailure e) {
      oneLine(e.getOriginalMessage());
      Class<?> details = e.getType().equals("JobPending") ? JobPending.class : FailureDetails.class;
      sent(e.getDetails().get(details), details);
      if (e.getNextRetryDelay() != null) {
        assertThat(e.getNextRetryDelay()).isBetween(Duration.ZERO, Duration.ofHours(1));
      }
      return;
    }
    sent(outcome, Outcome.class);
    sent(new StepInput(outcome, "k".repeat(1_000)), StepInput.class);
  }

  private static void sent(Object value, Class<?> type) {
    try {
      byte[] payload = TEMPORAL.writeValueAsBytes(value);
      assertThat(payload.length).isLessThanOrEqualTo(PAYLOAD);
      assertThat((Object) TEMPORAL.readTree(payload))
          .isEqualTo(TEMPORAL.readTree(Json.write(value)));
      assertThat((Object) TEMPORAL.readValue(payload, type)).isNotNull();
    } catch (IOException e) {
      throw new AssertionError("No payload holds this " + type.getSimpleName(), e);
    }
  }

  private static void losesNothing(JobOperation<?> operation, ObjectNode job) throws Exception {
    MediaJob record = operation.decode(job);
    JsonNode written = Json.embedded(Json.write(record)).orElseThrow();
    assertThat((Object) operation.decode(written)).isEqualTo(record);
    assertThat(record.operation()).isEqualTo(operation);
    for (var field : record.unknown().entrySet()) {
      assertThat((Object) field.getValue()).isEqualTo(job.get(field.getKey()));
    }
    for (var field : job.properties()) {
      assertThat(written.has(field.getKey()) || field.getValue().isNull())
          .as(field.getKey())
          .isTrue();
    }
    record.userDataJson();
    record.submittedAt();
    record.finishedAt();
    record.progress();
  }

  private static void oneLine(String message) {
    assertThat(message)
        .matches("[^\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}]+")
        .hasSizeLessThan(LONGEST_MESSAGE);
  }
}
