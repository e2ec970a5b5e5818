package io.github.mediajobs.official;

import com.aliyun.ice20201109.models.GetDynamicImageJobRequest;
import com.aliyun.ice20201109.models.GetLiveSnapshotJobRequest;
import com.aliyun.ice20201109.models.GetMediaProducingJobRequest;
import com.aliyun.ice20201109.models.GetPackageJobRequest;
import com.aliyun.mts20140618.models.QueryIProductionJobRequest;
import com.aliyun.tea.TeaModel;
import com.aliyun.teaopenapi.models.Config;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/**
 * Reads jobs with the official clients: from action and job id to the response that they decoded.
 * The response becomes a map only when it is asked for, so that a read costs what theirs costs.
 * Safe for threads, as they are.
 */
public final class OfficialReads implements BiFunction<String, String, Supplier<Map<String, ?>>> {
  private final Map<String, Operation> operations;

  /**
   * Makes one client of each product.
   *
   * @param settings the official {@code Config} under its own names, such as {@code endpoint},
   *     {@code protocol}, {@code accessKeyId}, {@code accessKeySecret} and {@code securityToken}.
   *     With {@code signatureAlgorithm} both clients sign so, {@code v2} being RPC signatures of
   *     version 1.0; without it each as it does by itself
   * @throws Exception when the official clients refuse the settings
   */
  public OfficialReads(Map<String, ?> settings) throws Exception {
    Config config = Config.build(settings);
    var ice = new com.aliyun.ice20201109.Client(config);
    if (config.signatureAlgorithm != null) {
      // Its constructor sets its own whatever the Config says.
      ice._signatureAlgorithm = config.signatureAlgorithm;
    }
    var mts = new com.aliyun.mts20140618.Client(config);
    operations =
        Map.of(
            "GetDynamicImageJob",
            id -> ice.getDynamicImageJob(new GetDynamicImageJobRequest().setJobId(id)).getBody(),
            "GetMediaProducingJob",
            id ->
                ice.getMediaProducingJob(new GetMediaProducingJobRequest().setJobId(id)).getBody(),
            "GetLiveSnapshotJob",
            id -> ice.getLiveSnapshotJob(new GetLiveSnapshotJobRequest().setJobId(id)).getBody(),
            "GetPackageJob",
            id -> ice.getPackageJob(new GetPackageJobRequest().setJobId(id)).getBody(),
            "QueryIProductionJob",
            id -> mts.queryIProductionJob(new QueryIProductionJobRequest().setJobId(id)).getBody());
  }

  /**
   * Reads a job.
   *
   * @param action such as {@code GetPackageJob}
   * @param jobId the job's id, sent as it is
   * @return the decoded response under the API's names; null where a field is absent
   * @throws NullPointerException naming an action that has no line here
   * @throws RuntimeException what the official client threw; {@link OfficialErrors} reads it
   */
  @Override
  public Supplier<Map<String, ?>> apply(String action, String jobId) {
    Operation operation =
        Objects.requireNonNull(operations.get(action), () -> action + ": not bridged");
    try {
      return operation.read(jobId)::toMap;
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private interface Operation {
    TeaModel read(String jobId) throws Exception;
  }
}
