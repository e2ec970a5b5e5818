package io.github.mediajobs.spring;

import io.github.mediajobs.api.ApiConfig;
import io.github.mediajobs.api.CredentialsSource;
import io.github.mediajobs.api.Tracing;
import io.github.mediajobs.callback.CallbackConfig;
import io.github.mediajobs.failure.InvalidRequestException;
import io.github.mediajobs.operation.Catalogue;
import io.github.mediajobs.operation.JobOperation;
import io.github.mediajobs.webhook.WebhookConfig;
import io.github.mediajobs.worker.WorkerConfig;
import java.util.Map;
import org.springframework.core.env.PropertyResolver;

/** Reads the properties by the rules of the worker's environment. */
final class WorkerSettings {
  private WorkerSettings() {}

  /**
   * What the worker is configured with.
   *
   * @throws InvalidRequestException naming the first property with a wrong value
   */
  static WorkerConfig of(
      MediaJobsProperties properties,
      PropertyResolver endpoints,
      Catalogue catalogue,
      CredentialsSource credentials,
      Tracing tracing) {
    Map<String, String> variables = properties.variables();
    for (JobOperation<?> operation : catalogue.operations()) {
      String service = operation.service().name();
      String endpoint = endpoints.getProperty(PropertyNames.endpoint(service));
      if (endpoint != null) {
        variables.put("MEDIAJOBS_" + service + "_ENDPOINT", endpoint);
      }
    }
    try {
      return new WorkerConfig(
          WorkerConfig.taskQueue(variables),
          catalogue,
          ApiConfig.fromEnvironment(variables, catalogue),
          credentials,
          WebhookConfig.fromEnvironment(variables),
          CallbackConfig.fromEnvironment(variables),
          tracing,
          WorkerConfig.searchAttributes(variables));
    } catch (InvalidRequestException e) {
      throw PropertyNames.named(e);
    }
  }
}
