package io.github.mediajobs.spring;

import io.github.mediajobs.worker.WorkerConfig;
import io.temporal.client.WorkflowClient;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Tells health, where actuator is there and {@code management.health.mediajobs.enabled} lets it.
 */
@AutoConfiguration(after = MediaJobsAutoConfiguration.class)
@ConditionalOnClass(HealthIndicator.class)
@ConditionalOnBean(MediaJobsAutoConfiguration.class)
public final class MediaJobsHealthAutoConfiguration {
  /** Apart, since its condition cannot be looked at without actuator. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnEnabledHealthIndicator("mediajobs")
  static class Enabled {
    @Bean
    @ConditionalOnMissingBean(name = "mediaJobsHealthIndicator")
    HealthIndicator mediaJobsHealthIndicator(
        WorkflowClient client, WorkerConfig config, ObjectProvider<ServedWorkers> workers) {
      return new WorkerHealth(
          client, config.taskQueue(), Optional.ofNullable(workers.getIfAvailable()));
    }
  }
}
