package io.github.mediajobs.operation;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mediajobs.failure.InvalidRequestException;
import io.github.mediajobs.job.MediaJob;
import io.github.mediajobs.json.Json;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One entry of the catalogue: how an operation is called, where the job and its status stand in the
 * response, and what each status means. Data only; a user's own operation is described the same
 * way.
 *
 * @param <J> the record that holds the job
 * @param service the API product
 * @param action the API's name of the operation, such as {@code GetPackageJob}
 * @param alias the short name on the command line, such as {@code package}
 * @param job where the job object stands in the response; the empty pointer when the response is
 *     the job (then without its RequestId)
 * @param idField the job's field that holds its id
 * @param statusField the job's field that holds its status
 * @param statuses every documented status and its meaning, in the order of a job's life
 * @param awaited the statuses that a wait ends at by default: those that mean success, or chosen
 *     ones where the job has no end
 * @param record the record class
 * @param callsPerSecond the documented rate limit of an account, else where the budget starts
 * @param list the List operation that answers for many jobs, or null
 * @param event the type of the vendor's callback event that tells of a job's end, or null
 * @param kindFields the job's fields that tell apart jobs which take differently long
 * @param typicalSeconds a guess at how long a job takes, before any was seen end
 */
public record JobOperation<J extends MediaJob>(
    Service service,
    String action,
    String alias,
    JsonPointer job,
    String idField,
    String statusField,
    Map<String, JobState> statuses,
    Set<String> awaited,
    Class<J> record,
    double callsPerSecond,
    JobListing list,
    String event,
    List<String> kindFields,
    double typicalSeconds) {

  /**
   * Checks the entry.
   *
   * @throws IllegalArgumentException when the table is empty, holds {@link JobState#UNKNOWN}, lacks
   *     an awaited status, or the rate or the typical duration is not above zero
   */
  public JobOperation {
    Objects.requireNonNull(service, "service");
    Objects.requireNonNull(action, "action");
    Objects.requireNonNull(alias, "alias");
    Objects.requireNonNull(job, "job");
    Objects.requireNonNull(idField, "idField");
    Objects.requireNonNull(statusField, "statusField");
    Objects.requireNonNull(record, "record");
    statuses = Collections.unmodifiableMap(new LinkedHashMap<>(statuses));
    awaited = Collections.unmodifiableSet(new LinkedHashSet<>(awaited));
    if (awaited.isEmpty()) {
      throw new IllegalArgumentException(action + ": no status to wait for");
    }
    if (!statuses.keySet().containsAll(awaited)) {
      throw new IllegalArgumentException(action + ": awaited " + awaited + " not in " + statuses);
    }
    if (statuses.containsValue(JobState.UNKNOWN)) {
      throw new IllegalArgumentException(action + ": the table may not hold UNKNOWN");
    }
    if (!(callsPerSecond > 0)) {
      throw new IllegalArgumentException(action + ": callsPerSecond must be above zero");
    }
    kindFields = List.copyOf(kindFields);
    if (!(typicalSeconds > 0)) {
      throw new IllegalArgumentException(action + ": typicalSeconds must be above zero");
    }
  }

  /**
   * Begins an entry whose response holds the job under one name, with fields {@code JobId} and
   * {@code Status}.
   *
   * @param <J> the record that holds the job
   * @param service the API product
   * @param action the API's name of the operation
   * @param record the record class
   * @return a builder
   */
  public static <J extends MediaJob> Builder<J> of(
      Service service, String action, Class<J> record) {
    return new Builder<>(service, action, record);
  }

  /**
   * What a raw status means.
   *
   * @param status the raw status, may be null
   * @return its state; {@link JobState#UNKNOWN} when the table lacks it
   */
  public JobState stateOf(String status) {
    return status == null
        ? JobState.UNKNOWN
        : statuses.getOrDefault(status.strip(), JobState.UNKNOWN);
  }

  /**
   * Whether jobs of this operation end by themselves, so that their durations can be learnt.
   *
   * @return false where no status means success
   */
  public boolean ends() {
    return statuses.containsValue(JobState.SUCCEEDED);
  }

  /**
   * What a job has in common with those that take about as long.
   *
   * @param job the job object under the API's own names
   * @return the kind; of the operation alone where the job names nothing more
   */
  public JobKind kindOf(JsonNode job) {
    return new JobKind(
        action,
        kindFields.stream()
            .filter(job::hasNonNull)
            .map(field -> field + "=" + job.get(field).asText().strip())
            .collect(Collectors.joining(", ")));
  }

  /**
   * The statuses that end a wait as succeeded.
   *
   * @param until the caller's choice, null for the operation's own
   * @return the statuses, in order
   * @throws InvalidRequestException when the table lacks one
   */
  public Set<String> awaitedOr(Collection<String> until) {
    if (until == null) {
      return awaited;
    }
    for (String status : until) {
      if (!statuses.containsKey(status)) {
        throw new InvalidRequestException(
            "until", "%s has no status %s; it has %s".formatted(action, status, statuses.keySet()));
      }
    }
    return Collections.unmodifiableSet(new LinkedHashSet<>(until));
  }

  /**
   * Finds the job object in a response.
   *
   * @param response the response body
   * @return the job under the API's own names, in a flat response all but the RequestId, or empty
   *     when there is no job with an id; it shares its parts with the response
   */
  public Optional<ObjectNode> find(JsonNode response) {
    if (!(response.at(job) instanceof ObjectNode found)
        || !found.path(idField).isValueNode()
        || found.path(idField).isNull()) {
      return Optional.empty();
    }
    if (!job.matches()) {
      return Optional.of(found);
    }
    ObjectNode flat = found.objectNode();
    flat.setAll(found);
    return Optional.of(flat.without("RequestId"));
  }

  /**
   * Reads a job object into the record. A round trip loses no field.
   *
   * @param tree the job object under the API's own names
   * @return the record
   * @throws JsonProcessingException when a documented field has a type that cannot be read
   */
  public J decode(JsonNode tree) throws JsonProcessingException {
    return Json.convert(tree, record);
  }

  /**
   * Builds an entry.
   *
   * @param <J> the record that holds the job
   */
  public static final class Builder<J extends MediaJob> {
    private final Service service;
    private final String action;
    private final Class<J> record;
    private final Map<String, JobState> statuses = new LinkedHashMap<>();
    private final Set<String> awaited = new LinkedHashSet<>();
    private String alias;
    private String job = "";
    private String idField = "JobId";
    private String statusField = "Status";
    private double callsPerSecond = 50;
    private JobListing list;
    private String event;
    private List<String> kindFields = List.of();
    private double typicalSeconds = 60;

    private Builder(Service service, String action, Class<J> record) {
      this.service = service;
      this.action = action;
      this.alias = action;
      this.record = record;
    }

    /**
     * Sets the short name.
     *
     * @param value the name on the command line; default the action
     * @return this
     */
    public Builder<J> alias(String value) {
      alias = value;
      return this;
    }

    /**
     * Says where the job stands.
     *
     * @param pointer a JSON pointer such as {@code /PackageJob}; default the response itself
     * @return this
     */
    public Builder<J> jobAt(String pointer) {
      job = pointer;
      return this;
    }

    /**
     * Names the id's field.
     *
     * @param name the field of the job; default {@code JobId}
     * @return this
     */
    public Builder<J> idField(String name) {
      idField = name;
      return this;
    }

    /**
     * Names the status's field.
     *
     * @param name the field of the job; default {@code Status}
     * @return this
     */
    public Builder<J> statusField(String name) {
      statusField = name;
      return this;
    }

    /**
     * Adds statuses of one meaning.
     *
     * @param state what they mean
     * @param raw the statuses as the API spells them
     * @return this
     */
    public Builder<J> status(JobState state, String... raw) {
      for (String each : raw) {
        statuses.put(each, state);
      }
      return this;
    }

    /**
     * Says at which statuses a wait ends by default; needed only where none means success.
     *
     * @param raw the statuses as the API spells them
     * @return this
     */
    public Builder<J> awaited(String... raw) {
      Collections.addAll(awaited, raw);
      return this;
    }

    /**
     * Sets the documented rate limit.
     *
     * @param value calls per second and account; default 50
     * @return this
     */
    public Builder<J> callsPerSecond(double value) {
      callsPerSecond = value;
      return this;
    }

    /**
     * Describes the List operation.
     *
     * @param value how it is asked; default none
     * @return this
     */
    public Builder<J> list(JobListing value) {
      list = value;
      return this;
    }

    /**
     * Names the callback event that tells of a job's end.
     *
     * @param type the {@code EventType} as the vendor spells it; default none
     * @return this
     */
    public Builder<J> event(String type) {
      event = type;
      return this;
    }

    /**
     * Names what tells apart jobs that take differently long.
     *
     * @param fields of the job, such as {@code TemplateId}; default none
     * @return this
     */
    public Builder<J> kindBy(String... fields) {
      kindFields = List.of(fields);
      return this;
    }

    /**
     * Guesses how long a job takes.
     *
     * @param value seconds; default 60. Only the first jobs of a kind are planned by it
     * @return this
     */
    public Builder<J> typicalSeconds(double value) {
      typicalSeconds = value;
      return this;
    }

    /**
     * Ends the entry.
     *
     * @return the entry
     * @throws IllegalArgumentException when it is not complete
     */
    public JobOperation<J> build() {
      if (awaited.isEmpty()) {
        statuses.forEach(
            (status, state) -> {
              if (state == JobState.SUCCEEDED) {
                awaited.add(status);
              }
            });
      }
      return new JobOperation<>(
          service,
          action,
          alias,
          JsonPointer.compile(job),
          idField,
          statusField,
          statuses,
          awaited,
          record,
          callsPerSecond,
          list,
          event,
          kindFields,
          typicalSeconds);
    }
  }
}
