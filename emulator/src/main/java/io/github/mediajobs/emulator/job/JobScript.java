package io.github.mediajobs.emulator.job;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mediajobs.json.Json;
import io.github.mediajobs.operation.JobOperation;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * How a job lives. Its clock starts when it is added to an emulator.
 *
 * @param operation the operation that reads it
 * @param jobId its id; looked up without surrounding white space, answered as it stands
 * @param phases what it goes through, the first at zero, in order of time; it stays in the last
 * @param appearsAfter how long the API answers JobNotFound first; zero for not at all
 * @param fields set on every answer, by the API's own names; they win over what the sample says
 * @param finalFields set on answers in the last phase; they win over {@code fields}
 */
public record JobScript(
    JobOperation<?> operation,
    String jobId,
    List<Phase> phases,
    Duration appearsAfter,
    Map<String, JsonNode> fields,
    Map<String, JsonNode> finalFields) {
  /**
   * Checks the script.
   *
   * @throws IllegalArgumentException when the id is blank, the phases are empty, do not start at
   *     zero or go back in time, or {@code appearsAfter} is negative
   */
  public JobScript {
    Objects.requireNonNull(operation, "operation");
    phases = List.copyOf(phases);
    fields = copy(fields);
    finalFields = copy(finalFields);
    if (jobId.isBlank()) {
      throw new IllegalArgumentException("jobId: blank");
    }
    if (appearsAfter.isNegative()) {
      throw new IllegalArgumentException(
          "appearsAfter: expected zero or more, got " + appearsAfter);
    }
    checkOrder(phases);
  }

  /**
   * A job with phases of one's own.
   *
   * @param operation the operation that reads it
   * @param jobId its id
   * @param phases what it goes through, the first at zero
   * @return the script
   */
  public static JobScript of(JobOperation<?> operation, String jobId, Phase... phases) {
    return new JobScript(operation, jobId, List.of(phases), Duration.ZERO, Map.of(), Map.of());
  }

  /**
   * A job that ends well: it goes through the statuses of the operation's table in order, evenly
   * spread, and ends in the first that means success. Where none does (a LiveSnapshot has no end)
   * it goes from the pending ones to the one that is awaited by default.
   *
   * @param operation the operation that reads it
   * @param jobId its id
   * @param duration from its creation to its end; zero for ended from the start
   * @return the script
   */
  public static JobScript succeeding(JobOperation<?> operation, String jobId, Duration duration) {
    return of(operation, jobId, StandardLife.succeeding(operation, duration));
  }

  /**
   * A job that ends badly, in the first status of the operation's table that means failure.
   *
   * @param operation the operation that reads it
   * @param jobId its id
   * @param duration from its creation to its end; zero for ended from the start
   * @param code the error code at the end
   * @param message the error message at the end
   * @return the script
   * @throws IllegalArgumentException when no status of the operation means failure
   */
  public static JobScript failing(
      JobOperation<?> operation, String jobId, Duration duration, String code, String message) {
    JobScript script = of(operation, jobId, StandardLife.failing(operation, duration));
    // Code beside RequestId is an API error; a job that is the response says it in its Result.
    return operation.job().matches()
        ? script.withFinal("Result", Json.write(verdict(code, message)))
        : script.withFinal("Code", code).withFinal("Message", message);
  }

  /**
   * Sets a field on every answer.
   *
   * @param field a field of the job under the API's name
   * @param value anything Jackson can write
   * @return a new script
   */
  public JobScript with(String field, Object value) {
    return new JobScript(
        operation, jobId, phases, appearsAfter, plus(fields, field, value), finalFields);
  }

  /**
   * Sets a field on the answers of the last phase.
   *
   * @param field a field of the job under the API's name
   * @param value anything Jackson can write
   * @return a new script
   */
  public JobScript withFinal(String field, Object value) {
    return new JobScript(
        operation, jobId, phases, appearsAfter, fields, plus(finalFields, field, value));
  }

  /**
   * Lets the job appear late.
   *
   * @param delay how long the API answers JobNotFound first
   * @return a new script
   */
  public JobScript appearingAfter(Duration delay) {
    return new JobScript(operation, jobId, phases, delay, fields, finalFields);
  }

  private static Map<String, String> verdict(String code, String message) {
    Map<String, String> verdict = new LinkedHashMap<>();
    verdict.put("Code", code);
    verdict.put("Message", message);
    return verdict;
  }

  private static Map<String, JsonNode> plus(
      Map<String, JsonNode> fields, String name, Object value) {
    Map<String, JsonNode> more = new LinkedHashMap<>(fields);
    more.put(name, Json.tree(value));
    return more;
  }

  private static Map<String, JsonNode> copy(Map<String, JsonNode> fields) {
    Map<String, JsonNode> copy = new LinkedHashMap<>();
    fields.forEach((name, value) -> copy.put(name, value.deepCopy()));
    return Collections.unmodifiableMap(copy);
  }

  private static void checkOrder(List<Phase> phases) {
    if (phases.isEmpty()) {
      throw new IllegalArgumentException("phases: empty; at least one is needed");
    }
    if (!phases.get(0).after().isZero()) {
      throw new IllegalArgumentException(
          "phases[0].after: expected PT0S, got "
              + phases.get(0).after()
              + "; appearsAfter makes a job appear late");
    }
    for (int i = 1; i < phases.size(); i++) {
      if (phases.get(i).after().compareTo(phases.get(i - 1).after()) < 0) {
        throw new IllegalArgumentException(
            "phases[%d].after: %s is before the phase ahead of it"
                .formatted(i, phases.get(i).after()));
      }
    }
  }
}
