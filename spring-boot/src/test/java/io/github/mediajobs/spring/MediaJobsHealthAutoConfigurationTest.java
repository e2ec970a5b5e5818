package io.github.mediajobs.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.FilteredClassLoader;

/** When health is told, and what it says while nobody answers; the example's test sees it up. */
class MediaJobsHealthAutoConfigurationTest {
  @Test
  void healthIsDownWithoutAnAnswerAndTellsNoAddress() {
    Applications.plain()
        .run(
            context -> {
              Health health = context.getBean(HealthIndicator.class).health();
              assertThat(health.getStatus()).isEqualTo(Status.DOWN);
              assertThat(health.getDetails())
                  .isEqualTo(
                      Map.of(
                          "temporal", "UNAVAILABLE",
                          "taskQueue", "media-jobs",
                          "worker", "not polling"));
            });
  }

  @Test
  void anApplicationThatOnlyStartsWaitsSaysSo() {
    Applications.plain()
        .withPropertyValues("mediajobs.worker.enabled=false")
        .run(
            context ->
                assertThat(context.getBean(HealthIndicator.class).health().getDetails())
                    .containsEntry("worker", "off"));
  }

  @Test
  void healthCanBeSwitchedOff() {
    Applications.plain()
        .withPropertyValues("management.health.mediajobs.enabled=false")
        .run(context -> assertThat(context).doesNotHaveBean(HealthIndicator.class));
  }

  @Test
  void withoutActuatorThereIsNone() {
    Applications.plain()
        .withClassLoader(new FilteredClassLoader("org.springframework.boot.health"))
        .run(
            context ->
                assertThat(context)
                    .hasNotFailed()
                    .doesNotHaveBean("mediaJobsHealthIndicator")
                    .hasBean("mediaJobsClient"));
  }
}
