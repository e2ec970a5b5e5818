package io.github.mediajobs.job;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.mediajobs.json.Json;
import io.github.mediajobs.operation.JobOperation;
import io.github.mediajobs.operation.Operations;
import java.util.Map;
import java.util.Optional;

/**
 * A smart production job, as <em>QueryIProductionJob</em> (MPS 2014-06-18) answers it. It has no
 * times, code or message of its own; the algorithm's verdict is in the result.
 *
 * @param jobId the job id
 * @param functionName the algorithm, such as {@code ImageCartoonize}
 * @param status {@code Queuing}, {@code Analysing}, {@code Fail} or {@code Success}
 * @param input the URL of the input file in OSS
 * @param output the URL of the output file in OSS, placeholders included
 * @param pipelineId the MPS queue to which the job was submitted
 * @param jobParams the algorithm's parameters; not always JSON
 * @param result the algorithm's result, mostly JSON in a string whose {@code Data} is JSON in a
 *     string again
 * @param userData what the submitter attached; may be the word {@code null}
 * @param unknown fields that the API sent and this record does not name
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record IProductionJob(
    @JsonProperty("JobId") String jobId,
    @JsonProperty("FunctionName") String functionName,
    @JsonProperty("State") String status,
    @JsonProperty("Input") String input,
    @JsonProperty("Output") String output,
    @JsonProperty("PipelineId") String pipelineId,
    @JsonProperty("JobParams") String jobParams,
    @JsonProperty("Result") String result,
    @JsonProperty("UserData") String userData,
    @JsonProperty(Unknown.NAME) @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> unknown)
    implements MediaJob {
  public IProductionJob {
    unknown = Unknown.copy(unknown);
  }

  @Override
  public JobOperation<?> operation() {
    return Operations.IPRODUCTION;
  }

  /**
   * The algorithm's parameters.
   *
   * @return the document, or empty when the field is absent or not JSON
   */
  public Optional<JsonNode> jobParamsJson() {
    return Json.embedded(jobParams);
  }

  /**
   * The algorithm's result.
   *
   * @return the document, or empty when the field is absent or not JSON
   */
  public Optional<JsonNode> resultJson() {
    return Json.embedded(result);
  }
}
