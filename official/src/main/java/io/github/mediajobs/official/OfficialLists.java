package io.github.mediajobs.official;

import com.aliyun.ice20201109.Client;
import com.aliyun.ice20201109.models.ListDynamicImageJobsRequest;
import com.aliyun.ice20201109.models.ListLiveSnapshotJobsRequest;
import com.aliyun.ice20201109.models.ListPackageJobsRequest;
import com.aliyun.tea.TeaModel;
import com.aliyun.teaopenapi.models.Config;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;

/** Lists jobs with the official client: from action and parameters to the decoded response. */
public final class OfficialLists implements BiFunction<String, Map<String, ?>, Map<String, ?>> {
  private final Map<String, Operation> operations;

  /**
   * Makes a client.
   *
   * @param settings the official {@code Config} under its own names
   * @throws Exception when the official client refuses the settings
   */
  public OfficialLists(Map<String, ?> settings) throws Exception {
    Client ice = new Client(Config.build(settings));
    operations =
        Map.of(
            "ListDynamicImageJobs",
            it -> ice.listDynamicImageJobs(ListDynamicImageJobsRequest.build(it)).getBody(),
            "ListLiveSnapshotJobs",
            it -> ice.listLiveSnapshotJobs(ListLiveSnapshotJobsRequest.build(it)).getBody(),
            "ListPackageJobs",
            it -> ice.listPackageJobs(ListPackageJobsRequest.build(it)).getBody());
  }

  /**
   * Lists jobs.
   *
   * @param action such as {@code ListPackageJobs}
   * @param parameters under the API's names; those that the official client does not know it drops
   * @return the decoded response under the API's names; null where a field is absent
   * @throws NullPointerException naming an action that has no line here
   */
  @Override
  public Map<String, ?> apply(String action, Map<String, ?> parameters) {
    Operation operation =
        Objects.requireNonNull(operations.get(action), () -> action + ": not bridged");
    try {
      return operation.list(parameters).toMap();
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private interface Operation {
    TeaModel list(Map<String, ?> parameters) throws Exception;
  }
}
