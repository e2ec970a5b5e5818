package io.github.mediajobs.webhook;

import io.github.mediajobs.failure.InvalidRequestException;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import okhttp3.HttpUrl;

/**
 * Which hosts a pipeline may post to, and the key that signs the posts.
 *
 * @param hosts exact host names or addresses, in any case; empty for none; a name is posted to
 *     while all its addresses are public, a receiver in a private network is named by its address
 * @param secret the key; null or empty when there is none, and then nothing is posted
 */
public record WebhookConfig(Set<String> hosts, String secret) {
  /** No host is allowed. */
  public static final WebhookConfig NONE = new WebhookConfig(Set.of(), null);

  private static final String HOSTS = "MEDIAJOBS_WEBHOOK_HOSTS";
  private static final String BYTE = "(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
  // Java would take 10.1 or 167772161 for the address 10.0.0.1.
  private static final Pattern MISWRITTEN_ADDRESS =
      Pattern.compile("(?!%1$s(\\.%1$s){3}$)[\\d.]+".formatted(BYTE));

  /**
   * Brings the hosts into the form that URLs have them in.
   *
   * @throws NullPointerException when {@code hosts} is null
   * @throws InvalidRequestException when one of them is no host name
   */
  public WebhookConfig {
    hosts =
        Objects.requireNonNull(hosts, "hosts").stream()
            .map(name -> host("hosts", name))
            .collect(Collectors.toUnmodifiableSet());
    secret = secret == null || secret.isEmpty() ? null : secret;
  }

  /**
   * Reads {@code MEDIAJOBS_WEBHOOK_HOSTS} (comma between names) and {@code
   * MEDIAJOBS_WEBHOOK_SECRET}.
   *
   * @param environment the process's environment
   * @return the configuration
   * @throws InvalidRequestException naming the variable when it holds something else
   */
  public static WebhookConfig fromEnvironment(Map<String, String> environment) {
    Set<String> hosts =
        Arrays.stream(environment.getOrDefault(HOSTS, "").split(",", -1))
            .map(String::strip)
            .filter(name -> !name.isEmpty())
            .map(name -> host(HOSTS, name))
            .collect(Collectors.toSet());
    return new WebhookConfig(hosts, environment.get("MEDIAJOBS_WEBHOOK_SECRET"));
  }

  @Override
  public String toString() {
    return "WebhookConfig[hosts=" + hosts + ", secret=" + (secret == null ? "none" : "***") + "]";
  }

  /** The message does not repeat the name: a URL in its place may hold a password. */
  private static String host(String field, String name) {
    try {
      if (!name.contains("*") && !MISWRITTEN_ADDRESS.matcher(name).matches()) {
        return new HttpUrl.Builder().scheme("https").host(name).build().host();
      }
    } catch (IllegalArgumentException e) {
      // It is told below, and without the name.
    }
    throw new InvalidRequestException(
        field,
        "expected exact host names such as hooks.example.com, without scheme, port, path or *");
  }
}
