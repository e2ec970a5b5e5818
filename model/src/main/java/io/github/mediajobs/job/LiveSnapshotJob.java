package io.github.mediajobs.job;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.mediajobs.operation.JobOperation;
import io.github.mediajobs.operation.Operations;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A standing job that takes snapshots of a live stream, as <em>GetLiveSnapshotJob</em> (ICE
 * 2020-11-09) answers it. It has no end state and no finish time.
 *
 * @param jobId the job id
 * @param jobName the job's name
 * @param templateId the template id
 * @param templateName the template's name
 * @param status {@code init}, {@code paused} or {@code started}
 * @param streamInput the live stream
 * @param snapshotOutput where snapshots go
 * @param overwriteFormat the object name in overwrite mode
 * @param sequenceFormat the object name in time series mode
 * @param timeInterval seconds between two snapshots
 * @param callbackUrl called for each snapshot
 * @param lastModified when the job was last modified, ISO-8601 UTC
 * @param createTime when the job was created, ISO-8601 UTC
 * @param unknown fields that the API sent and this record does not name
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LiveSnapshotJob(
    @JsonProperty("JobId") String jobId,
    @JsonProperty("JobName") String jobName,
    @JsonProperty("TemplateId") String templateId,
    @JsonProperty("TemplateName") String templateName,
    @JsonProperty("Status") String status,
    @JsonProperty("StreamInput") StreamInput streamInput,
    @JsonProperty("SnapshotOutput") SnapshotOutput snapshotOutput,
    @JsonProperty("OverwriteFormat") String overwriteFormat,
    @JsonProperty("SequenceFormat") String sequenceFormat,
    @JsonProperty("TimeInterval") Integer timeInterval,
    @JsonProperty("CallbackUrl") String callbackUrl,
    @JsonProperty("LastModified") String lastModified,
    @JsonProperty("CreateTime") String createTime,
    @JsonProperty(Unknown.NAME) @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> unknown)
    implements MediaJob {
  public LiveSnapshotJob {
    unknown = Unknown.copy(unknown);
  }

  @Override
  public JobOperation<?> operation() {
    return Operations.LIVE_SNAPSHOT;
  }

  @Override
  public Optional<Instant> submittedAt() {
    return ApiTime.parse(createTime);
  }

  /**
   * A live stream.
   *
   * @param url the stream's URL
   * @param type {@code rtmp}
   * @param unknown fields that the API sent and this record does not name
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record StreamInput(
      @JsonProperty("Url") String url,
      @JsonProperty("Type") String type,
      @JsonProperty(Unknown.NAME) @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> unknown) {
    public StreamInput {
      unknown = Unknown.copy(unknown);
    }
  }

  /**
   * Where snapshots go.
   *
   * @param storageType {@code oss}
   * @param endpoint the OSS domain name
   * @param bucket the OSS bucket
   * @param unknown fields that the API sent and this record does not name
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record SnapshotOutput(
      @JsonProperty("StorageType") String storageType,
      @JsonProperty("Endpoint") String endpoint,
      @JsonProperty("Bucket") String bucket,
      @JsonProperty(Unknown.NAME) @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> unknown) {
    public SnapshotOutput {
      unknown = Unknown.copy(unknown);
    }
  }
}
