package io.github.mediajobs.spring;

import io.github.mediajobs.failure.InvalidRequestException;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** The properties by the variables of the worker's environment that they stand for. */
final class PropertyNames {
  private static final Pattern VARIABLE = Pattern.compile("MEDIAJOBS_[A-Z0-9_]+");
  private static final Pattern ENDPOINT = Pattern.compile("MEDIAJOBS_(.+)_ENDPOINT");
  private static final Map<String, String> BY_VARIABLE =
      Map.of(
          "MEDIAJOBS_REGION", "mediajobs.region",
          "MEDIAJOBS_TASK_QUEUE", "mediajobs.task-queue",
          "MEDIAJOBS_CALLS_PER_SECOND", "mediajobs.calls-per-second",
          "MEDIAJOBS_SEARCH_ATTRIBUTES", "mediajobs.search-attributes",
          "MEDIAJOBS_WEBHOOK_HOSTS", "mediajobs.webhook.hosts",
          "MEDIAJOBS_WEBHOOK_SECRET", "mediajobs.webhook.secret",
          "MEDIAJOBS_CALLBACK_PORT", "mediajobs.callback.port",
          "MEDIAJOBS_CALLBACK_HOST", "mediajobs.callback.host",
          "MEDIAJOBS_CALLBACK_URL", "mediajobs.callback.url",
          "MEDIAJOBS_CALLBACK_KEYS", "mediajobs.callback.keys");

  private PropertyNames() {}

  /** The property that overrides an API's endpoint. */
  static String endpoint(String service) {
    return "mediajobs." + service.toLowerCase(Locale.ROOT).replace('_', '-') + ".endpoint";
  }

  /** The same error with properties in place of variables. */
  static InvalidRequestException named(InvalidRequestException error) {
    String message = VARIABLE.matcher(error.getMessage()).replaceAll(it -> property(it.group()));
    int end = message.indexOf(": ");
    InvalidRequestException named =
        new InvalidRequestException(message.substring(0, end), message.substring(end + 2));
    named.initCause(error);
    return named;
  }

  private static String property(String variable) {
    return BY_VARIABLE.getOrDefault(
        variable, ENDPOINT.matcher(variable).replaceFirst(it -> endpoint(it.group(1))));
  }
}
