package io.github.mediajobs.spring;

import io.temporal.spring.boot.autoconfigure.RootNamespaceAutoConfiguration;
import io.temporal.spring.boot.autoconfigure.ServiceStubsAutoConfiguration;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** Applications with Temporal's starter and ours; nobody listens at their Temporal service. */
final class Applications {
  static final AutoConfigurations STARTERS =
      AutoConfigurations.of(
          ServiceStubsAutoConfiguration.class,
          RootNamespaceAutoConfiguration.class,
          MediaJobsAutoConfiguration.class,
          MediaJobsCallbackAutoConfiguration.class,
          MediaJobsHealthAutoConfiguration.class);
  static final String TEMPORAL = "spring.temporal.connection.target=127.0.0.1:1";

  private Applications() {}

  static ApplicationContextRunner plain() {
    return new ApplicationContextRunner().withConfiguration(STARTERS).withPropertyValues(TEMPORAL);
  }

  static WebApplicationContextRunner web() {
    return new WebApplicationContextRunner()
        .withConfiguration(STARTERS)
        .withPropertyValues(TEMPORAL);
  }

  /** Sets environment variables. */
  static ApplicationContextInitializer<ConfigurableApplicationContext> environment(
      Map<String, String> variables) {
    return context ->
        context
            .getEnvironment()
            .getPropertySources()
            .replace(
                "systemEnvironment",
                new SystemEnvironmentPropertySource("systemEnvironment", new HashMap<>(variables)));
  }
}
