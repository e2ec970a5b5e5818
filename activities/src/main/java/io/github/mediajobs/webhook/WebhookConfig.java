package io.github.mediajobs.webhook;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which hosts a pipeline may post to, and the key that signs the posts.
 *
 * @param hosts exact host names, lower case; empty for none
 * @param secret the key, or null when there is none, and then nothing is posted
 */
public record WebhookConfig(Set<String> hosts, String secret) {
  /** No host is allowed. */
  public static final WebhookConfig NONE = new WebhookConfig(Set.of(), null);

  /**
   * Checks that the hosts are there.
   *
   * @throws NullPointerException when {@code hosts} is null
   */
  public WebhookConfig {
    hosts = Set.copyOf(Objects.requireNonNull(hosts, "hosts"));
  }

  /**
   * Reads {@code MEDIAJOBS_WEBHOOK_HOSTS} (comma between names) and {@code
   * MEDIAJOBS_WEBHOOK_SECRET}.
   *
   * @param environment the process's environment
   * @return the configuration
   */
  public static WebhookConfig fromEnvironment(Map<String, String> environment) {
    Set<String> hosts =
        Arrays.stream(environment.getOrDefault("MEDIAJOBS_WEBHOOK_HOSTS", "").split(",", -1))
            .map(host -> host.strip().toLowerCase(java.util.Locale.ROOT))
            .filter(host -> !host.isEmpty())
            .collect(Collectors.toSet());
    String secret = environment.getOrDefault("MEDIAJOBS_WEBHOOK_SECRET", "");
    return new WebhookConfig(hosts, secret.isEmpty() ? null : secret);
  }

  @Override
  public String toString() {
    return "WebhookConfig[hosts=" + hosts + ", secret=" + (secret == null ? "none" : "***") + "]";
  }
}
