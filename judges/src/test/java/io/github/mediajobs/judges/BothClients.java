package io.github.mediajobs.judges;

import io.github.mediajobs.api.ApiConfig;
import io.github.mediajobs.api.ApiCredentials;
import io.github.mediajobs.api.ApiException;
import io.github.mediajobs.api.JobPage;
import io.github.mediajobs.api.JobRead;
import io.github.mediajobs.api.ListQuery;
import io.github.mediajobs.api.MediaApi;
import io.github.mediajobs.emulator.Emulator;
import io.github.mediajobs.operation.JobOperation;
import io.github.mediajobs.operation.Service;
import java.net.URI;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/** The official clients and ours with the same key, at the same emulator. */
final class BothClients implements AutoCloseable {
  private final BiFunction<String, String, Supplier<Map<String, ?>>> official;
  private final BiFunction<String, Map<String, ?>, Map<String, ?>> officialLists;
  private final MediaApi ours;

  BothClients(Official official, Signature signature, Emulator emulator, ApiCredentials key) {
    Map<String, String> settings = settings(signature, emulator.url(), key);
    this.official = official.reads(settings);
    this.officialLists = official.lists(settings);
    this.ours = new MediaApi(config(emulator.url()), () -> key, InstantSource.system());
  }

  /** The whole response, null where a field is absent. */
  Map<String, ?> official(JobOperation<?> operation, String jobId) {
    return official.apply(operation.action(), jobId).get();
  }

  JobRead<?> ours(JobOperation<?> operation, String jobId) throws ApiException {
    return ours.read(operation, jobId, null);
  }

  /** The whole response, null where a field is absent. */
  Map<String, ?> officialList(JobOperation<?> operation, Map<String, ?> parameters) {
    return officialLists.apply(operation.list().action(), parameters);
  }

  JobPage<?> ourList(JobOperation<?> operation, ListQuery query) throws ApiException {
    return ours.list(operation, query, null);
  }

  private static Map<String, String> settings(Signature signature, URI url, ApiCredentials key) {
    Map<String, String> settings = new HashMap<>(signature.settings());
    settings.put("protocol", "http");
    settings.put("endpoint", url.getAuthority());
    settings.put("accessKeyId", key.accessKeyId());
    settings.put("accessKeySecret", key.accessKeySecret());
    if (key.securityToken() != null) {
      settings.put("securityToken", key.securityToken());
    }
    return settings;
  }

  private static ApiConfig config(URI url) {
    return ApiConfig.defaults()
        .withEndpoint(Service.ICE, url)
        .withEndpoint(Service.MPS, url)
        .withCallsPerSecond(1e6);
  }

  @Override
  public void close() {
    ours.close();
  }
}
