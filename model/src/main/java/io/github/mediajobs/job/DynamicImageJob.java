package io.github.mediajobs.job;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.mediajobs.json.Json;
import io.github.mediajobs.operation.JobOperation;
import io.github.mediajobs.operation.Operations;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A job that makes an animated image of a video, as <em>GetDynamicImageJob</em> (ICE 2020-11-09)
 * answers it.
 *
 * @param jobId the job id; real ones may end in a newline
 * @param triggerSource {@code Console}, {@code Workflow} or {@code API}
 * @param name the job's name
 * @param input the input
 * @param output the output
 * @param outputUrl the URL of the animated image
 * @param templateConfig the animation template's configuration, JSON in a string
 * @param templateId the template id
 * @param pipelineId the MPS queue to which the job was submitted
 * @param status {@code Init}, {@code Success} or {@code Fail}
 * @param code the error code; it does not decide the state
 * @param message the error message
 * @param submitTime when the job was submitted, ISO-8601 UTC
 * @param finishTime when the job was complete, ISO-8601 UTC
 * @param userData what the submitter attached
 * @param createTime when the job was created, ISO-8601 UTC
 * @param modifiedTime when the job was last modified, ISO-8601 UTC
 * @param unknown fields that the API sent and this record does not name
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DynamicImageJob(
    @JsonProperty("JobId") String jobId,
    @JsonProperty("TriggerSource") String triggerSource,
    @JsonProperty("Name") String name,
    @JsonProperty("Input") Input input,
    @JsonProperty("Output") Output output,
    @JsonProperty("OutputUrl") String outputUrl,
    @JsonProperty("TemplateConfig") String templateConfig,
    @JsonProperty("TemplateId") String templateId,
    @JsonProperty("PipelineId") String pipelineId,
    @JsonProperty("Status") String status,
    @JsonProperty("Code") String code,
    @JsonProperty("Message") String message,
    @JsonProperty("SubmitTime") String submitTime,
    @JsonProperty("FinishTime") String finishTime,
    @JsonProperty("UserData") String userData,
    @JsonProperty("CreateTime") String createTime,
    @JsonProperty("ModifiedTime") String modifiedTime,
    @JsonProperty(Unknown.NAME) @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> unknown)
    implements MediaJob {
  public DynamicImageJob {
    unknown = Unknown.copy(unknown);
  }

  @Override
  public JobOperation<?> operation() {
    return Operations.DYNAMIC_IMAGE;
  }

  @Override
  public Optional<Instant> submittedAt() {
    return ApiTime.parse(submitTime);
  }

  @Override
  public Optional<Instant> finishedAt() {
    return ApiTime.parse(finishTime);
  }

  /**
   * The animation template's configuration.
   *
   * @return the document, or empty when the field is absent or not JSON
   */
  public Optional<JsonNode> templateConfigJson() {
    return Json.embedded(templateConfig);
  }

  /**
   * The input of an animated image.
   *
   * @param type {@code OSS} or {@code Media}
   * @param media the URL of an OSS object, or the id of a media asset
   * @param ossFile the same OSS object in its three parts
   * @param unknown fields that the API sent and this record does not name
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Input(
      @JsonProperty("Type") String type,
      @JsonProperty("Media") String media,
      @JsonProperty("OssFile") OssFile ossFile,
      @JsonProperty(Unknown.NAME) @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> unknown) {
    public Input {
      unknown = Unknown.copy(unknown);
    }
  }

  /**
   * The output of an animated image.
   *
   * @param type {@code OSS} or {@code Media}
   * @param media the URL of an OSS object, or the id of a media asset
   * @param ossFile the same OSS object in its three parts
   * @param unknown fields that the API sent and this record does not name
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Output(
      @JsonProperty("Type") String type,
      @JsonProperty("Media") String media,
      @JsonProperty("OssFile") OssFile ossFile,
      @JsonProperty(Unknown.NAME) @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> unknown) {
    public Output {
      unknown = Unknown.copy(unknown);
    }
  }

  /**
   * An OSS object in its three parts.
   *
   * @param bucket the OSS bucket
   * @param location the OSS location, such as {@code oss-cn-shanghai}
   * @param object the OSS object
   * @param unknown fields that the API sent and this record does not name
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record OssFile(
      @JsonProperty("Bucket") String bucket,
      @JsonProperty("Location") String location,
      @JsonProperty("Object") String object,
      @JsonProperty(Unknown.NAME) @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> unknown) {
    public OssFile {
      unknown = Unknown.copy(unknown);
    }
  }
}
