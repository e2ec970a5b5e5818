package io.github.mediajobs.worker;

import io.github.mediajobs.api.ApiConfig;
import io.github.mediajobs.api.CredentialsSource;
import io.github.mediajobs.api.Tracing;
import io.github.mediajobs.callback.CallbackConfig;
import io.github.mediajobs.failure.InvalidRequestException;
import io.github.mediajobs.operation.Catalogue;
import io.github.mediajobs.webhook.WebhookConfig;
import io.github.mediajobs.workflow.MediaJobs;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a worker is configured with.
 *
 * @param taskQueue where it listens
 * @param catalogue the operations it knows
 * @param api how it calls the API
 * @param credentials what it signs with
 * @param webhooks where pipelines may post to
 * @param callbacks how the vendor's callbacks are received; empty when they are not
 * @param tracing told of each request to the API
 * @param searchAttributes whether the runs that it starts have search attributes, which the
 *     namespace must have: the ones that workflows share, and those that are asked for through
 *     Nexus
 */
public record WorkerConfig(
    String taskQueue,
    Catalogue catalogue,
    ApiConfig api,
    CredentialsSource credentials,
    WebhookConfig webhooks,
    Optional<CallbackConfig> callbacks,
    Tracing tracing,
    boolean searchAttributes) {
  private static final String SEARCH_ATTRIBUTES = "MEDIAJOBS_SEARCH_ATTRIBUTES";

  /**
   * Checks that nothing is missing.
   *
   * @throws NullPointerException when a component is null
   */
  public WorkerConfig {
    Objects.requireNonNull(taskQueue, "taskQueue");
    Objects.requireNonNull(catalogue, "catalogue");
    Objects.requireNonNull(api, "api");
    Objects.requireNonNull(credentials, "credentials");
    Objects.requireNonNull(webhooks, "webhooks");
    Objects.requireNonNull(callbacks, "callbacks");
    Objects.requireNonNull(tracing, "tracing");
  }

  /**
   * A configuration without callbacks, traces and search attributes.
   *
   * @param taskQueue where the worker listens
   * @param catalogue the operations it knows
   * @param api how it calls the API
   * @param credentials what it signs with
   * @param webhooks where pipelines may post to
   */
  public WorkerConfig(
      String taskQueue,
      Catalogue catalogue,
      ApiConfig api,
      CredentialsSource credentials,
      WebhookConfig webhooks) {
    this(taskQueue, catalogue, api, credentials, webhooks, Optional.empty(), Tracing.NONE, false);
  }

  /**
   * Reads {@code MEDIAJOBS_*}; credentials come from the official chain.
   *
   * @param environment the process's environment
   * @return the configuration, with the operations of this library
   * @throws InvalidRequestException naming the first variable with a wrong value
   */
  public static WorkerConfig fromEnvironment(Map<String, String> environment) {
    return new WorkerConfig(
        taskQueue(environment),
        Catalogue.standard(),
        ApiConfig.fromEnvironment(environment),
        CredentialsSource.official(),
        WebhookConfig.fromEnvironment(environment),
        CallbackConfig.fromEnvironment(environment),
        Tracing.NONE,
        searchAttributes(environment));
  }

  /**
   * Reads {@code MEDIAJOBS_TASK_QUEUE}.
   *
   * @param environment the process's environment
   * @return the task queue, {@code media-jobs} by default
   */
  public static String taskQueue(Map<String, String> environment) {
    String queue = environment.getOrDefault("MEDIAJOBS_TASK_QUEUE", "").strip();
    return queue.isEmpty() ? MediaJobs.TASK_QUEUE : queue;
  }

  /**
   * Reads {@code MEDIAJOBS_SEARCH_ATTRIBUTES}, which {@code MediaJobsClient.withSearchAttributes}
   * takes as well.
   *
   * @param environment the process's environment
   * @return whether runs are started with search attributes, {@code false} by default
   * @throws InvalidRequestException when it is neither {@code true} nor {@code false}
   */
  public static boolean searchAttributes(Map<String, String> environment) {
    String value = environment.getOrDefault(SEARCH_ATTRIBUTES, "").strip();
    if (!value.isEmpty() && !value.equals("true") && !value.equals("false")) {
      throw new InvalidRequestException(SEARCH_ATTRIBUTES, "expected true or false");
    }
    return value.equals("true");
  }

  /**
   * The same configuration with more operations.
   *
   * @param value the operations
   * @return a new configuration
   */
  public WorkerConfig withCatalogue(Catalogue value) {
    return new WorkerConfig(
        taskQueue, value, api, credentials, webhooks, callbacks, tracing, searchAttributes);
  }

  /**
   * The same configuration on another task queue.
   *
   * @param value the task queue
   * @return a new configuration
   */
  public WorkerConfig withTaskQueue(String value) {
    return new WorkerConfig(
        value, catalogue, api, credentials, webhooks, callbacks, tracing, searchAttributes);
  }

  /**
   * The same configuration with other credentials.
   *
   * @param value what the worker signs with
   * @return a new configuration
   */
  public WorkerConfig withCredentials(CredentialsSource value) {
    return new WorkerConfig(
        taskQueue, catalogue, api, value, webhooks, callbacks, tracing, searchAttributes);
  }

  /**
   * The same configuration that receives callbacks.
   *
   * @param value how they are received
   * @return a new configuration
   */
  public WorkerConfig withCallbacks(CallbackConfig value) {
    return new WorkerConfig(
        taskQueue,
        catalogue,
        api,
        credentials,
        webhooks,
        Optional.of(value),
        tracing,
        searchAttributes);
  }

  /**
   * The same configuration that is traced.
   *
   * @param value told of each request to the API
   * @return a new configuration
   */
  public WorkerConfig withTracing(Tracing value) {
    return new WorkerConfig(
        taskQueue, catalogue, api, credentials, webhooks, callbacks, value, searchAttributes);
  }

  /**
   * The same configuration with or without search attributes.
   *
   * @param value whether the runs that the worker starts have them
   * @return a new configuration
   */
  public WorkerConfig withSearchAttributes(boolean value) {
    return new WorkerConfig(
        taskQueue, catalogue, api, credentials, webhooks, callbacks, tracing, value);
  }
}
