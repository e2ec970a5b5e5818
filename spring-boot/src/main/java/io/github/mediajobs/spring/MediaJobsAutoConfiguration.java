package io.github.mediajobs.spring;

import io.github.mediajobs.api.CredentialsSource;
import io.github.mediajobs.api.Tracing;
import io.github.mediajobs.client.MediaJobsClient;
import io.github.mediajobs.operation.Catalogue;
import io.github.mediajobs.worker.MediaJobsPlugin;
import io.github.mediajobs.worker.WorkerConfig;
import io.temporal.client.WorkflowClient;
import io.temporal.spring.boot.autoconfigure.RootNamespaceAutoConfiguration;
import io.temporal.spring.boot.autoconfigure.RootNamespaceAutoConfiguration.WorkerFactoryStarter;
import io.temporal.spring.boot.autoconfigure.template.NamespaceTemplate;
import io.temporal.worker.WorkerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.Environment;

/**
 * Awaits media jobs in an application that Temporal's starter has connected: a {@link
 * MediaJobsClient}, and, unless {@code mediajobs.worker.enabled} is false, a worker. A {@link
 * Catalogue}, {@link CredentialsSource} or {@link WorkerConfig} of the application's own wins; a
 * {@link Tracing} is told of the requests.
 */
@AutoConfiguration(after = RootNamespaceAutoConfiguration.class)
@ConditionalOnBean(WorkflowClient.class)
@EnableConfigurationProperties(MediaJobsProperties.class)
public final class MediaJobsAutoConfiguration {
  @Bean
  @ConditionalOnMissingBean
  Catalogue mediaJobsCatalogue() {
    return Catalogue.standard();
  }

  @Bean
  @ConditionalOnMissingBean
  CredentialsSource mediaJobsCredentials() {
    return CredentialsSource.official();
  }

  @Bean
  @ConditionalOnMissingBean
  WorkerConfig mediaJobsWorkerConfig(
      MediaJobsProperties properties,
      Environment environment,
      Catalogue catalogue,
      CredentialsSource credentials,
      ObjectProvider<Tracing> tracing) {
    return WorkerSettings.of(
        properties,
        environment,
        catalogue,
        credentials,
        tracing.getIfAvailable(() -> Tracing.NONE));
  }

  @Bean
  @ConditionalOnMissingBean
  MediaJobsClient mediaJobsClient(WorkflowClient client, WorkerConfig config) {
    return MediaJobsClient.create(client)
        .withTaskQueue(config.taskQueue())
        .withRegion(config.api().region())
        .withSearchAttributes(config.searchAttributes());
  }

  /** The worker, on every factory that Temporal's starter makes. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnProperty(name = "mediajobs.worker.enabled", matchIfMissing = true)
  static class Serving {
    @Bean
    ServedWorkers mediaJobsWorkers(WorkerConfig config) {
      return new ServedWorkers(new MediaJobsPlugin(config), config.taskQueue());
    }

    @Bean
    DrainAtStop mediaJobsDrain(ServedWorkers workers) {
      return new DrainAtStop(workers);
    }

    /** Temporal's starter makes a factory only where workers of the application's own are set. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnBean(NamespaceTemplate.class)
    @ConditionalOnMissingBean(WorkerFactory.class)
    static class Factory {
      @Bean(destroyMethod = "shutdown")
      @Primary
      WorkerFactory mediaJobsWorkerFactory(
          @Qualifier("temporalRootNamespaceTemplate") NamespaceTemplate namespace) {
        return namespace.getWorkersTemplate().getWorkerFactory();
      }

      @Bean
      @ConditionalOnProperty(name = "spring.temporal.start-workers", matchIfMissing = true)
      WorkerFactoryStarter mediaJobsWorkerFactoryStarter(WorkerFactory factory) {
        return new WorkerFactoryStarter(factory);
      }
    }
  }
}
