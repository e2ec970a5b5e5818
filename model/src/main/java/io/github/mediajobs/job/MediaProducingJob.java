package io.github.mediajobs.job;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.mediajobs.json.Json;
import io.github.mediajobs.operation.JobOperation;
import io.github.mediajobs.operation.Operations;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A job that edits and composes media, as <em>GetMediaProducingJob</em> (ICE 2020-11-09) answers
 * it. The API answers for jobs of the last year only.
 *
 * @param jobId the job id
 * @param projectId the editing project
 * @param mediaId the output media asset
 * @param mediaUrl the URL of the output file
 * @param timeline the timeline, JSON in a string; it can be megabytes long
 * @param templateId the template id
 * @param clipsParam the template's clip parameters, JSON in a string
 * @param duration the output's length in seconds; only of a successful job with audio or video
 * @param createTime when the job was created, ISO-8601 UTC
 * @param completeTime when the job was complete, ISO-8601 UTC
 * @param modifiedTime when the job was last modified, ISO-8601 UTC
 * @param status {@code Init}, {@code Queuing}, {@code Processing}, {@code Success} or {@code
 *     Failed}
 * @param code the error code of a failed job
 * @param message the error message of a failed job
 * @param vodMediaId the media asset in VOD, when the output is stored there
 * @param userData what the submitter attached, JSON in a string
 * @param subJobMaterials a batch subtask's materials, such as title and speech, JSON in a string
 * @param percent percent, 0 to 100
 * @param unknown fields that the API sent and this record does not name
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MediaProducingJob(
    @JsonProperty("JobId") String jobId,
    @JsonProperty("ProjectId") String projectId,
    @JsonProperty("MediaId") String mediaId,
    @JsonProperty("MediaURL") String mediaUrl,
    @JsonProperty("Timeline") String timeline,
    @JsonProperty("TemplateId") String templateId,
    @JsonProperty("ClipsParam") String clipsParam,
    @JsonProperty("Duration") BigDecimal duration,
    @JsonProperty("CreateTime") String createTime,
    @JsonProperty("CompleteTime") String completeTime,
    @JsonProperty("ModifiedTime") String modifiedTime,
    @JsonProperty("Status") String status,
    @JsonProperty("Code") String code,
    @JsonProperty("Message") String message,
    @JsonProperty("VodMediaId") String vodMediaId,
    @JsonProperty("UserData") String userData,
    @JsonProperty("SubJobMaterials") String subJobMaterials,
    @JsonProperty("Progress") Integer percent,
    @JsonProperty(Unknown.NAME) @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> unknown)
    implements MediaJob {
  public MediaProducingJob {
    unknown = Unknown.copy(unknown);
  }

  @Override
  public JobOperation<?> operation() {
    return Operations.MEDIA_PRODUCING;
  }

  @Override
  public Optional<Instant> submittedAt() {
    return ApiTime.parse(createTime);
  }

  @Override
  public Optional<Instant> finishedAt() {
    return ApiTime.parse(completeTime);
  }

  @Override
  public OptionalInt progress() {
    return percent == null ? OptionalInt.empty() : OptionalInt.of(percent);
  }

  /**
   * The timeline.
   *
   * @return the document, or empty when the field is absent or not JSON
   */
  public Optional<JsonNode> timelineJson() {
    return Json.embedded(timeline);
  }

  /**
   * The template's clip parameters.
   *
   * @return the document, or empty when the field is absent or not JSON
   */
  public Optional<JsonNode> clipsParamJson() {
    return Json.embedded(clipsParam);
  }

  /**
   * A batch subtask's materials.
   *
   * @return the document, or empty when the field is absent or not JSON
   */
  public Optional<JsonNode> subJobMaterialsJson() {
    return Json.embedded(subJobMaterials);
  }
}
