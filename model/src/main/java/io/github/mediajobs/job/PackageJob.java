package io.github.mediajobs.job;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.mediajobs.operation.JobOperation;
import io.github.mediajobs.operation.Operations;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A packaging job, as <em>GetPackageJob</em> (ICE 2020-11-09) answers it.
 *
 * @param jobId the job id
 * @param triggerSource what submitted the job, such as {@code API}
 * @param name the job's name
 * @param inputs the inputs
 * @param output the output
 * @param outputUrl the URL of the output file
 * @param pipelineId the MPS queue to which the job was submitted
 * @param priority 1 to 10, the greater the sooner
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
public record PackageJob(
    @JsonProperty("JobId") String jobId,
    @JsonProperty("TriggerSource") String triggerSource,
    @JsonProperty("Name") String name,
    @JsonProperty("Inputs") List<Inputs> inputs,
    @JsonProperty("Output") Output output,
    @JsonProperty("OutputUrl") String outputUrl,
    @JsonProperty("PipelineId") String pipelineId,
    @JsonProperty("Priority") Integer priority,
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
  public PackageJob {
    inputs = inputs == null ? null : List.copyOf(inputs);
    unknown = Unknown.copy(unknown);
  }

  @Override
  public JobOperation<?> operation() {
    return Operations.PACKAGE;
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
   * One entry of a packaging job's inputs.
   *
   * @param input the input stream file
   * @param unknown fields that the API sent and this record does not name
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Inputs(
      @JsonProperty("Input") Input input,
      @JsonProperty(Unknown.NAME) @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> unknown) {
    public Inputs {
      unknown = Unknown.copy(unknown);
    }
  }

  /**
   * An input stream file.
   *
   * @param type {@code OSS} or {@code Media}
   * @param media the URL of an OSS object, or the id of a media asset
   * @param unknown fields that the API sent and this record does not name
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Input(
      @JsonProperty("Type") String type,
      @JsonProperty("Media") String media,
      @JsonProperty(Unknown.NAME) @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> unknown) {
    public Input {
      unknown = Unknown.copy(unknown);
    }
  }

  /**
   * The output of a packaging job.
   *
   * @param type {@code OSS} or {@code Media}
   * @param media the URL of an OSS object, or the id of a media asset
   * @param unknown fields that the API sent and this record does not name
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Output(
      @JsonProperty("Type") String type,
      @JsonProperty("Media") String media,
      @JsonProperty(Unknown.NAME) @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> unknown) {
    public Output {
      unknown = Unknown.copy(unknown);
    }
  }
}
