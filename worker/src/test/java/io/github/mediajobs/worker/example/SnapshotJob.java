package io.github.mediajobs.worker.example;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.mediajobs.job.MediaJob;
import io.github.mediajobs.operation.JobOperation;
import io.github.mediajobs.operation.JobState;
import io.github.mediajobs.operation.Service;
import java.util.Map;

/** The cookbook's job of an operation that the library does not have. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SnapshotJob(
    @JsonProperty("JobId") String jobId,
    @JsonProperty("Status") String status,
    @JsonProperty("Count") Integer count,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> unknown)
    implements MediaJob {
  public static final JobOperation<SnapshotJob> SNAPSHOT =
      JobOperation.of(Service.ICE, "GetSnapshotJob", SnapshotJob.class)
          .alias("snapshot")
          .jobAt("/SnapshotJob")
          .status(JobState.PENDING, "Init")
          .status(JobState.SUCCEEDED, "Success")
          .status(JobState.FAILED, "Fail")
          .build();

  public SnapshotJob {
    unknown = unknown == null ? Map.of() : Map.copyOf(unknown);
  }

  @Override
  public JobOperation<?> operation() {
    return SNAPSHOT;
  }
}
