package io.github.mediajobs.spring;

import io.github.mediajobs.client.MediaJobsClient;
import io.github.mediajobs.workflow.MediaJobs;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The properties, each of which stands for a variable of the worker's environment. The endpoints
 * are read for the APIs of the catalogue, see {@link WorkerSettings}.
 *
 * @param region where jobs live that name no region
 * @param taskQueue where workers listen
 * @param callsPerSecond the most that a worker calls, for each API and region, above zero; by
 *     default what each API allows
 * @param searchAttributes whether runs are started with the search attributes MediaJobOperation and
 *     MediaJobStatus, which the namespace must have as Keyword; by default they are not
 * @param worker whether this application serves jobs
 * @param webhook where pipelines may post to
 * @param callback how the vendor's callbacks are received
 */
@ConfigurationProperties("mediajobs")
record MediaJobsProperties(
    @DefaultValue(MediaJobsClient.DEFAULT_REGION) String region,
    @DefaultValue(MediaJobs.TASK_QUEUE) String taskQueue,
    Double callsPerSecond,
    Boolean searchAttributes,
    @DefaultValue Worker worker,
    @DefaultValue Webhook webhook,
    @DefaultValue Callback callback) {

  /**
   * Whether this application serves jobs.
   *
   * @param enabled whether a worker of this application awaits jobs; without it, it starts waits
   *     that other workers serve
   */
  record Worker(@DefaultValue("true") boolean enabled) {}

  /**
   * Where pipelines may post to.
   *
   * @param hosts exact names of the hosts that webhooks may go to
   * @param secret the key that signs webhooks
   */
  record Webhook(@DefaultValue List<String> hosts, String secret) {
    /** Without the secret. */
    @Override
    public String toString() {
      return "Webhook[hosts=" + hosts + "]";
    }
  }

  /**
   * How the vendor's callbacks are received.
   *
   * @param path the path of the application's own web server that takes callbacks, such as
   *     /media-events; needs Spring MVC, the keys and the URL
   * @param port the port of a server of its own that takes callbacks instead
   * @param host the address that the server of its own listens on; by default all addresses with
   *     keys, 127.0.0.1 without
   * @param url the URL that the vendor was given, to the letter
   * @param keys the vendor's AuthKey; while it changes, the new one and the old one
   */
  record Callback(
      String path, Integer port, String host, String url, @DefaultValue List<String> keys) {
    /** Without the keys. */
    @Override
    public String toString() {
      return "Callback[path=%s, port=%s, host=%s, url=%s, keys=%d]"
          .formatted(path, port, host, url, keys.size());
    }
  }

  /** What is set, under the names of the worker's environment. */
  Map<String, String> variables() {
    Map<String, Object> values = new HashMap<>();
    values.put("MEDIAJOBS_REGION", region);
    values.put("MEDIAJOBS_TASK_QUEUE", taskQueue);
    values.put("MEDIAJOBS_CALLS_PER_SECOND", callsPerSecond);
    values.put("MEDIAJOBS_SEARCH_ATTRIBUTES", searchAttributes);
    values.put("MEDIAJOBS_WEBHOOK_HOSTS", String.join(",", webhook.hosts()));
    values.put("MEDIAJOBS_WEBHOOK_SECRET", webhook.secret());
    values.put("MEDIAJOBS_CALLBACK_PORT", callback.port());
    values.put("MEDIAJOBS_CALLBACK_HOST", callback.host());
    values.put("MEDIAJOBS_CALLBACK_URL", callback.url());
    values.put("MEDIAJOBS_CALLBACK_KEYS", String.join(",", callback.keys()));
    Map<String, String> variables = new HashMap<>();
    values.forEach(
        (name, value) -> {
          if (value != null) {
            variables.put(name, value.toString());
          }
        });
    return variables;
  }
}
