package io.github.mediajobs.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mediajobs.api.ApiCredentials;
import io.github.mediajobs.api.CredentialsSource;
import io.github.mediajobs.api.Tracing;
import io.github.mediajobs.client.MediaJobsClient;
import io.github.mediajobs.job.IProductionJob;
import io.github.mediajobs.operation.Catalogue;
import io.github.mediajobs.operation.JobOperation;
import io.github.mediajobs.operation.JobState;
import io.github.mediajobs.operation.Service;
import io.github.mediajobs.wire.AwaitMediaJobWorkflow;
import io.github.mediajobs.worker.WorkerConfig;
import io.temporal.client.WorkflowClient;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.temporal.spring.boot.autoconfigure.NonRootNamespaceAutoConfiguration;
import io.temporal.spring.boot.autoconfigure.RootNamespaceAutoConfiguration;
import io.temporal.spring.boot.autoconfigure.RootNamespaceAutoConfiguration.WorkerFactoryStarter;
import io.temporal.spring.boot.autoconfigure.ServiceStubsAutoConfiguration;
import io.temporal.worker.TypeAlreadyRegisteredException;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactory;
import io.temporal.worker.WorkerPlugin;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Which beans an application gets, and when. */
class MediaJobsAutoConfigurationTest {
  private static final Service OWN_API = new Service("OWN", "2026-01-01", "own.{region}.example");
  private static final CredentialsSource OWN_CREDENTIALS =
      () -> new ApiCredentials("id", "secret", null);
  private static final Tracing OWN_TRACING = request -> {};
  private static final Catalogue OWN_CATALOGUE =
      Catalogue.standard()
          .with(
              JobOperation.of(OWN_API, "GetOwnJob", IProductionJob.class)
                  .status(JobState.SUCCEEDED, "Success")
                  .build());

  @Configuration(proxyBeanMethods = false)
  static class OwnParts {
    @Bean
    Catalogue catalogue() {
      return OWN_CATALOGUE;
    }

    @Bean
    CredentialsSource credentials() {
      return OWN_CREDENTIALS;
    }

    @Bean
    Tracing tracing() {
      return OWN_TRACING;
    }
  }

  @Configuration(proxyBeanMethods = false)
  static class OwnConfig {
    @Bean
    WorkerConfig config() {
      return WorkerConfig.fromEnvironment(Map.of("MEDIAJOBS_TASK_QUEUE", "own"));
    }
  }

  @Test
  void anApplicationThatIsConnectedGetsAClientAndAWorker() {
    Applications.plain()
        .run(
            context ->
                assertThat(context)
                    .hasSingleBean(MediaJobsClient.class)
                    .hasSingleBean(WorkerPlugin.class)
                    .hasSingleBean(WorkerFactory.class)
                    .hasSingleBean(WorkerFactoryStarter.class)
                    .hasSingleBean(DrainAtStop.class));
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1:1", "local"})
  void workersOfTheTaskQueueKnowTheWorkflows(String target) {
    Applications.plain()
        .withPropertyValues(
            "spring.temporal.connection.target=" + target, "mediajobs.task-queue=my-queue")
        .run(
            context -> {
              WorkerFactory factory = context.getBean(WorkerFactory.class);
              assertThat(factory.newWorker("other")).satisfies(it -> register(it));
              Worker worker = factory.newWorker("my-queue");
              assertThatThrownBy(() -> register(worker))
                  .isInstanceOf(TypeAlreadyRegisteredException.class);
            });
  }

  private static void register(Worker worker) {
    worker.registerWorkflowImplementationFactory(AwaitMediaJobWorkflow.class, () -> null);
  }

  @Test
  void workersOfTheApplicationsOwnStandOnTheSameFactory() {
    Applications.plain()
        .withPropertyValues("spring.temporal.workers[0].task-queue=videos")
        .run(
            context -> {
              assertThat(context)
                  .hasSingleBean(WorkerFactory.class)
                  .hasBean("temporalWorkerFactory")
                  .doesNotHaveBean("mediaJobsWorkerFactory");
              WorkerFactory factory = context.getBean(WorkerFactory.class);
              assertThat(factory.tryGetWorker("videos")).isNotNull();
              assertThatThrownBy(() -> register(factory.newWorker("media-jobs")))
                  .isInstanceOf(TypeAlreadyRegisteredException.class);
            });
  }

  @Test
  void everyNamespaceIsServed() {
    Applications.plain()
        .withConfiguration(AutoConfigurations.of(NonRootNamespaceAutoConfiguration.class))
        .withPropertyValues(
            "spring.temporal.namespaces[0].namespace=other",
            "spring.temporal.namespaces[0].start-workers=false")
        .run(
            context -> {
              assertThat(context).hasSingleBean(MediaJobsClient.class);
              WorkerFactory factory = context.getBean("otherWorkerFactory", WorkerFactory.class);
              assertThatThrownBy(() -> register(factory.newWorker("media-jobs")))
                  .isInstanceOf(TypeAlreadyRegisteredException.class);
            });
  }

  @Test
  void anApplicationThatOnlyStartsWaitsHasNoWorker() {
    Applications.plain()
        .withPropertyValues("mediajobs.worker.enabled=false")
        .run(
            context ->
                assertThat(context)
                    .hasSingleBean(MediaJobsClient.class)
                    .doesNotHaveBean(WorkerPlugin.class)
                    .doesNotHaveBean(WorkerFactory.class));
  }

  @Test
  void workersThatShallNotStartDoNot() {
    Applications.plain()
        .withPropertyValues("spring.temporal.start-workers=false")
        .run(
            context ->
                assertThat(context)
                    .hasSingleBean(WorkerFactory.class)
                    .doesNotHaveBean(WorkerFactoryStarter.class));
  }

  @Test
  void anApplicationThatIsNotConnectedGetsNothing() {
    new ApplicationContextRunner()
        .withConfiguration(Applications.STARTERS)
        .withPropertyValues("mediajobs.region=no region")
        .run(
            context ->
                assertThat(context)
                    .hasNotFailed()
                    .doesNotHaveBean(MediaJobsClient.class)
                    .doesNotHaveBean(WorkerConfig.class));
  }

  @Test
  void aClientOfTheApplicationsOwnIsEnough() {
    WorkflowServiceStubs service =
        WorkflowServiceStubs.newServiceStubs(
            WorkflowServiceStubsOptions.newBuilder().setTarget("127.0.0.1:1").build());
    new ApplicationContextRunner()
        .withConfiguration(Applications.STARTERS)
        .withBean(WorkflowClient.class, () -> WorkflowClient.newInstance(service))
        .run(
            context ->
                assertThat(context)
                    .hasSingleBean(MediaJobsClient.class)
                    .hasSingleBean(WorkerPlugin.class)
                    .doesNotHaveBean(WorkerFactory.class));
    service.shutdownNow();
  }

  @Test
  void aCatalogueAndCredentialsOfTheApplicationsOwnWin() {
    Applications.plain()
        .withUserConfiguration(OwnParts.class)
        .withPropertyValues("mediajobs.own.endpoint=https://own.example.com")
        .run(
            context -> {
              WorkerConfig config = context.getBean(WorkerConfig.class);
              assertThat(config.catalogue()).isSameAs(OWN_CATALOGUE);
              assertThat(config.credentials()).isSameAs(OWN_CREDENTIALS);
              assertThat(config.tracing()).isSameAs(OWN_TRACING);
              assertThat(config.api().endpoints()).containsOnlyKeys("OWN");
            });
  }

  @Test
  void aConfigurationOfTheApplicationsOwnWins() {
    Applications.plain()
        .withUserConfiguration(OwnConfig.class)
        .withPropertyValues("mediajobs.task-queue=other", "mediajobs.region=no region")
        .run(
            context ->
                assertThat(context.getBean(WorkerConfig.class).taskQueue()).isEqualTo("own"));
  }

  @Test
  void itCanBeExcluded() {
    new ApplicationContextRunner()
        .withConfiguration(
            AutoConfigurations.of(
                ServiceStubsAutoConfiguration.class,
                RootNamespaceAutoConfiguration.class,
                MediaJobsCallbackAutoConfiguration.class,
                MediaJobsHealthAutoConfiguration.class))
        .withPropertyValues(Applications.TEMPORAL)
        .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean("mediaJobsClient"));
  }
}
