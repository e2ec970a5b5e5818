package io.github.mediajobs.job;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mediajobs.json.Json;
import io.github.mediajobs.operation.JobOperation;
import io.github.mediajobs.operation.JobState;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What every job record answers, whatever operation it was read by. Strings are as the API sent
 * them, white space included, and null where the API sent none.
 */
public interface MediaJob {
  /**
   * The operation that reads this kind of job.
   *
   * @return the catalogue entry
   */
  JobOperation<?> operation();

  /**
   * The job's id.
   *
   * @return the id as sent, or null
   */
  String jobId();

  /**
   * The raw status.
   *
   * @return the status as sent, or null
   */
  String status();

  /**
   * The status by the operation's table. Nothing else decides: an error code beside a status that
   * means success does not make a failure.
   *
   * @return the state; {@link JobState#UNKNOWN} when the table lacks the status
   */
  default JobState state() {
    return operation().stateOf(status());
  }

  /**
   * The code beside the status.
   *
   * @return the code, or null
   */
  default String code() {
    return null;
  }

  /**
   * The message beside the code.
   *
   * @return the message, or null
   */
  default String message() {
    return null;
  }

  /**
   * What the submitter attached to the job. It may be any text, the word {@code null} among them.
   *
   * @return the user data, or null
   */
  default String userData() {
    return null;
  }

  /**
   * The user data as JSON.
   *
   * @return the parsed user data, or empty when there is none or it is not JSON
   */
  default Optional<JsonNode> userDataJson() {
    return Json.embedded(userData());
  }

  /**
   * When the job was submitted.
   *
   * @return the time, or empty where the API has none or sent no readable one
   */
  default Optional<Instant> submittedAt() {
    return Optional.empty();
  }

  /**
   * When the job ended.
   *
   * @return the time, or empty where the API has none or sent no readable one
   */
  default Optional<Instant> finishedAt() {
    return Optional.empty();
  }

  /**
   * How much is done.
   *
   * @return percent from 0 to 100, or empty where the API reports none
   */
  default OptionalInt progress() {
    return OptionalInt.empty();
  }

  /**
   * Fields that the API sent and this record does not name.
   *
   * @return the fields by their own names, unmodifiable
   */
  Map<String, JsonNode> unknown();
}
